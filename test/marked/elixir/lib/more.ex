defmodule MyApp.More do
  # form: piped through a function
  def list do
    "PIPED_LIST"
#    ^^^^^^^^^^ env PIPED_LIST optional default="" cast=list
    |> System.get_env("")
    |> String.split(",", trim: true)
  end

  # form: bang operator and boolean
  def enabled?, do: System.get_env("ENABLED") in ["1", "true"]
#                                   ^^^^^^^ env ENABLED optional cast=bool
  def missing?, do: is_nil(System.get_env("MISSING"))
#                                          ^^^^^^^ env MISSING optional
  def present?, do: !!System.get_env("PRESENT")
#                                     ^^^^^^^ env PRESENT optional

  # form: guard clause in cond
  def mode do
    cond do
      System.get_env("COND_KEY") -> :on
#                     ^^^^^^^^ env COND_KEY optional
      true -> :off
    end
  end

  # form: anonymous function
  def lazy, do: fn -> System.fetch_env!("LAZY_KEY") end
#                                        ^^^^^^^^ env LAZY_KEY required

  # form: map and struct fields
  def map, do: %{key: System.get_env("IN_A_MAP"), url: System.get_env("IN_A_MAP_URL", "u")}
#                                     ^^^^^^^^ env IN_A_MAP required
#                                                                      ^^^^^^^^^^^^ env IN_A_MAP_URL optional default=u

  # form: if with else
  def choose do
    if key = System.get_env("IF_ELSE") do
#                            ^^^^^^^ env IF_ELSE optional default=other
      key
    else
      "other"
    end
  end

  # form: if nil, raise
  def checked do
    key = System.get_env("CHECKED")
#                         ^^^^^^^ env CHECKED required
    if is_nil(key), do: raise("CHECKED")
    key
  end

  # form: comprehension over literal names
  def all do
    for name <- ["FOR_ONE", "FOR_TWO"], do: System.fetch_env!(name)
#                 ^^^^^^^ env FOR_ONE required
#                            ^^^^^^^ env FOR_TWO required
  end

  def not_read(env), do: env["ENV_PARAMETER"]
  # none
  def get(config), do: config.get_env("CONFIG_GET_ENV")
  # none
  def charlist, do: ~c"System.get_env(IN_CHARLIST)"
  # none
  def regex, do: ~r/System\.get_env\("IN_REGEX"\)/
  # none
  def atom, do: :"System.get_env"
  # none
  def fun, do: &System.get_env/1
  # none
  def all_env, do: System.get_env() |> map_size()
  # none
  def app_env, do: Application.get_all_env(:APP_NAME)
  # none
  def put, do: Application.put_env(:my_app, :PUT_KEY, "x")
  # none
end
