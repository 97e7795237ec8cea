import os
from dataclasses import dataclass, field
from functools import lru_cache, partial


# form: function body
def make_client():
    return {"key": os.environ["IN_FUNCTION"]}
#                              ^^^^^^^^^^^ env IN_FUNCTION required


# form: async function
async def fetch():
    token = os.getenv("IN_ASYNC", "t")
#                      ^^^^^^^^ env IN_ASYNC optional default=t
    return token


# form: class attribute
class Config:
    SECRET_KEY = os.environ["CLASS_SECRET"]
#                            ^^^^^^^^^^^^ env CLASS_SECRET required
    DATABASE_URI = os.environ.get("CLASS_DB") or "sqlite:///app.db"
#                                  ^^^^^^^^ env CLASS_DB optional default=sqlite:///app.db

    def __init__(self):
        self.host = os.environ.get("INIT_HOST", "localhost")
#                                   ^^^^^^^^^ env INIT_HOST optional default=localhost

    @property
    def port(self) -> int:
        return int(os.environ["PROPERTY_PORT"])
#                              ^^^^^^^^^^^^^ env PROPERTY_PORT required cast=int

    @staticmethod
    def name():
        return os.getenv("STATIC_NAME", "n")
#                         ^^^^^^^^^^^ env STATIC_NAME optional default=n


# form: dataclass default_factory
@dataclass
class Options:
    region: str = os.getenv("DC_REGION", "us")
#                            ^^^^^^^^^ env DC_REGION optional default=us
    bucket: str = field(default_factory=lambda: os.environ["DC_BUCKET"])
#                                                           ^^^^^^^^^ env DC_BUCKET required


# form: parameter default
def connect(url=os.environ.get("PARAM_URL", "redis://localhost")):
#                               ^^^^^^^^^ env PARAM_URL optional default=redis://localhost
    return url


# form: decorator argument
def retry(times):
    return lambda f: f


@retry(times=int(os.environ.get("RETRIES", "3")))
#                                ^^^^^^^ env RETRIES optional default=3 cast=int
def call():
    pass


# form: lambda and comprehension
later = lambda: os.environ["LAMBDA_KEY"]
#                           ^^^^^^^^^^ env LAMBDA_KEY required
many = [os.environ["LISTED"] for _ in range(2)]
#                   ^^^^^^ env LISTED required
options = {"dsn": os.environ["IN_A_DICT"], "rate": float(os.getenv("IN_A_DICT_RATE", "1.0"))}
#                             ^^^^^^^^^ env IN_A_DICT required
#                                                                   ^^^^^^^^^^^^^^ env IN_A_DICT_RATE optional default=1.0 cast=float

# form: loop over literal names
for required in ("LOOP_ONE", "LOOP_TWO"):
#                 ^^^^^^^^ env LOOP_ONE required
#                             ^^^^^^^^ env LOOP_TWO required
    if required not in os.environ:
        raise SystemExit(required)

# form: keyword argument
print(make_client(), end=os.environ.get("LINE_END", "\n"))
#                                        ^^^^^^^^ env LINE_END optional default="\n"

# form: match statement
match os.environ.get("MATCHED"):
#                     ^^^^^^^ env MATCHED optional
    case "a":
        pass
    case _:
        pass

# form: wrapper function
def require_env(name):
    value = os.environ.get(name)
    if not value:
        raise RuntimeError(f"{name} is not set")
    return value


def get_env(name: str, default: str | None = None) -> str | None:
    return os.environ.get(name, default)


def get_bool(name, default=False):
    return os.getenv(name, str(default)).lower() in ("1", "true", "yes")


W1 = require_env("WRAPPED_REQUIRED")
#                 ^^^^^^^^^^^^^^^^ env WRAPPED_REQUIRED required
W2 = get_env("WRAPPED_DEFAULT", "d")
#             ^^^^^^^^^^^^^^^ env WRAPPED_DEFAULT optional default=d
W3 = get_env("WRAPPED_BARE")
#             ^^^^^^^^^^^^ env WRAPPED_BARE required
W4 = get_bool("WRAPPED_BOOL", True)
#              ^^^^^^^^^^^^ env WRAPPED_BOOL optional default=True cast=bool


# form: wrapper method
class Settings:
    def _get(self, key, default=None):
        return os.environ.get(key, default)

    def load(self):
        self.a = self._get("METHOD_WRAPPED", "m")
#                           ^^^^^^^^^^^^^^ env METHOD_WRAPPED optional default=m
