import environ
from environ import FileAwareEnv

# form: Env scheme
env = environ.Env(
    DEBUG=(bool, False),
    ALLOWED_HOSTS=(list, []),
    MAIL_PORT=int,
)
environ.Env.read_env(".env")
DEBUG = env("DEBUG")
#            ^^^^^ env DEBUG optional default=False cast=bool
ALLOWED_HOSTS = env("ALLOWED_HOSTS")
#                    ^^^^^^^^^^^^^ env ALLOWED_HOSTS optional default=[] cast=list
MAIL_PORT = env("MAIL_PORT")
#                ^^^^^^^^^ env MAIL_PORT required cast=int

# form: env call
SECRET_KEY = env("SECRET_KEY")
#                 ^^^^^^^^^^ env SECRET_KEY required
SITE = env("SITE_NAME", default="Site")
#           ^^^^^^^^^ env SITE_NAME optional default=Site
NONE = env("NONE_OK", default=None)
#           ^^^^^^^ env NONE_OK optional default=None
CAST = env("CAST_INT", cast=int, default=4)
#           ^^^^^^^^ env CAST_INT optional default=4 cast=int

# form: typed methods
A = env.str("ENV_STR")
#            ^^^^^^^ env ENV_STR required
B = env.bool("ENV_BOOL", default=True)
#             ^^^^^^^^ env ENV_BOOL optional default=True cast=bool
C = env.int("ENV_INT", 3)
#            ^^^^^^^ env ENV_INT optional default=3 cast=int
D = env.float("ENV_FLOAT")
#              ^^^^^^^^^ env ENV_FLOAT required cast=float
E = env.list("ENV_LIST", default=["a"])
#             ^^^^^^^^ env ENV_LIST optional default=[a] cast=list
F = env.dict("ENV_DICT")
#             ^^^^^^^^ env ENV_DICT required cast=dict
G = env.json("ENV_JSON", default={})
#             ^^^^^^^^ env ENV_JSON optional default={} cast=json
H = env.url("ENV_URL")
#            ^^^^^^^ env ENV_URL required cast=url

# form: url forms with their own names
DATABASES = {
    "default": env.db(),
#              ^^^^^^^^ env DATABASE_URL required cast=url
    "replica": env.db("REPLICA_URL", default="sqlite:///r.db"),
#                      ^^^^^^^^^^^ env REPLICA_URL optional default=sqlite:///r.db cast=url
    "third": env.db_url("THIRD_URL"),
#                        ^^^^^^^^^ env THIRD_URL required cast=url
}
CACHES = {"default": env.cache(), "other": env.cache_url("OTHER_CACHE", default="locmemcache://")}
#                    ^^^^^^^^^^^ env CACHE_URL required cast=url
#                                                         ^^^^^^^^^^^ env OTHER_CACHE optional default=locmemcache:// cast=url
EMAIL = env.email("MAIL_URL", default="consolemail://")
#                  ^^^^^^^^ env MAIL_URL optional default=consolemail:// cast=url
SEARCH = env.search_url()
#        ^^^^^^^^^^^^^^^^ env SEARCH_URL required cast=url

# form: FileAwareEnv
fenv = FileAwareEnv()
K = fenv("FILE_AWARE")
#         ^^^^^^^^^^ env FILE_AWARE required

env.read_env("env/NOT_A_NAME")
# none
env.ENVIRON["DIRECTLY_WRITTEN"] = "1"
# none
root = environ.Path(__file__)
base = root("BASE_DIR")
# none
