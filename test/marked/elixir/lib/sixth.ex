defmodule Acme.Sixth do
  @vars %{url: "VARS_URL", key: "VARS_KEY"}
  #             ^^^^^^^^ env VARS_URL required
  #                              ^^^^^^^^ env VARS_KEY required
  @pairs [{"PAIR_ONE", "1"}, {"PAIR_TWO", "2"}]
  #         ^^^^^^^^ env PAIR_ONE optional default=1
  #                            ^^^^^^^^ env PAIR_TWO optional default=2
  @keywords [host: "KEYWORD_HOST"]
  #                 ^^^^^^^^^^^^ env KEYWORD_HOST required

  # form: loop over tuples, maps and keywords
  def vars, do: Map.new(@vars, fn {key, name} -> {key, System.fetch_env!(name)} end)
  def pairs, do: for({name, fallback} <- @pairs, do: System.get_env(name, fallback))
  def keywords, do: Enum.map(@keywords, fn {key, name} -> {key, System.get_env(name)} end)

  def reduced do
    Enum.reduce(~w(REDUCED_A), %{}, fn name, all -> Map.put(all, name, System.get_env(name)) end)
    #                                                                  ^^^^^^^^^^^^^^^^^^^^ env REDUCED_A required
  end

  def upcased, do: Enum.map(["NOT_READ_A"], fn name -> String.upcase(name) end)
  # none

  # form: capture with arguments
  def captured, do: Enum.map(["CAPTURED_A"], &System.get_env(&1, "c"))
  #                            ^^^^^^^^^^ env CAPTURED_A optional default=c
  def absent, do: Enum.filter(["CAPTURED_B"], &is_nil(System.get_env(&1)))
  #                             ^^^^^^^^^^ env CAPTURED_B optional
  def then_read, do: "THEN_KEY" |> then(&System.fetch_env!/1)
  #                   ^^^^^^^^ env THEN_KEY required
  def applied, do: apply(System, :get_env, ["APPLIED_KEY", "a"])
  #                                          ^^^^^^^^^^^ env APPLIED_KEY optional default=(hidden)
  def other, do: apply(Kernel, :to_string, ["NOT_APPLIED"])
  # none
  def not_captured, do: Enum.map(["NOT_CAPTURED"], &String.upcase(&1))
  # none

  # form: environment kept in a variable
  def kept do
    env = System.get_env()
    url = env["KEPT_URL"]
    #          ^^^^^^^^ env KEPT_URL required
    name = Map.get(env, "KEPT_NAME", "n")
    #                    ^^^^^^^^^ env KEPT_NAME optional default=n
    {url, name}
  end

  def taken, do: System.get_env() |> Map.take(["TAKEN_A"])
  #                                             ^^^^^^^ env TAKEN_A optional
  def unrelated(env), do: env["NOT_KEPT"]
  # none
  def unrelated_map(map), do: Map.take(map, ["NOT_TAKEN"])
  # none

  # form: name as a charlist
  def charlist, do: :os.getenv(String.to_charlist("CHARLIST_KEY"))
  #                                                ^^^^^^^^^^^^ env CHARLIST_KEY required

  # form: wrapper with a prefix
  def prefixed_one, do: prefixed("ONE")
  #                     ^^^^^^^^^^^^^^^ env ACME_ONE required
  def upper_one, do: upper!("two")
  #                  ^^^^^^^^^^^^^ env ACME_TWO required
  defp prefixed(name), do: System.get_env("ACME_#{name}")
  defp upper!(name), do: System.fetch_env!("ACME_" <> String.upcase(name))
  def shouted, do: shout("NOT_SHOUTED")
  # none
  defp shout(name), do: "ACME_#{name}"

  # form: wrapper handed to Enum
  def each, do: Enum.each(["EACH_A"], &required!/1)
  #                         ^^^^^^ env EACH_A required
  defp required!(name), do: System.get_env(name) || raise("missing #{name}")
  def strings, do: Enum.map(["NOT_EACH"], &to_text/1)
  # none
  defp to_text(name), do: "#{name}"
end

defmodule Acme.Planner do
  use Vapor.Planner

  # form: Vapor bindings
  config :db, env([{:url, "VAPOR_URL"}, {:pool, "VAPOR_POOL", default: 5, map: &String.to_integer/1}])
  #                        ^^^^^^^^^ env VAPOR_URL required
  #                                              ^^^^^^^^^^ env VAPOR_POOL optional default=5 cast=int
  def provider do
    %Vapor.Provider.Env{bindings: [{:name, "VAPOR_NAME", required: false}]}
    #                                       ^^^^^^^^^^ env VAPOR_NAME optional
  end

  def not_a_provider, do: %Other.Provider.Env{bindings: [{:name, "NOT_VAPOR"}]}
  # none
end

defmodule Acme.Skogsra do
  use Skogsra

  # form: Skogsra app_env
  app_env :port, :acme, :port, os_env: "SKOGSRA_PORT", default: 4000, type: :integer
  #                                     ^^^^^^^^^^^^ env SKOGSRA_PORT optional default=4000 cast=int
  app_env :host, :acme, :host, required: true
  #<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ env ACME_HOST required
end

defmodule Acme.Hush do
  # form: Hush
  def key, do: {:hush, Hush.Provider.SystemEnvironment, "HUSH_KEY"}
  #                                                      ^^^^^^^^ env HUSH_KEY required
  def file, do: {:hush, Hush.Provider.FileSystem, "NOT_HUSH"}
  # none
end
