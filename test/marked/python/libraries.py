import click
import environs
import typer
from decouple import Csv, config, UndefinedValueError
from decouple import config as dconf
from dotenv import dotenv_values, load_dotenv, get_key, set_key
from starlette.config import Config
from starlette.datastructures import URL, CommaSeparatedStrings, Secret
from typing_extensions import Annotated

load_dotenv()

# form: decouple config
A = config("DECOUPLE_REQUIRED")
#           ^^^^^^^^^^^^^^^^^ env DECOUPLE_REQUIRED required
B = config("DECOUPLE_DEFAULT", default="x")
#           ^^^^^^^^^^^^^^^^ env DECOUPLE_DEFAULT optional default=x
C = config("DECOUPLE_INT", default=25, cast=int)
#           ^^^^^^^^^^^^ env DECOUPLE_INT optional default=25 cast=int
D = config("DECOUPLE_BOOL", cast=bool)
#           ^^^^^^^^^^^^^ env DECOUPLE_BOOL required cast=bool
E = config("DECOUPLE_CSV", cast=Csv(), default="a,b")
#           ^^^^^^^^^^^^ env DECOUPLE_CSV optional default=a,b cast=list
F = dconf("DECOUPLE_ALIASED", "y")
#          ^^^^^^^^^^^^^^^^ env DECOUPLE_ALIASED optional default=y
G = config(
    "DECOUPLE_LONG",
#    ^^^^^^^^^^^^^ env DECOUPLE_LONG optional default=""
    default="",
)

# form: starlette Config
star = Config(".env")
H = star("STAR_REQUIRED")
#         ^^^^^^^^^^^^^ env STAR_REQUIRED required
I = star("STAR_DEBUG", cast=bool, default=False)
#         ^^^^^^^^^^ env STAR_DEBUG optional default=False cast=bool
J = star("STAR_SECRET", cast=Secret)
#         ^^^^^^^^^^^ env STAR_SECRET required
K = star("STAR_HOSTS", cast=CommaSeparatedStrings, default="a.example,b.example")
#         ^^^^^^^^^^ env STAR_HOSTS optional default=a.example,b.example cast=list
L = star.get("STAR_GET", default="g")
#             ^^^^^^^^ env STAR_GET optional default=g

# form: environs
env = environs.Env()
env.read_env()
M = env("ENVIRONS_CALL")
#        ^^^^^^^^^^^^^ env ENVIRONS_CALL required
N = env.str("ENVIRONS_STR", "d")
#            ^^^^^^^^^^^^ env ENVIRONS_STR optional default=d
O = env.int("ENVIRONS_INT")
#            ^^^^^^^^^^^^ env ENVIRONS_INT required cast=int
P = env.bool("ENVIRONS_BOOL", default=False)
#             ^^^^^^^^^^^^^ env ENVIRONS_BOOL optional default=False cast=bool
Q = env.list("ENVIRONS_LIST", subcast=int)
#             ^^^^^^^^^^^^^ env ENVIRONS_LIST required cast=list
R = env.json("ENVIRONS_JSON")
#             ^^^^^^^^^^^^^ env ENVIRONS_JSON required cast=json
S = env.float("ENVIRONS_FLOAT", 0.5)
#              ^^^^^^^^^^^^^^ env ENVIRONS_FLOAT optional default=0.5 cast=float

# form: environs prefix
with env.prefixed("DB_"):
    T = env.str("HOST", "localhost")
#                ^^^^ env DB_HOST optional default=localhost
    U = env.int("PORT", 5432)
#                ^^^^ env DB_PORT optional default=5432 cast=int


# form: click envvar
@click.command()
@click.option("--token", envvar="CLICK_TOKEN", required=True)
#                                ^^^^^^^^^^^ env CLICK_TOKEN required
@click.option("--url", envvar="CLICK_URL", default="http://localhost")
#                              ^^^^^^^^^ env CLICK_URL optional default=http://localhost
@click.option("--user", envvar=["CLICK_USER", "CLICK_LOGIN"])
#                                ^^^^^^^^^^ env CLICK_USER optional
#                                              ^^^^^^^^^^^ env CLICK_LOGIN optional
@click.argument("src", envvar="CLICK_SRC")
#                              ^^^^^^^^^ env CLICK_SRC required
def main(token, url, user, src):
    pass


# form: typer envvar
cli = typer.Typer()


@cli.command()
def run(
    token: str = typer.Option(..., envvar="TYPER_TOKEN"),
#                                          ^^^^^^^^^^^ env TYPER_TOKEN required
    level: str = typer.Option("info", envvar="TYPER_LEVEL"),
#                                             ^^^^^^^^^^^ env TYPER_LEVEL optional default=info
    region: Annotated[str, typer.Option(envvar="TYPER_REGION")] = "eu",
#                                               ^^^^^^^^^^^^ env TYPER_REGION optional default=eu
    name: str = typer.Argument(default="n", envvar="TYPER_NAME"),
#                                                   ^^^^^^^^^^ env TYPER_NAME optional default=n
):
    pass


# form: dotenv_values
values = dotenv_values(".env")
V = values["DOTENV_VALUE"]
#           ^^^^^^^^^^^^ env DOTENV_VALUE required
W = values.get("DOTENV_GET", "w")
#               ^^^^^^^^^^ env DOTENV_GET optional default=w

set_key(".env", "SET_BY_US", "1")
# none
click.echo("CLICK_ECHO")
# none
env.dump()
# none
print(config.__doc__, "DECOUPLE_PRINTED")
# none


@click.option("--other", help="or set envvar CLICK_HELP")
# none
def other(other):
    pass
