from app.settings import Settings, settings

print(settings.stripe_key)
# none
other = Settings(_env_file="x")
# none
