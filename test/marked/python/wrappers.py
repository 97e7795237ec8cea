import os

# form: lambda wrapper
get = lambda name, default=None: os.environ.get(name, default)  # noqa: E731
require = lambda name: os.environ[name]  # noqa: E731
shout = lambda name: name.upper()  # noqa: E731
a = get("LAMBDA_KEY")
#        ^^^^^^^^^^ env LAMBDA_KEY required
b = get("LAMBDA_NAME", "d")
#        ^^^^^^^^^^^ env LAMBDA_NAME optional default=d
c = require("LAMBDA_NEEDED")
#            ^^^^^^^^^^^^^ env LAMBDA_NEEDED required
d = shout("LAMBDA_OTHER")
# none


# form: wrapper with a prefix
def prefixed(name, default=None):
    return os.getenv(f"ACME_{name}", default)


def upper(name):
    return os.environ[name.upper()]


e = prefixed("ONE")
#   ^^^^^^^^^^^^^^^ env ACME_ONE required
f = prefixed("TWO", "2")
#   ^^^^^^^^^^^^^^^^^^^^ env ACME_TWO optional default=2
g = upper("lower_case")
#   ^^^^^^^^^^^^^^^^^^^ env LOWER_CASE required


# form: wrapper over several names
def require_all(*names):
    missing = [name for name in names if name not in os.environ]
    if missing:
        raise RuntimeError(missing)


def require_each(names):
    for name in names:
        if not os.environ.get(name):
            raise RuntimeError(name)


def first_of(*names, default=None):
    for name in names:
        value = os.environ.get(name)
        if value:
            return value
    return default


def listed(*names):
    return [name.lower() for name in names]


require_all("ALL_A", "ALL_B")
#            ^^^^^ env ALL_A required
#                     ^^^^^ env ALL_B required
require_each(["EACH_A", "EACH_B"])
#              ^^^^^^ env EACH_A required
#                        ^^^^^^ env EACH_B required
h = first_of("FIRST_A", "FIRST_B", default="f")
#             ^^^^^^^ env FIRST_A optional default=f
#                        ^^^^^^^ env FIRST_B optional default=f
listed("NOT_READ", "NOR_THIS")
# none


# form: wrapper that is told whether the variable is required
def optional(name, required=True):
    value = os.environ.get(name)
    if not value and required:
        raise RuntimeError(name)
    return value


i = optional("TOLD_NOTHING")
#             ^^^^^^^^^^^^ env TOLD_NOTHING required
j = optional("TOLD_OPTIONAL", required=False)
#             ^^^^^^^^^^^^^ env TOLD_OPTIONAL optional


# form: wrapper method of an instance
class Config:
    def get(self, key, fallback=None):
        return os.environ.get(key, fallback)


class Derived(Config):
    def key(self):
        return self.get("DERIVED_KEY")
        #                ^^^^^^^^^^^ env DERIVED_KEY required


class Unrelated:
    def get(self, key):
        return {}[key]

    def key(self):
        return self.get("UNRELATED_KEY")
        # none


config = Config()
k = config.get("INSTANCE_KEY", "k")
#               ^^^^^^^^^^^^ env INSTANCE_KEY optional default=(hidden)
l = Config().get("MADE_NAME")
#                 ^^^^^^^^^ env MADE_NAME required
m = Unrelated().get("NOT_A_VARIABLE")
# none


# form: wrapper that asks
def has(name):
    return name in os.environ


if has("ASKED_FOR"):
    #   ^^^^^^^^^ env ASKED_FOR optional
    pass


def set_variable(name, value):
    os.environ[name] = value


def forget(name):
    os.environ.pop(name, None)


set_variable("ONLY_WRITTEN", "1")
# none
forget("ONLY_FORGOTTEN")
# none


# form: wrapper that looks for a file first
def secret(name, default=None):
    if path := os.getenv(name + "_FILE"):
        if not os.path.exists(path):
            raise RuntimeError(path)
        return open(path).read()
    return os.getenv(name, default)


n = secret("FILED_SECRET")
#           ^^^^^^^^^^^^ env FILED_SECRET required
#   ^^^^^^^^^^^^^^^^^^^^^^ env FILED_SECRET_FILE optional

# form: loop that writes
for name in ("LOOP_WRITTEN",):
    os.environ[name] = "1"
    print(os.environ[name])
# none what was just written
