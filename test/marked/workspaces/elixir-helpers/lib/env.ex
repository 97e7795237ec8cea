defmodule Demo.Env do
  # form: public wrapper in another module
  def require!(name), do: System.get_env(name) || raise("#{name} is missing")
#                         ^^^^^^^^^^^^^^^^^^^^ env dynamic
  def optional(name, default), do: System.get_env(name, default)
#                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ env dynamic
end
