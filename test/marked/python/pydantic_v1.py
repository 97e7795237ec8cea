from pydantic import BaseSettings, Field


# form: pydantic 1 env names
class Settings(BaseSettings):
    redis_url: str = Field("redis://", env="V1_REDIS_URL")
#                                           ^^^^^^^^^^^^ env V1_REDIS_URL optional default=redis://
    key: str = Field(..., env="V1_KEY")
#                              ^^^^^^ env V1_KEY required
    both: str = Field("b", env=["V1_FIRST", "V1_SECOND"])
#                                ^^^^^^^^ env V1_FIRST optional default=b
#                                            ^^^^^^^^^ env V1_SECOND optional default=b
    named: str
#   ^^^^^ env V1_NAMED required

    class Config:
        fields = {"named": {"env": "V1_NAMED"}}
        case_sensitive = False
