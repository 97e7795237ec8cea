import Config

# form: configuration at build time
config :my_app, MyApp.Repo, username: System.get_env("BUILD_USER", "postgres")
#                                                     ^^^^^^^^^^ env BUILD_USER optional default=postgres

config :logger, :console, format: "$time $metadata[$level] $message\n"
# none
config :my_app, :env, Mix.env()
# none

# form: variable used later
host = System.get_env("LATER_HOST") || "localhost"
#                      ^^^^^^^^^^ env LATER_HOST optional default=localhost
port = String.to_integer(System.get_env("LATER_PORT", "4000"))
#                                        ^^^^^^^^^^ env LATER_PORT optional default=4000 cast=int
config :my_app, MyAppWeb.Endpoint, url: [host: host, port: port]
# none

# form: hammered into a list
config :my_app, hosts: "HOSTS_LIST" |> System.get_env("a,b") |> String.split(",")
#                       ^^^^^^^^^^ env HOSTS_LIST optional default=a,b cast=list

# form: ueberauth tuples
config :ueberauth, Ueberauth.Strategy.Github.OAuth,
  client_id: {System, :get_env, ["MFA_CLIENT_ID"]},
#                                 ^^^^^^^^^^^^^ env MFA_CLIENT_ID required
  client_secret: System.get_env("GITHUB_SECRET")
#                                ^^^^^^^^^^^^^ env GITHUB_SECRET required

import_config "#{config_env()}.exs"
# none
