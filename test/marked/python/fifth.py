import os
import sys
from environs import Env
from starlette.config import Config

# form: handed to a keyword argument
client = boto3.client("s3", endpoint_url=os.environ.get("ENDPOINT"), region_name=os.getenv("REGION"))
#                                                        ^^^^^^^^ env ENDPOINT optional
#                                                                                           ^^^^^^ env REGION optional
sentry_sdk.init(dsn=os.getenv("DSN"), release=os.environ["RELEASE"])
#                              ^^^ env DSN optional
#                                                         ^^^^^^^ env RELEASE required
openai = OpenAI(api_key=os.environ.get("KEYWORD_KEY"), token=os.getenv("KEYWORD_TOKEN"))
#                                       ^^^^^^^^^^^ env KEYWORD_KEY required
#                                                                       ^^^^^^^^^^^^^ env KEYWORD_TOKEN required
redis = Redis(host=os.getenv("REDIS_HOST", "localhost"), password=os.getenv("REDIS_PASSWORD"))
#                             ^^^^^^^^^^ env REDIS_HOST optional default=localhost
#                                                                            ^^^^^^^^^^^^^^ env REDIS_PASSWORD required

# form: or a call that ends the program
must = os.environ.get("OR_EXIT") or sys.exit("missing")
#                      ^^^^^^^ env OR_EXIT required
must2 = os.getenv("OR_QUIT") or quit(1)
#                  ^^^^^^^ env OR_QUIT required
soft = os.getenv("OR_CALL") or default_of("x")
#                 ^^^^^^^ env OR_CALL optional

# form: prefix of an instance
config = Config(".env", env_prefix="APP_")
a = config("INSTANCE_PREFIXED", default="x")
#           ^^^^^^^^^^^^^^^^^ env APP_INSTANCE_PREFIXED optional default=x
env = Env(prefix="ENVIRONS_")
b = env.int("PREFIXED_TOO")
#            ^^^^^^^^^^^^ env ENVIRONS_PREFIXED_TOO required cast=int
plain = Config(".env")
c = plain("NOT_PREFIXED")
#          ^^^^^^^^^^^^ env NOT_PREFIXED required

form = Form(prefix="order", name=request.get("NAME"))
# none
