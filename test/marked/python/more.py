import os
import secrets
from functools import cache
from os import getenv
from typing import Final
import dj_database_url
from flask import Flask
from pydantic import BaseModel

# form: annotated constant
TOKEN: Final[str] = os.environ["ANNOTATED_TOKEN"]
#                               ^^^^^^^^^^^^^^^ env ANNOTATED_TOKEN required
PORT: int = int(getenv("ANNOTATED_PORT", "80"))
#                       ^^^^^^^^^^^^^^ env ANNOTATED_PORT optional default=80 cast=int

# form: dj_database_url
DATABASES = {"default": dj_database_url.parse(os.environ["DJ_URL"])}
#                                                         ^^^^^^ env DJ_URL required cast=url

# form: chain of defaults
chained = os.getenv("CHAIN_FIRST") or os.getenv("CHAIN_SECOND") or "third"
#                    ^^^^^^^^^^^ env CHAIN_FIRST optional default=third
#                                                ^^^^^^^^^^^^ env CHAIN_SECOND optional default=third
nested = os.getenv("NEST_OUTER", os.getenv("NEST_INNER", "in"))
#                   ^^^^^^^^^^ env NEST_OUTER optional default=in
#                                           ^^^^^^^^^^ env NEST_INNER optional default=in

# form: computed default
computed = os.environ.get("COMPUTED_DEFAULT", secrets.token_hex(8))
#                          ^^^^^^^^^^^^^^^^ env COMPUTED_DEFAULT optional

# form: comprehension of truth
ready = all([os.getenv("ALL_ONE"), os.getenv("ALL_TWO")])
#                       ^^^^^^^ env ALL_ONE optional
#                                             ^^^^^^^ env ALL_TWO optional

# form: string methods
clean = os.environ["STRIPPED"].strip().rstrip("/")
#                   ^^^^^^^^ env STRIPPED required
lower = os.getenv("LOWERED", "A").lower()
#                  ^^^^^^^ env LOWERED optional default=A

# form: Flask configuration
app = Flask(__name__)
app.config["SECRET"] = os.environ["FLASK_SECRET"]
#                                  ^^^^^^^^^^^^ env FLASK_SECRET required
app.config.update(DEBUG=os.getenv("FLASK_DEBUG_FLAG") == "1")
#                                  ^^^^^^^^^^^^^^^^ env FLASK_DEBUG_FLAG optional cast=bool
app.config.from_mapping(KEY=os.environ.get("FLASK_MAPPING", "m"))
#                                           ^^^^^^^^^^^^^ env FLASK_MAPPING optional default=m

# form: with statement and yield
with open(os.environ["OPENED_PATH"]) as handle:
#                     ^^^^^^^^^^^ env OPENED_PATH required
    print(handle)


def generate():
    yield os.environ["YIELDED"]
#                     ^^^^^^^ env YIELDED required


# form: cached function
@cache
def cached():
    return os.environ.get("CACHED_KEY")
#                          ^^^^^^^^^^ env CACHED_KEY required


# form: early return
def optional_client():
    key = os.getenv("EARLY_RETURN")
#                    ^^^^^^^^^^^^ env EARLY_RETURN optional
    if not key:
        return None
    return key


# form: raise in else
found = os.getenv("ELSE_RAISE")
#                  ^^^^^^^^^^ env ELSE_RAISE required
if found:
    print(found)
else:
    raise RuntimeError("ELSE_RAISE")


# form: in production alone
if os.environ.get("DEPLOY_ENV") == "production":
#                  ^^^^^^^^^^ env DEPLOY_ENV optional
    print(os.environ["ONLY_PRODUCTION"])
#                     ^^^^^^^^^^^^^^^ env ONLY_PRODUCTION production

# form: main guard
if __name__ == "__main__":
    print(os.environ["IN_MAIN"])
#                     ^^^^^^^ env IN_MAIN required


class Body(BaseModel):
    stripe_key: str
    # none
    environ: dict = {}
    # none


class Reader:
    def __init__(self, environ=None):
        self.environ = environ or {}

    def read(self):
        return self.environ.get("OWN_ENVIRON")
        # none


def shadow():
    os = {"environ": {}}
    return os["environ"]["DICT_OS"]
    # none


def nested_shadow(getenv):
    return getenv("HANDED_GETENV")
    # none


text = r'os.environ["IN_A_RAW_STRING"]'
# none
table = {"os.environ": "IN_A_KEY"}
# none
print(app.config.get("CONFIG_GET"), app.config["CONFIG_SUBSCRIPT"])
# none
os.environ["A_WRITTEN"], other = "a", "b"
# none
os.environ |= {"MERGED": "1"}
# none
