"""Reads of the standard library: os.environ["DOCSTRING_NAME"] is only text here."""
import json
import os
import os as operating
import os.path
from os import environ, getenv
from os import environ as e
from os import getenv as ge
import sys

# form: os.environ subscript
STRIPE_KEY = os.environ["STRIPE_KEY"]
#                        ^^^^^^^^^^ env STRIPE_KEY required
WORKERS = int(os.environ["WORKERS"])
#                         ^^^^^^^ env WORKERS required cast=int
RATIO = float(os.environ['RATIO'])
#                         ^^^^^ env RATIO required cast=float
HOSTS = os.environ["HOSTS"].split(",")
#                   ^^^^^ env HOSTS required cast=list
FLAGS = json.loads(os.environ["FLAGS_JSON"])
#                              ^^^^^^^^^^ env FLAGS_JSON required cast=json
URL = f"https://{os.environ['API_HOST']}/v1"
#                            ^^^^^^^^ env API_HOST required

# form: os.environ.get
A = os.environ.get("SENTRY_DSN")
#                   ^^^^^^^^^^ env SENTRY_DSN required
B = os.environ.get("LOG_LEVEL", "info")
#                   ^^^^^^^^^ env LOG_LEVEL optional default=info
C = os.environ.get("REGION", default="eu")
#                   ^^^^^^ env REGION optional default=eu
D = os.environ.get("CACHE_TTL") or "60"
#                   ^^^^^^^^^ env CACHE_TTL optional default=60
E = int(os.environ.get("PORT", 8000))
#                       ^^^^ env PORT optional default=8000 cast=int
F = os.environ.get("DEBUG", "false").lower() == "true"
#                   ^^^^^ env DEBUG optional default=false cast=bool
G = os.environ.get("MAYBE", None)
#                   ^^^^^ env MAYBE optional default=None
H = os.environ.get("EMPTY_OK", "")
#                   ^^^^^^^^ env EMPTY_OK optional default=""

# form: os.getenv
I = os.getenv("OPENAI_API_KEY")
#              ^^^^^^^^^^^^^^ env OPENAI_API_KEY required
J = os.getenv("OPENAI_MODEL", "gpt-4o")
#              ^^^^^^^^^^^^ env OPENAI_MODEL optional default=gpt-4o
K = bool(os.getenv("USE_TLS"))
#                   ^^^^^^^ env USE_TLS optional cast=bool
L = os.getenv("TIMEOUT") or 30
#              ^^^^^^^ env TIMEOUT optional default=30
M = float(os.getenv("TEMPERATURE", "0.7"))
#                    ^^^^^^^^^^^ env TEMPERATURE optional default=0.7 cast=float
N = os.getenv("ALLOWED_ORIGINS", "").split(",")
#              ^^^^^^^^^^^^^^^ env ALLOWED_ORIGINS optional default="" cast=list
O = os.getenv(
    "MULTI_LINE",
#    ^^^^^^^^^^ env MULTI_LINE optional default=x
    "x",
)
P = os.getenv(key="BY_KEYWORD", default="z")
#                  ^^^^^^^^^^ env BY_KEYWORD optional default=z

# form: from os import environ, getenv
Q = environ["FROM_ENVIRON"]
#            ^^^^^^^^^^^^ env FROM_ENVIRON required
R = environ.get("FROM_ENVIRON_GET", "q")
#                ^^^^^^^^^^^^^^^^ env FROM_ENVIRON_GET optional default=q
S = getenv("FROM_GETENV")
#           ^^^^^^^^^^^ env FROM_GETENV required

# form: import with an alias
T = e["ALIASED_ENVIRON"]
#      ^^^^^^^^^^^^^^^ env ALIASED_ENVIRON required
U = e.get("ALIASED_GET")
#          ^^^^^^^^^^^ env ALIASED_GET required
V = ge("ALIASED_GETENV", "v")
#       ^^^^^^^^^^^^^^ env ALIASED_GETENV optional default=v
W = operating.environ["ALIASED_OS"]
#                      ^^^^^^^^^^ env ALIASED_OS required
X = operating.getenv("ALIASED_OS_GETENV", "w")
#                     ^^^^^^^^^^^^^^^^^ env ALIASED_OS_GETENV optional default=w

# form: local alias of os.environ
env_map = os.environ
Y = env_map["THROUGH_LOCAL"]
#            ^^^^^^^^^^^^^ env THROUGH_LOCAL required
Z = env_map.get("THROUGH_LOCAL_GET", "1")
#                ^^^^^^^^^^^^^^^^^ env THROUGH_LOCAL_GET optional default=1

