import Config

# form: environment file
config :my_app, key: System.fetch_env!("PROD_FILE_KEY")
#                                       ^^^^^^^^^^^^^ env PROD_FILE_KEY production
config :my_app, level: System.get_env("PROD_FILE_LEVEL", "warn")
#                                      ^^^^^^^^^^^^^^^ env PROD_FILE_LEVEL optional default=warn
