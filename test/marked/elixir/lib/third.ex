defmodule MyApp.Third do
  import System, only: [get_env: 1]

  # form: attribute that raises at compile time
  @secret System.fetch_env!("ATTRIBUTE_BANG")
#                            ^^^^^^^^^^^^^^ env ATTRIBUTE_BANG required

  # form: pipe into a case
  def piped do
    System.get_env("PIPED_CASE")
#                   ^^^^^^^^^^ env PIPED_CASE optional default=dev
    |> case do
      nil -> "dev"
      value -> value
    end
  end

  # form: and, or
  def both, do: System.get_env("AND_ONE") && System.get_env("AND_TWO")
#                               ^^^^^^^ env AND_ONE optional
#                                                            ^^^^^^^ env AND_TWO optional
  def either, do: System.get_env("OR_ONE") || System.get_env("OR_TWO") || "x"
#                                 ^^^^^^ env OR_ONE optional default=x
#                                                             ^^^^^^ env OR_TWO optional default=x

  # form: Enum.each with a function
  def check do
    Enum.each(["EACH_ONE", "EACH_TWO"], fn name ->
#               ^^^^^^^^ env EACH_ONE required
#                           ^^^^^^^^ env EACH_TWO required
      System.get_env(name) || raise "#{name} is missing"
    end)
  end

  # form: list of names in an attribute
  @required ~w(SIGIL_ONE SIGIL_TWO)
  def sigil, do: Enum.map(@required, fn name -> System.fetch_env!(name) end)
#                                               ^^^^^^^^^^^^^^^^^^^^^^^ env SIGIL_ONE required
#                                               ^^^^^^^^^^^^^^^^^^^^^^^ env SIGIL_TWO required

  # form: keyword lists and tuples
  def opts, do: [key: System.get_env("KEYWORD_KEY"), auth: {System.get_env("TUPLE_USER"), "x"}]
#                                     ^^^^^^^^^^^ env KEYWORD_KEY required
#                                                                           ^^^^^^^^^^ env TUPLE_USER required

  # form: then and tap
  def chained, do: System.get_env("THEN_KEY", "1") |> then(&String.to_integer/1)
#                                  ^^^^^^^^ env THEN_KEY optional default=1

  # form: match on fetch_env
  def fetched do
    {:ok, value} = System.fetch_env("MATCHED")
#                                    ^^^^^^^ env MATCHED required
    value
  end

  # form: two heads
  def two(:a), do: System.get_env("HEAD_A", "a")
#                                  ^^^^^^ env HEAD_A optional default=a
  def two(:b), do: System.get_env("HEAD_B") || "b"
#                                  ^^^^^^ env HEAD_B optional default=b

  # form: guard by a helper's name
  def number do
    "NUMBER_KEY"
#    ^^^^^^^^^^ env NUMBER_KEY required cast=int
    |> System.fetch_env!()
    |> String.to_integer()
  end

  def secret, do: @secret
  # none
  def cached(cache), do: Cachex.get(cache, "CACHE_KEY")
  # none
  def conn(conn), do: Plug.Conn.get_req_header(conn, "X_API_KEY")
  # none
  def cmd, do: System.cmd("env", ["IN_ARGS"], env: [{"CMD_ENV", "1"}])
  # none
  def log, do: IO.puts("set GET_ENV_NAME first")
  # none
end
