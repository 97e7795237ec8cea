from app.env import as_int, require
from .env import optional as opt
from app import env as envs

KEY = require("HELPED_KEY")
#              ^^^^^^^^^^ env HELPED_KEY required
NAME = opt("HELPED_NAME", "n")
#           ^^^^^^^^^^^ env HELPED_NAME optional default=n
OWN = opt("HELPED_OWN")
#          ^^^^^^^^^^ env HELPED_OWN optional default=none
PORT = as_int("HELPED_PORT", 80)
#              ^^^^^^^^^^^ env HELPED_PORT optional default=80 cast=int
VIA = envs.require("HELPED_MODULE")
#                   ^^^^^^^^^^^^^ env HELPED_MODULE required


def require_local(name):
    return name


LOCAL = require_local("NOT_HELPED")
# none
print("HELPED_TEXT")
# none
