defmodule Demo.Env do
  # form: public wrapper in another module
  def require!(name), do: System.get_env(name) || raise("#{name} is missing")
  # none its callers tell what it reads
  def optional(name, default), do: System.get_env(name, default)
  # none its callers tell what it reads
end
