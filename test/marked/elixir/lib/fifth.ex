defmodule Shop.Fifth do
  # form: module attribute as the name
  @key "ATTRIBUTE_KEY"
  def a, do: System.get_env(@key)
#            ^^^^^^^^^^^^^^^^^^^^ env ATTRIBUTE_KEY required
  def b, do: System.fetch_env!(@key)
#            ^^^^^^^^^^^^^^^^^^^^^^^ env ATTRIBUTE_KEY required
  @unknown Application.compile_env(:shop, :name)
  def c, do: System.get_env(@unknown)
#            ^^^^^^^^^^^^^^^^^^^^^^^^ env dynamic

  # form: the whole environment matched
  def d do
    %{"MATCHED_ONE" => one, "MATCHED_TWO" => two} = System.get_env()
#      ^^^^^^^^^^^ env MATCHED_ONE required
#                            ^^^^^^^^^^^ env MATCHED_TWO required
    {one, two}
  end

  # form: system tuple with the type behind
  def e, do: {{:system, "TUPLE_PORT", :integer}, {:system, "TUPLE_ON", :boolean}, {:system, "TUPLE_LEVEL", :info}}
#                        ^^^^^^^^^^ env TUPLE_PORT required cast=int
#                                                           ^^^^^^^^ env TUPLE_ON required cast=bool
#                                                                                            ^^^^^^^^^^^ env TUPLE_LEVEL optional default=:info

  # form: public helper that only other files call
  def fetch!(name), do: System.fetch_env!(name)
#                       ^^^^^^^^^^^^^^^^^^^^^^^ env dynamic

  def f(opts), do: %{"NOT_MATCHED" => 1} = opts
  # none
end

defmodule Shop.Other do
  @key "OTHER_ATTRIBUTE"
  def a, do: System.get_env(@key, "o")
#            ^^^^^^^^^^^^^^^^^^^^^^^^^ env OTHER_ATTRIBUTE optional default=o
end
