from config.env import env

# form: env object of another module
SECRET_KEY = env("BASE_SECRET")
#                 ^^^^^^^^^^^ env BASE_SECRET required
LEVEL = env.str("BASE_LEVEL", default="info")
#                ^^^^^^^^^^ env BASE_LEVEL optional default=info
