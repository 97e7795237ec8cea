defmodule Live.MixProject do
  use Mix.Project

  def project do
    [app: :live, version: "0.1.0", elixir: "~> 1.17", deps: deps()]
  end

  def application do
    [mod: {Live.Application, []}, extra_applications: [:logger]]
  end

  defp deps do
    [
      {:phoenix, "~> 1.8"},
      {:ecto_sql, "~> 3.13"},
      {:postgrex, "~> 0.21"},
      {:oban, "~> 2.20"},
      {:swoosh, "~> 1.19"},
      {:req, "~> 0.5"},
      {:sentry, "~> 11.0"},
      {:bandit, "~> 1.8"}
    ]
  end
end