# form: setdefault
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "core.settings")
#                      ^^^^^^^^^^^^^^^^^^^^^^ env DJANGO_SETTINGS_MODULE optional default=core.settings
environ.setdefault("TZ_NAME", "UTC")
#                   ^^^^^^^ env TZ_NAME optional default=UTC

# form: membership test
if "CI_RUN" in os.environ:
#   ^^^^^^ env CI_RUN optional
    print("ci")
if "OFFLINE" not in environ:
#   ^^^^^^^ env OFFLINE optional
    print("online")
IS_LAMBDA = "AWS_LAMBDA_FUNCTION_NAME" in os.environ
#            ^^^^^^^^^^^^^^^^^^^^^^^^ env AWS_LAMBDA_FUNCTION_NAME optional

# form: constant as the name
KEY_NAME = "INDIRECT_KEY"
indirect = os.environ[KEY_NAME]
#                     ^^^^^^^^ env INDIRECT_KEY required

# form: walrus guard
if token := os.environ.get("WALRUS_TOKEN"):
#                           ^^^^^^^^^^^^ env WALRUS_TOKEN optional
    print(len(token))

# form: if not, raise
api_key = os.getenv("CHECKED_KEY")
#                    ^^^^^^^^^^^ env CHECKED_KEY required
if not api_key:
    raise RuntimeError("CHECKED_KEY is missing")

secret = os.environ.get("EXITED_KEY")
#                        ^^^^^^^^^^ env EXITED_KEY required
if secret is None:
    sys.exit("set EXITED_KEY")

# form: if present, use
proxy = os.environ.get("PROXY_URL")
#                       ^^^^^^^^^ env PROXY_URL optional
if proxy:
    print("proxy", proxy)

# form: conditional expression
mode = os.environ["RUN_MODE"] if "RUN_MODE" in os.environ else "dev"
#                  ^^^^^^^^ env RUN_MODE optional default=dev
#                                 ^^^^^^^^ env RUN_MODE optional
level = "debug" if os.getenv("VERBOSE") else "info"
#                             ^^^^^^^ env VERBOSE optional

# form: comparison
if os.environ.get("APP_ENV") == "production":
#                  ^^^^^^^ env APP_ENV optional
    print("prod")
is_prod = os.getenv("STAGE") in ("prod", "production")
#                    ^^^^^ env STAGE optional

# form: try and except KeyError
try:
    license_key = os.environ["LICENSE_KEY"]
#                             ^^^^^^^^^^^ env LICENSE_KEY optional
except KeyError:
    license_key = None

# form: except KeyError, raise
try:
    billing = os.environ["BILLING_KEY"]
#                         ^^^^^^^^^^^ env BILLING_KEY required
except KeyError:
    raise RuntimeError("no BILLING_KEY")

# form: if not in os.environ, raise
if "MUST_EXIST" not in os.environ:
#   ^^^^^^^^^^ env MUST_EXIST required
    raise SystemExit("MUST_EXIST")

# form: pop with a use
popped = os.environ.pop("POPPED_USED", "p")
#                        ^^^^^^^^^^^ env POPPED_USED optional default=p

# form: assert
assert os.environ.get("ASSERTED"), "ASSERTED must be set"
#                      ^^^^^^^^ env ASSERTED required

# form: bytes environment
raw = os.environb[b"RAW_BYTES"]
#                   ^^^^^^^^^ env RAW_BYTES required
raw2 = os.getenvb(b"RAW_GETENVB", b"x")
#                   ^^^^^^^^^^^ env RAW_GETENVB optional default=x

# form: dynamic name
name = input()
dyn = os.environ[name]
#     ^^^^^^^^^^^^^^^^ env dynamic
dyn2 = os.getenv(f"{name}_TOKEN")
#      ^^^^^^^^^^^^^^^^^^^^^^^^^^ env dynamic

# Writes, deletes and look-alikes.
os.environ["WRITTEN"] = "1"
# none
os.environ["WRITTEN_TOO"] += "x"
#           ^^^^^^^^^^^ env WRITTEN_TOO required
del os.environ["DELETED"]
# none
os.environ.pop("POPPED", None)
# none
os.putenv("PUT", "1")
# none
os.unsetenv("UNSET")
# none
os.environ.update({"UPDATED": "1"})
# none
os.environ.update(UPDATED_BY_KEYWORD="1")
# none
print("os.environ['IN_A_STRING']")
# none
print(f"os.getenv('IN_AN_F_STRING') {mode}")
# none
doc = """
os.environ["IN_A_TRIPLE_QUOTED_STRING"]
"""
# none
# The variable NOT_READ_IN_PROSE is explained elsewhere.
# none
for key, value in os.environ.items():
# none all of them, none by its name
    print(key, value)
copied = {**os.environ, "ADDED": "1"}
# none
child = dict(os.environ, PASSED="1")
# none
