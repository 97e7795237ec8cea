from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Read from the environment at start-up; a field without a default is required."""

    model_config = SettingsConfigDict(env_file=".env")

    celery_broker_url: str
    openai_api_key: str
    openai_model: str = "gpt-4o-mini"
    sentry_dsn: str | None = None


settings = Settings()
