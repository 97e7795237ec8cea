defmodule Demo.Main do
  alias Demo.Env

  def key, do: Env.require!("HELPED_KEY")
#                            ^^^^^^^^^^ env HELPED_KEY required
  def name, do: Demo.Env.optional("HELPED_NAME", "n")
#                                  ^^^^^^^^^^^ env HELPED_NAME optional default=n
  def other, do: Demo.Other.require!("NOT_HELPED")
  # none
end
