defmodule MyApp.Client do
  @moduledoc """
  Call `System.get_env("IN_MODULEDOC")` before use.
  """

  # form: module attribute
  @api_key System.get_env("ATTRIBUTE_KEY")
#                          ^^^^^^^^^^^^^ env ATTRIBUTE_KEY required
  @base System.get_env("ATTRIBUTE_BASE", "https://api.example.com")
#                       ^^^^^^^^^^^^^^ env ATTRIBUTE_BASE optional default=https://api.example.com
  @name "NAMED_BY_ATTRIBUTE"

  @doc "Reads System.get_env(\"IN_DOC\")"
  # form: function body
  def key, do: System.fetch_env!("IN_FUNCTION")
#                                 ^^^^^^^^^^^ env IN_FUNCTION required

  def region do
    System.get_env("IN_BODY") || "eu"
#                   ^^^^^^^ env IN_BODY optional default=eu
  end

  defp hidden(default \\ System.get_env("DEFAULT_ARGUMENT", "x")), do: default
#                                        ^^^^^^^^^^^^^^^^ env DEFAULT_ARGUMENT optional default=x

  # form: name in a module attribute
  def named, do: System.get_env(@name)
#                ^^^^^^^^^^^^^^^^^^^^^ env NAMED_BY_ATTRIBUTE required

  # form: case on fetch_env
  def fetched do
    case System.fetch_env("CASE_FETCH") do
#                          ^^^^^^^^^^ env CASE_FETCH optional
      {:ok, value} -> value
      :error -> nil
    end
  end

  # form: case with a default
  def cased do
    case System.get_env("CASE_DEFAULT") do
#                        ^^^^^^^^^^^^ env CASE_DEFAULT optional default=fallback
      nil -> "fallback"
      value -> value
    end
  end

  # form: case that raises
  def strict do
    case System.get_env("CASE_RAISE") do
#                        ^^^^^^^^^^ env CASE_RAISE required
      nil -> raise "CASE_RAISE"
      value -> value
    end
  end

  # form: with
  def chained do
    with {:ok, id} <- System.fetch_env("WITH_ID"),
#                                       ^^^^^^^ env WITH_ID optional
         {:ok, secret} <- System.fetch_env("WITH_SECRET") do
#                                           ^^^^^^^^^^^ env WITH_SECRET optional
      {id, secret}
    end
  end

  # form: interpolation
  def url, do: "https://#{System.fetch_env!("INTERPOLATED")}/v1"
#                                            ^^^^^^^^^^^^ env INTERPOLATED required

  # form: keyword argument
  def client, do: Req.new(base_url: @base, auth: {:bearer, System.fetch_env!("BEARER")})
#                                                                             ^^^^^^ env BEARER required

  # form: Erlang getenv
  def erlang, do: :os.getenv(~c"ERLANG_KEY")
#                               ^^^^^^^^^^ env ERLANG_KEY required
  def erlang2, do: :os.getenv('ERLANG_CHARS', 'd')
#                              ^^^^^^^^^^^^ env ERLANG_CHARS optional default=d

  # form: Enum.map with a capture
  def many, do: Enum.map(["MAP_ONE", "MAP_TWO"], &System.get_env/1)
#                                                ^^^^^^^^^^^^^^^^^ env MAP_ONE required
#                                                ^^^^^^^^^^^^^^^^^ env MAP_TWO required

  # form: whole map
  def whole, do: System.get_env()["WHOLE_MAP"]
#                                  ^^^^^^^^^ env WHOLE_MAP required
  def whole2, do: Map.get(System.get_env(), "WHOLE_MAP_GET", "w")
#                                            ^^^^^^^^^^^^^ env WHOLE_MAP_GET optional default=w

  # form: wrapper function
  defp require_env(name) do
    System.get_env(name) || raise "#{name} is missing"
  end

  defp get_bool(name, default), do: System.get_env(name, default) == "true"

  def wrapped, do: require_env("WRAPPED_REQUIRED")
#                               ^^^^^^^^^^^^^^^^ env WRAPPED_REQUIRED required
  def wrapped2, do: get_bool("WRAPPED_BOOL", "false")
#                             ^^^^^^^^^^^^ env WRAPPED_BOOL optional default=false cast=bool

  # form: dynamic name
  def dynamic(prefix), do: System.get_env("#{prefix}_TOKEN")
#                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ env dynamic

  def app_key, do: Application.get_env(:my_app, :APP_ENV_KEY)
  # none
  def app_fetch, do: Application.fetch_env!(:my_app, :FETCHED_APP_KEY)
  # none
  def compile, do: Application.compile_env(:my_app, :COMPILED_KEY, "x")
  # none
  def map_get(map), do: Map.get(map, "MAP_KEY")
  # none
  def keyword(opts), do: Keyword.get(opts, :OPTS_KEY)
  # none
  def sys, do: System.cmd("SYS_CMD", [])
  # none
  def put, do: System.put_env("PUT_IN_CODE", "1")
  # none
  def other, do: Settings.get_env("OTHER_MODULE")
  # none
  def sigil, do: ~s(System.get_env("IN_A_SIGIL"))
  # none
  def heredoc do
    """
    System.fetch_env!("IN_A_HEREDOC")
    """
  end

  # none
  def token, do: @api_key
end

defmodule MyApp.System do
  def get_env(name), do: name
  # none
end

defmodule MyApp.Shadow do
  alias MyApp.System

  def read, do: System.get_env("SHADOWED_SYSTEM")
  # none
end
