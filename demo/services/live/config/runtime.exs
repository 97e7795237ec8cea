import Config

config :live, :slack, webhook: System.get_env("SLACK_WEBHOOK_URL")

if config_env() == :prod do
  config :live, Live.Repo,
    url: System.fetch_env!("DATABASE_URL"),
    pool_size: String.to_integer(System.get_env("POOL_SIZE", "10"))

  secret_key_base =
    System.get_env("SECRET_KEY_BASE") ||
      raise "SECRET_KEY_BASE is missing; make one with: mix phx.gen.secret"

  config :live, LiveWeb.Endpoint,
    url: [host: System.get_env("PHX_HOST", "live.example.com"), port: 443, scheme: "https"],
    secret_key_base: secret_key_base

  config :live, Live.Mailer,
    adapter: Swoosh.Adapters.Mailgun,
    api_key: System.fetch_env!("MAILGUN_API_KEY"),
    domain: System.fetch_env!("MAILGUN_DOMAIN")

  config :sentry, dsn: System.get_env("SENTRY_DSN"), environment_name: :prod
end
