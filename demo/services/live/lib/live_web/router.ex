defmodule LiveWeb.Router do
  use Phoenix.Router

  pipeline :api do
    plug :accepts, ["json"]
  end

  scope "/api", LiveWeb do
    pipe_through :api

    get "/orders", OrderController, :index
    post "/orders/:id/ship", OrderController, :ship
  end
end
