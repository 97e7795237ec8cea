defmodule Live.Slack do
  @moduledoc "Tells the team's channel about large orders, where a webhook is configured."

  def notify(text) do
    case Application.get_env(:live, :slack)[:webhook] do
      nil -> :ok
      url -> Req.post!(url, json: %{text: text})
    end
  end
end
