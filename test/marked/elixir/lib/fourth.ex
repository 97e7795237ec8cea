defmodule MyApp.Fourth do
  # form: imported from System
  import System

  def a, do: get_env("IMPORTED_GET")
#                     ^^^^^^^^^^^^ env IMPORTED_GET required
  def b, do: fetch_env!("IMPORTED_FETCH")
#                        ^^^^^^^^^^^^^^ env IMPORTED_FETCH required

  # form: alias of System
  alias System, as: Sys
  def c, do: Sys.get_env("ALIASED_SYSTEM", "s")
#                         ^^^^^^^^^^^^^^ env ALIASED_SYSTEM optional default=s
end

defmodule MyApp.Provider do
  # form: Config provider
  @behaviour Config.Provider

  def init(path), do: path

  def load(config, _path) do
    Config.Reader.merge(config, my_app: [token: System.fetch_env!("PROVIDER_TOKEN")])
#                                                                  ^^^^^^^^^^^^^^ env PROVIDER_TOKEN required
  end
end

defmodule MyApp.Own do
  def get_env(name), do: name
  def x, do: get_env("OWN_GET_ENV")
  # none
end
