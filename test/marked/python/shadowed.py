"""Names that look like accessors and are something else."""
import configparser
import redis
from flask import Flask
from jinja2 import Environment
from alembic import context
from celery import Celery
from kombu import config as kombu_config
from pathlib import Path
from requests import Session

app = Flask(__name__)
a = app.config["FLASK_CONFIG_KEY"]
# none
b = app.config.get("FLASK_CONFIG_GET", "x")
# none

config = context.config
c = config.get_main_option("sqlalchemy.url")
# none
parser = configparser.ConfigParser()
d = parser["SECTION"]["OPTION"]
# none
d2 = parser.get("SECTION", "OPTION")
# none

env = Environment()
e = env.get_template("TEMPLATE_NAME")
# none
f = env.globals["GLOBAL_NAME"]
# none

g = kombu_config("KOMBU_NAME")
# none


def build(config, env, environ, os):
    one = config("PARAMETER_CONFIG")
    # none
    two = env("PARAMETER_ENV")
    # none
    three = environ["WSGI_KEY"]
    # none
    four = os.environ["SHADOWED_OS"]
    # none
    five = os.getenv("SHADOWED_GETENV")
    # none
    return one, two, three, four, five


def application(environ, start_response):
    path = environ["PATH_INFO"]
    # none
    method = environ.get("REQUEST_METHOD", "GET")
    # none
    return [path, method]


class Box:
    environ = {}

    def get(self):
        return self.environ["OWN_ATTRIBUTE"]
        # none


def getenv(name):
    return name.lower()


h = getenv("OWN_GETENV")
# none
settings = {"KEY": 1}
i = settings["KEY"]
# none
session = Session()
j = session.headers.get("AUTHORIZATION")
# none
k = redis.Redis().get("REDIS_KEY")
# none
m = Path("ENVIRON").read_text()
# none
n = dict(HOME="x").get("HOME_OF_DICT")
# none
celery = Celery("APP")
o = celery.conf.get("BROKER")
# none


def local():
    environ = {"A": 1}
    return environ["LOCAL_DICT"]
    # none


class os:
    environ = {}
