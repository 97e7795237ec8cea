from __future__ import annotations

import os, sys
from typing import Annotated, Any, Literal, Optional, Union

import pydantic
import pydantic_settings
from pydantic import AnyHttpUrl, BaseModel, ConfigDict, EmailStr, Field, RedisDsn
from pydantic_settings import BaseSettings as Base
from environs import Env as Environs
import environ as django_env
import typer


# form: BaseSettings through the module
class Moduled(pydantic_settings.BaseSettings):
    model_config = pydantic_settings.SettingsConfigDict(env_prefix="mod_", case_sensitive=False)
    token: str
#   ^^^^^ env MOD_TOKEN required


# form: BaseSettings under another name
class Renamed(Base):
    redis: RedisDsn = "redis://localhost:6379/0"
#   ^^^^^ env REDIS optional default=redis://localhost:6379/0 cast=url
    origin: AnyHttpUrl
#   ^^^^^^ env ORIGIN required cast=url
    admins: list[EmailStr] = []
#   ^^^^^^ env ADMINS optional default=[] cast=list
    workers: Annotated[int, Field(ge=1)] = 2
#   ^^^^^^^ env WORKERS optional default=2 cast=int
    ratio: Union[float, None] = None
#   ^^^^^ env RATIO optional default=None cast=float
    extra: dict[str, Any] = Field(default_factory=dict)
#   ^^^^^ env EXTRA optional cast=json


# form: BaseSettings with a dictionary configuration
class Dicted(Base):
    model_config = {"env_prefix": "DICT_"}
    key: str
#   ^^^ env DICT_KEY required


# form: case-sensitive BaseSettings
class Sensitive(Base):
    model_config = pydantic_settings.SettingsConfigDict(case_sensitive=True)
    apiKey: str
#   ^^^^^^ env apiKey required


# form: inherited BaseSettings
class Common(Base):
    model_config = pydantic_settings.SettingsConfigDict(env_prefix="COMMON_")


class Derived(Common):
    level: str = "info"
#   ^^^^^ env COMMON_LEVEL optional default=info


# form: read within a BaseSettings default
class Within(Base):
    url: str = os.getenv("WITHIN_URL", "u")
#                         ^^^^^^^^^^ env WITHIN_URL optional default=u
#   ^^^ env URL optional

# form: environs with validation
e = Environs()
e.read_env()
mode = e.str("MODE_NAME", validate=lambda m: m in ("a", "b"))
#             ^^^^^^^^^ env MODE_NAME required
when = e.datetime("WHEN_AT")
#                  ^^^^^^^ env WHEN_AT required cast=datetime
url = e.url("PARSED_URL")
#            ^^^^^^^^^^ env PARSED_URL required cast=url

# form: environ under another name
denv = django_env.Env()
database = denv.db("OTHER_DATABASE")
#                   ^^^^^^^^^^^^^^ env OTHER_DATABASE required cast=url
tup = denv.tuple("TUPLED", default=(1, 2))
#                 ^^^^^^ env TUPLED optional default="[1, 2]" cast=list

# form: typer argument with several names
app = typer.Typer()


@app.command()
def go(
    key: Annotated[Optional[str], typer.Option(envvar=["GO_ONE", "GO_TWO"])] = None,
#                                                       ^^^^^^ env GO_ONE optional default=None
#                                                                 ^^^^^^ env GO_TWO optional default=None
    dry: bool = typer.Option(False, "--dry", envvar="GO_DRY"),
#                                                    ^^^^^^ env GO_DRY optional default=False
):
    return key, dry


# form: type hints and assertions around a read
value: str | None = os.environ.get("HINTED")
#                                   ^^^^^^ env HINTED required
assert value is not None
strict: str = os.environ.get("IGNORED")  # type: ignore
#                             ^^^^^^^ env IGNORED required
number = int(os.environ.get("INT_OR") or 5)
#                            ^^^^^^ env INT_OR optional default=5 cast=int
flag = os.environ.get("FLAG_IN", "0") in {"1", "true"}
#                      ^^^^^^^ env FLAG_IN optional default=0 cast=bool
path = os.path.join(os.environ.get("JOINED_ROOT", "/tmp"), "x")
#                                   ^^^^^^^^^^^ env JOINED_ROOT optional default=/tmp
expanded = os.path.expandvars("$EXPANDED_NAME/x")
# none


class Request(BaseModel):
    model_config = ConfigDict(extra="forbid")
    env_name: str = Field(alias="ENV_ALIAS")
    # none
    level: Literal["a"] = "a"
    # none


class Enum:
    API_KEY = "API_KEY"
    # none


headers = {"X-Env": "HEADER_ENV"}
# none
print(sys.argv, pydantic.VERSION, Enum.API_KEY)
# none
queries = request_args().get("QUERY_NAME")
# none


def request_args():
    return {}
