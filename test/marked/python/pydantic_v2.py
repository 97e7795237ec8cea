from typing import Annotated, ClassVar, Literal, Optional

from pydantic import AliasChoices, BaseModel, Field, PostgresDsn, SecretStr, field_validator, PrivateAttr, computed_field
from pydantic_settings import BaseSettings, SettingsConfigDict


# form: BaseSettings nested delimiter
class Nested(BaseModel):
    host: str
#   ^^^^ env N_DB__HOST required
    port: int = 5432
#   ^^^^ env N_DB__PORT optional default=5432 cast=int


# form: BaseSettings fields
class Plain(BaseSettings):
    api_key: str
#   ^^^^^^^ env API_KEY required
    secret: SecretStr
#   ^^^^^^ env SECRET required
    port: int = 8000
#   ^^^^ env PORT optional default=8000 cast=int
    debug: bool = False
#   ^^^^^ env DEBUG optional default=False cast=bool
    maybe: Optional[str] = None
#   ^^^^^ env MAYBE optional default=None
    other: str | None = None
#   ^^^^^ env OTHER optional default=None
    UPPER: str = "u"
#   ^^^^^ env UPPER optional default=u
    kind: ClassVar[str] = "x"
    # none
    _private: int = PrivateAttr(default=1)
    # none

    @property
    def url(self) -> str:
    # none
        return f"http://localhost:{self.port}"

    @computed_field
    @property
    def computed(self) -> str:
    # none
        return self.api_key


# form: BaseSettings prefix
class Prefixed(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="MYAPP_", env_file=".env", extra="ignore")

    token: str
#   ^^^^^ env MYAPP_TOKEN required
    level: Literal["debug", "info"] = "info"
#   ^^^^^ env MYAPP_LEVEL optional default=info


# form: BaseSettings aliases
class Aliased(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="NOPREFIX_")
    key: str = Field(alias="ALIAS_KEY")
#                           ^^^^^^^^^ env ALIAS_KEY required
    dsn: PostgresDsn = Field(validation_alias="VALIDATION_DSN")
#                                              ^^^^^^^^^^^^^^ env VALIDATION_DSN required cast=url
    either: str = Field("d", validation_alias=AliasChoices("CHOICE_ONE", "CHOICE_TWO"))
#                                                           ^^^^^^^^^^ env CHOICE_ONE optional default=d
#                                                                         ^^^^^^^^^^ env CHOICE_TWO optional default=d
    noted: Annotated[str, Field(validation_alias="ANNOTATED_KEY")]
#                                                 ^^^^^^^^^^^^^ env ANNOTATED_KEY required


# form: BaseSettings Field default
class Fields(BaseSettings):
    timeout: float = Field(default=2.5, description="Seconds")
#   ^^^^^^^ env TIMEOUT optional default=2.5 cast=float
    needed: str = Field(..., min_length=3)
#   ^^^^^^ env NEEDED required
    items: list[str] = Field(default_factory=list)
#   ^^^^^ env ITEMS optional cast=list
    short: int = Field(3, ge=1)
#   ^^^^^ env SHORT optional default=3 cast=int


class WithNested(BaseSettings):
    model_config = SettingsConfigDict(env_nested_delimiter="__", env_prefix="N_")
    db: Nested


# form: BaseSettings with an inner Config class
class Old(BaseSettings):
    broker: str = "redis://localhost"
#   ^^^^^^ env OLD_BROKER optional default=redis://localhost

    class Config:
        env_prefix = "OLD_"
        env_file = ".env"


class NotSettings(BaseModel):
    api_key: str
    # none
    port: int = 1
    # none


class Child(Plain):
    extra_key: str
#   ^^^^^^^^^ env EXTRA_KEY required

    @field_validator("extra_key")
    @classmethod
    def check(cls, value: str) -> str:
    # none
        return value
