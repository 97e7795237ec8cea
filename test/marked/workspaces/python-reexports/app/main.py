from app.core import Config, cache, config, prefixed, read

# form: through a package of another file
a = read("PACKAGE_READ")
#         ^^^^^^^^^^^^ env PACKAGE_READ required
b = read("PACKAGE_OPTIONAL", required=False)
#         ^^^^^^^^^^^^^^^^ env PACKAGE_OPTIONAL optional
c = prefixed("PACKAGE")
#   ^^^^^^^^^^^^^^^^^^^ env ACME_PACKAGE required
d = config.get("PACKAGE_INSTANCE", "d")
#               ^^^^^^^^^^^^^^^^ env PACKAGE_INSTANCE optional default=d
e = Config().get("PACKAGE_MADE")
#                 ^^^^^^^^^^^^ env PACKAGE_MADE required
f = cache.get("NOT_A_VARIABLE")
# none

# form: what the code around a call into another file says
g = prefixed("AROUND") or "g"
#   ^^^^^^^^^^^^^^^^^^ env ACME_AROUND optional default=g
h = config.get("AROUND_FLAG") == "true"
#               ^^^^^^^^^^^ env AROUND_FLAG optional cast=bool
