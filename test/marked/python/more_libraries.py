import click
import dj_database_url
import environ
from configurations import Configuration, values
from envparse import env as parsed
from environs import Env

# form: reader that is made in place
a = environ.Env().str("MADE_STR")
#                      ^^^^^^^^ env MADE_STR required
b = environ.Env()("MADE_CALL", default="x")
#                  ^^^^^^^^^ env MADE_CALL optional default=x
c = Env().bool("MADE_BOOL", False)
#               ^^^^^^^^^ env MADE_BOOL optional default=False cast=bool
django = environ.Env()
d = "ASKED_ENV" in django
#    ^^^^^^^^^ env ASKED_ENV optional
e = SomethingElse().str("NOT_MADE")
# none

# form: dj_database_url.config
f = dj_database_url.config(default="sqlite:///x")
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ env DATABASE_URL optional default=sqlite:///x cast=url
g = dj_database_url.config("REPLICA_URL")
#                           ^^^^^^^^^^^ env REPLICA_URL required cast=url
h = dj_database_url.config(env="OTHER_URL", conn_max_age=600)
#                               ^^^^^^^^^ env OTHER_URL required cast=url
i = dj_database_url.parse("sqlite:///x")
# none

# form: envparse
j = parsed("PARSED_KEY")
#           ^^^^^^^^^^ env PARSED_KEY required
k = parsed.int("PARSED_INT", default=2)
#               ^^^^^^^^^^ env PARSED_INT optional default=2 cast=int


# form: django-configurations
class Dev(Configuration):
    SECRET_KEY = values.SecretValue()
    #<^^^^^^^^ env DJANGO_SECRET_KEY required
    DEBUG = values.BooleanValue(False)
    #<^^^ env DJANGO_DEBUG optional default=False cast=bool
    SITE = values.Value("x", environ_name="SITE_NAME")
    #                                      ^^^^^^^^^ env DJANGO_SITE_NAME optional default=x
    BARE = values.Value("x", environ_name="BARE_NAME", environ_prefix=None)
    #                                      ^^^^^^^^^ env BARE_NAME optional default=x
    DATABASES = values.DatabaseURLValue("sqlite://")
    #<^^^^^^^ env DATABASE_URL optional default=sqlite:// cast=url
    FIXED = values.Value("x", environ=False)
    # none
    lower = values.Value("x")
    # none


# form: click auto_envvar_prefix
@click.group(context_settings={"auto_envvar_prefix": "MYTOOL"})
@click.option("--api-key", required=True)
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ env MYTOOL_API_KEY required
@click.option("-n", "--count", "number", default=3)
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ env MYTOOL_NUMBER optional default=3
@click.argument("source")
# none arguments have no variable
def cli(api_key, number, source):
    pass


@cli.command()
@click.option("--name", allow_from_autoenv=False)
# none
@click.option("--loud/--quiet")
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ env MYTOOL_SAY_HELLO_LOUD optional
def say_hello(name, loud):
    pass


@click.command()
@click.option("--alone")
# none another program without a prefix
def other(alone):
    pass
