import Config

config :live, ecto_repos: [Live.Repo]

config :live, Live.Mailer, adapter: Swoosh.Adapters.Local

config :live, Oban,
  repo: Live.Repo,
  queues: [default: 10, mail: 5],
  plugins: [{Oban.Plugins.Cron, crontab: [{"0 7 * * *", Live.Workers.Digest}]}]
