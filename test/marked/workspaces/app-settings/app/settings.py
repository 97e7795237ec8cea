from pydantic_settings import BaseSettings, SettingsConfigDict


# form: settings class used elsewhere
class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="APP_")
    stripe_key: str
#   ^^^^^^^^^^ env APP_STRIPE_KEY required
    port: int = 80
#   ^^^^ env APP_PORT optional default=80 cast=int


settings = Settings()
