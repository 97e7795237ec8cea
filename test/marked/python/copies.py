import copy
import os
import subprocess
import types
from collections import ChainMap
from os import environ

# form: copy of os.environ
copied = os.environ.copy()
first = copied["COPY_FIRST"]
#               ^^^^^^^^^^ env COPY_FIRST required
second = copied.get("COPY_SECOND", "two")
#                    ^^^^^^^^^^^ env COPY_SECOND optional default=two
direct = os.environ.copy()["COPY_DIRECT"]
#                           ^^^^^^^^^^^ env COPY_DIRECT required
deep = copy.deepcopy(os.environ)["COPY_DEEP"]
#                                 ^^^^^^^^^ env COPY_DEEP required
copied["COPY_WRITTEN"] = "1"
# none
written = copied["COPY_WRITTEN"]
# none the copy's own key
removed = copied.pop("COPY_POPPED", None)
#                     ^^^^^^^^^^^ env COPY_POPPED optional default=None

# form: dict of os.environ
as_dict = dict(os.environ)
one = as_dict["DICT_ONE"]
#              ^^^^^^^^ env DICT_ONE required
two = dict(environ, DICT_OWN="1").get("DICT_TWO")
#                                      ^^^^^^^^ env DICT_TWO required
three = dict(environ, DICT_OWN="1")["DICT_OWN"]
# none
plain = dict(a=1)["NOT_A_VARIABLE"]
# none
subprocess.run(["x"], env=dict(os.environ, CHILD="1"), check=True)
# none

# form: os.environ unpacked or merged
merged = {"MERGED_LOW": "low", **os.environ, "MERGED_HIGH": "high"}
low = merged["MERGED_LOW"]
#             ^^^^^^^^^^ env MERGED_LOW optional default=low
high = merged["MERGED_HIGH"]
# none the literal stands after
rest = merged.get("MERGED_REST")
#                  ^^^^^^^^^^^ env MERGED_REST required
united = os.environ | {"UNITED_OWN": "1"}
own = united["UNITED_OWN"]
# none
other = united["UNITED_OTHER"]
#               ^^^^^^^^^^^^ env UNITED_OTHER required
defaults = {"UNITED_DEFAULT": "d"} | os.environ
given = defaults["UNITED_DEFAULT"]
#                 ^^^^^^^^^^^^^^ env UNITED_DEFAULT optional default=d
chained = ChainMap(os.environ, {"CHAIN_DEFAULT": "c"})
last = chained["CHAIN_DEFAULT"]
#               ^^^^^^^^^^^^^ env CHAIN_DEFAULT optional default=c
frozen = types.MappingProxyType(os.environ)["FROZEN"]
#                                            ^^^^^^ env FROZEN required
comprehended = {key: value for key, value in os.environ.items()}
key = comprehended["COMPREHENDED"]
#                   ^^^^^^^^^^^^ env COMPREHENDED required
numbers = {key: 1 for key in ["a"]}
number = numbers["NOT_COMPREHENDED"]
# none
flags = 1 | 2
bits = {"a": 1} | {"b": 2}
bit = bits["NOT_UNITED"]
# none


# form: environment as a parameter
def load(env=os.environ):
    return env["PARAMETER_KEY"]
#               ^^^^^^^^^^^^^ env PARAMETER_KEY required


def load_or(env=None):
    env = env or os.environ
    return env.get("PARAMETER_OR", "x")
#                   ^^^^^^^^^^^^ env PARAMETER_OR optional default=x


def load_if(environ=None):
    environ = os.environ if environ is None else environ
    return environ["PARAMETER_IF"]
#                   ^^^^^^^^^^^^ env PARAMETER_IF required


def application(environ, start_response):
    return environ["REQUEST_METHOD"], environ.get("HTTP_HOST")
# none a WSGI application's own dictionary


def unknown(env):
    return env["NOBODY_KNOWS"]
# none


# form: default_factory and partial
from functools import partial  # noqa: E402

read_key = partial(os.environ.get, "PARTIAL_KEY")
#                                   ^^^^^^^^^^^ env PARTIAL_KEY required
read = partial(os.getenv, default="pd")
value = read("PARTIAL_NAME")
#             ^^^^^^^^^^^^ env PARTIAL_NAME optional default=pd
show = partial(print, "NOT_PARTIAL")
# none
