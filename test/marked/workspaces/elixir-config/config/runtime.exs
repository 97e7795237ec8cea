import Config

# form: Application environment from a variable
config :demo, stripe_key: System.fetch_env!("CONFIGURED_KEY")
#                                            ^^^^^^^^^^^^^^ env CONFIGURED_KEY required
