defmodule Demo.Pay do
  def key, do: Application.fetch_env!(:demo, :stripe_key)
  # none
end
