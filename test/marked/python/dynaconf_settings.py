from dynaconf import Dynaconf, Validator

# form: Dynaconf
settings = Dynaconf(envvar_prefix="MYAPP", settings_files=["settings.toml"])
host = settings.HOST
#               ^^^^ env MYAPP_HOST optional
port = settings.get("PORT", 80)
#                    ^^^^ env MYAPP_PORT optional default=80
key = settings["API_KEY"]
#               ^^^^^^^ env MYAPP_API_KEY optional

settings.reload()
# none
settings.configure(ENV="x")
# none
print(settings.current_env)
# none
