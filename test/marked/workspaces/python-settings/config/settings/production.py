from .base import *

# form: production settings file
SENTRY_DSN = env("PRODUCTION_DSN")
#                 ^^^^^^^^^^^^^^ env PRODUCTION_DSN production
EMAIL = env("PRODUCTION_MAIL", default="x")
#            ^^^^^^^^^^^^^^^ env PRODUCTION_MAIL optional default=x
