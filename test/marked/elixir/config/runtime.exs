import Config
import Dotenvy

# form: System.get_env
config :my_app, key: System.get_env("GET_ENV")
#                                    ^^^^^^^ env GET_ENV required
config :my_app, level: System.get_env("LOG_LEVEL", "info")
#                                      ^^^^^^^^^ env LOG_LEVEL optional default=info
config :my_app, host: System.get_env("APP_HOST") || "localhost"
#                                     ^^^^^^^^ env APP_HOST optional default=localhost
config :my_app, piped: "PIPED_NAME" |> System.get_env()
#                       ^^^^^^^^^^ env PIPED_NAME required

# form: System.fetch_env!
config :my_app, secret: System.fetch_env!("FETCH_BANG")
#                                          ^^^^^^^^^^ env FETCH_BANG required

# form: or raise
config :my_app,
  salt:
    System.get_env("OR_RAISE") ||
#                   ^^^^^^^^ env OR_RAISE required
      raise("OR_RAISE is missing")

database_url =
  System.get_env("DATABASE_URL") ||
#                 ^^^^^^^^^^^^ env DATABASE_URL required
    raise """
    environment variable DATABASE_URL is missing.
    """

# form: casts
config :my_app, MyApp.Repo,
  url: database_url,
  pool_size: String.to_integer(System.get_env("POOL_SIZE") || "10"),
#                                              ^^^^^^^^^ env POOL_SIZE optional default=10 cast=int
  ssl: System.get_env("DATABASE_SSL") == "true",
#                      ^^^^^^^^^^^^ env DATABASE_SSL optional cast=bool
  timeout: "DB_TIMEOUT" |> System.get_env("15000") |> String.to_integer(),
#           ^^^^^^^^^^ env DB_TIMEOUT optional default=15000 cast=int
  ipv6: System.get_env("ECTO_IPV6") in ~w(true 1),
#                       ^^^^^^^^^ env ECTO_IPV6 optional cast=bool
  ratio: String.to_float(System.fetch_env!("DB_RATIO"))
#                                           ^^^^^^^^ env DB_RATIO required cast=float

config :my_app, origins: String.split(System.get_env("ORIGINS", ""), ",")
#                                                     ^^^^^^^ env ORIGINS optional default="" cast=list

# form: if and unless
if System.get_env("PHX_SERVER") do
#                  ^^^^^^^^^^ env PHX_SERVER optional
  config :my_app, MyAppWeb.Endpoint, server: true
end

if dsn = System.get_env("SENTRY_DSN") do
#                        ^^^^^^^^^^ env SENTRY_DSN optional
  config :sentry, dsn: dsn
end

unless System.get_env("SKIP_TLS"), do: config(:my_app, tls: true)
#                      ^^^^^^^^ env SKIP_TLS optional

# form: production block
if config_env() == :prod do
  secret_key_base =
    System.get_env("SECRET_KEY_BASE") ||
#                   ^^^^^^^^^^^^^^^ env SECRET_KEY_BASE production
      raise "SECRET_KEY_BASE is missing"

  config :my_app, MyAppWeb.Endpoint,
    url: [host: System.get_env("PHX_HOST") || "example.com", port: 443],
#                               ^^^^^^^^ env PHX_HOST optional default=example.com
    http: [port: String.to_integer(System.fetch_env!("PROD_PORT"))],
#                                                     ^^^^^^^^^ env PROD_PORT production cast=int
    secret_key_base: secret_key_base
end

# form: Dotenvy
source!([".env", System.get_env()])
config :my_app, a: env!("DOTENVY_KEY")
#                        ^^^^^^^^^^^ env DOTENVY_KEY required
config :my_app, b: env!("DOTENVY_STRING", :string)
#                        ^^^^^^^^^^^^^^ env DOTENVY_STRING required
config :my_app, c: env!("DOTENVY_INT", :integer, 5)
#                        ^^^^^^^^^^^ env DOTENVY_INT optional default=5 cast=int
config :my_app, d: env!("DOTENVY_BOOL", :boolean, false)
#                        ^^^^^^^^^^^^ env DOTENVY_BOOL optional default=false cast=bool
config :my_app, e: Dotenvy.env!("DOTENVY_REMOTE", :string!)
#                                ^^^^^^^^^^^^^^ env DOTENVY_REMOTE required

# form: system tuple
config :my_app, MyApp.Mailer,
  api_key: {:system, "SYSTEM_TUPLE"},
#                     ^^^^^^^^^^^^ env SYSTEM_TUPLE required
  port: {:system, "SYSTEM_TUPLE_DEFAULT", "25"},
#                  ^^^^^^^^^^^^^^^^^^^^ env SYSTEM_TUPLE_DEFAULT optional default=25
  retries: {:system, :integer, "SYSTEM_TUPLE_TYPED", 3}
#                               ^^^^^^^^^^^^^^^^^^ env SYSTEM_TUPLE_TYPED optional default=3 cast=int

config :my_app, not_a_name: {:other, "OTHER_TUPLE"}
# none
config :my_app, text: "System.get_env(\"IN_A_STRING\")"
# none
System.put_env("PUT_ENV", "1")
# none
System.put_env(%{"PUT_MAP" => "1"})
# none
System.delete_env("DELETED")
# none
config :my_app, plain: "PLAIN_STRING"
# none
config :my_app, atom: :GET_ENV_ATOM
# none
# The variable PROSE_NAME is explained in the manual.
# none
