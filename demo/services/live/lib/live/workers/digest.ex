defmodule Live.Workers.Digest do
  use Oban.Worker, queue: :mail, max_attempts: 3

  import Swoosh.Email

  @impl Oban.Worker
  def perform(%Oban.Job{}) do
    new()
    |> to("team@example.com")
    |> from("live@example.com")
    |> subject("Yesterday's orders")
    |> Live.Mailer.deliver()
  end
end
