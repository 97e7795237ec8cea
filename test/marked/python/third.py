import os
import environs
from environs import env as shared
from environ import Env
from decouple import AutoConfig, Config as DConfig, RepositoryEnv
from starlette.config import environ as star_environ
from os import environ as ENV
import typing as t
import click
import typer

# form: environs shared instance
A = shared.str("SHARED_STR")
#               ^^^^^^^^^^ env SHARED_STR required
B = shared.bool("SHARED_BOOL", False)
#                ^^^^^^^^^^^ env SHARED_BOOL optional default=False cast=bool

# form: class-level Env
class Conf:
    env = Env(DEBUG=(bool, True))
    debug = env.bool("CONF_DEBUG", default=False)
#                     ^^^^^^^^^^ env CONF_DEBUG optional default=False cast=bool
    name = env("CONF_NAME")
#               ^^^^^^^^^ env CONF_NAME required


# form: decouple AutoConfig and RepositoryEnv
auto = AutoConfig(search_path=".")
C = auto("AUTO_NAME", default="a")
#         ^^^^^^^^^ env AUTO_NAME optional default=a
repo = DConfig(RepositoryEnv(".env"))
D = repo("REPO_KEY")
#         ^^^^^^^^ env REPO_KEY required
E = repo.get("REPO_GET", cast=int)
#             ^^^^^^^^ env REPO_GET required cast=int

# form: decouple cast by lambda
F = auto("LAMBDA_LIST", default="", cast=lambda v: [s.strip() for s in v.split(",")])
#         ^^^^^^^^^^^ env LAMBDA_LIST optional default="" cast=list

# form: starlette environ
G = star_environ["STAR_ENVIRON"]
#                 ^^^^^^^^^^^^ env STAR_ENVIRON required
H = star_environ.get("STAR_ENVIRON_GET", "h")
#                     ^^^^^^^^^^^^^^^^ env STAR_ENVIRON_GET optional default=h

# form: uppercase alias
I = ENV.get("UPPER_ALIAS", "i")
#            ^^^^^^^^^^^ env UPPER_ALIAS optional default=i

# form: adjacent string literals
J = os.getenv("FOR_JOINED", "one" "two")
#              ^^^^^^^^^^ env FOR_JOINED optional default=onetwo

# form: environ in a default argument of get
K = os.environ.get("INNER_FIRST", os.environ["INNER_SECOND"])
#                   ^^^^^^^^^^^ env INNER_FIRST optional
#                                             ^^^^^^^^^^^^ env INNER_SECOND required

# form: try int
try:
    L = int(os.environ.get("TRY_INT", ""))
#                           ^^^^^^^ env TRY_INT optional default="" cast=int
except ValueError:
    L = 1

# form: __getitem__
M = os.environ.__getitem__("DUNDER")
#                           ^^^^^^ env DUNDER required

# form: constant default
DEFAULT_REGION = "eu-west-1"
N = os.getenv("CONST_DEFAULT", DEFAULT_REGION)
#              ^^^^^^^^^^^^^ env CONST_DEFAULT optional default=eu-west-1

# form: list of required names
REQUIRED = ["LIST_ONE", "LIST_TWO"]
#            ^^^^^^^^ env LIST_ONE required
#                        ^^^^^^^^ env LIST_TWO required
missing = [name for name in REQUIRED if not os.environ.get(name)]
if missing:
    raise RuntimeError(missing)

# form: nested function and closure
def outer():
    def inner():
        return os.environ["CLOSURE_KEY"]
#                          ^^^^^^^^^^^ env CLOSURE_KEY required
    return inner


# form: yield fixture and global
def setup():
    global TOKEN
    TOKEN = os.getenv("GLOBAL_TOKEN") or ""
#                      ^^^^^^^^^^^^ env GLOBAL_TOKEN optional default=""


# form: click option without default
@click.command()
@click.option("--key", "-k", envvar="CLICK_PLAIN", help="Key")
#                                    ^^^^^^^^^^^ env CLICK_PLAIN optional
@click.option("--count", type=int, default=3, show_default=True, envvar="CLICK_COUNT")
#                                                                        ^^^^^^^^^^^ env CLICK_COUNT optional default=3 cast=int
@click.option("--flag/--no-flag", default=False, envvar="CLICK_FLAG")
#                                                        ^^^^^^^^^^ env CLICK_FLAG optional default=False
def command(key, count, flag):
    pass


# form: f-string and format
O = "postgres://%s:%s" % (os.environ["PG_USER"], os.environ["PG_PASS"])
#                                     ^^^^^^^ env PG_USER required
#                                                            ^^^^^^^ env PG_PASS required
P = "{}".format(os.getenv("FORMATTED", "f"))
#                          ^^^^^^^^^ env FORMATTED optional default=f

# form: semicolons and tuples
Q, R = os.environ["TUPLE_ONE"], os.environ.get("TUPLE_TWO", "2")
#                  ^^^^^^^^^ env TUPLE_ONE required
#                                               ^^^^^^^^^ env TUPLE_TWO optional default=2
S = os.environ["SEMI_ONE"]; T = os.environ["SEMI_TWO"]
#               ^^^^^^^^ env SEMI_ONE required
#                                           ^^^^^^^^ env SEMI_TWO required

# form: any of several
if not (os.getenv("ANY_ONE") or os.getenv("ANY_TWO")):
#                  ^^^^^^^ env ANY_ONE optional
#                                          ^^^^^^^ env ANY_TWO optional
    print("neither")

# form: continuation line
U = os.environ \
    .get("CONTINUED", "c")
#         ^^^^^^^^^ env CONTINUED optional default=c

print(ENV.copy(), ENV.keys())
# none
config = {"a": 1}
print(config.get("DICT_CONFIG"), config["DICT_SUBSCRIPT"])
# none


class Config:
    @classmethod
    def get(cls, key):
        return key


print(Config.get("CLASS_CONFIG_GET"))
# none


def env(name):
    return name


print(env("LOCAL_ENV_FUNCTION"))
# none


def test_it(monkeypatch):
    monkeypatch.setenv("MONKEY_SET", "1")
    # none
    monkeypatch.delenv("MONKEY_DELETED", raising=False)
    # none


print(typer.echo("TYPER_ECHO"), t.TYPE_CHECKING)
# none
