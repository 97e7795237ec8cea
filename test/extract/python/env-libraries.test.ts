import { describe, expect, it } from 'vitest';
import type { EnvReadFact } from '../../../server/src/model/facts';
import { extract, ofKind } from '../../support/extract';

async function told(text: string, path = 'app/conf.py'): Promise<readonly string[]> {
  return ofKind((await extract(path, text)).facts, 'envRead').map(line);
}

function line(read: EnvReadFact): string {
  const extra = [
    read.default === undefined ? '' : `=${read.default}`,
    read.cast === undefined ? '' : `:${read.cast}`,
    read.allowed?.join('|') ?? '',
  ].filter((part) => part !== '');
  return [read.name, read.accessor, read.presence, ...extra].join(' ');
}

describe('django-environ', () => {
  const head = 'import environ\nenv = environ.Env(DEBUG=(bool, False), PORT=int)\nenviron.Env.read_env(".env")\n';

  it.each([
    ['env("A")', 'A env raises'],
    ['env("A", default="d")', 'A env default =d'],
    ['env("A", default=None)', 'A env default =None'],
    ['env("A", int, 5)', 'A env default =5 :int'],
    ['env.bool("A", default=False)', 'A env.bool default =False :bool'],
    ['env.bool("A", False)', 'A env.bool default =False :bool'],
    ['env.int("A")', 'A env.int raises :int'],
    ['env.str("A", "d")', 'A env.str default =d'],
    ['env.list("A", default=[])', 'A env.list default =[] :list'],
    ['env.list("A", default=["a", "b"])', 'A env.list default =[a, b] :list'],
    ['env.db()', 'DATABASE_URL env.db raises :url'],
    ['env.db("A", default="sqlite:///x.db")', 'A env.db default =sqlite:///x.db :url'],
    ['env.cache()', 'CACHE_URL env.cache raises :url'],
    ['env.email_url()', 'EMAIL_URL env.email_url raises :url'],
    ['env.url("A")', 'A env.url raises :url'],
    ['env("DEBUG")', 'DEBUG env default =False :bool'],
    ['env("PORT")', 'PORT env raises :int'],
  ])('%s', async (expression, expected) => {
    expect(await told(`${head}X = ${expression}\n`)).toEqual([expected]);
  });

  it('takes an env of another module of the project by its manner', async () => {
    expect(await told('from config.env import env\nX = env("A_KEY", default="")\nY = env.bool("B_ON")\n')).toEqual([
      'A_KEY env default =',
      'B_ON env.bool raises :bool',
    ]);
    expect(await told('from .base import *\nX = env("A_KEY")\n', 'config/settings/prod.py')).toEqual([
      'A_KEY env raises',
    ]);
  });

  it('leaves other things of that name alone', async () => {
    expect(await told('from jinja2 import Environment\nenv = Environment()\nenv("A")\n')).toEqual([]);
    expect(await told('def f(env):\n    return env("A_KEY")\n')).toEqual([]);
    expect(await told('import environ\nenv = environ.Env()\nenv.read_env("A")\n')).toEqual([]);
  });
});

describe('other libraries', () => {
  it.each([
    ['from decouple import config\nX = config("A")', 'A config raises'],
    ['from decouple import config\nX = config("A", default="d")', 'A config default =d'],
    ['from decouple import config, Csv\nX = config("A", default="a,b", cast=Csv())', 'A config default =a,b :list'],
    ['from decouple import config\nX = config("A", cast=bool, default=True)', 'A config default =True :bool'],
    ['from decouple import config\nX = config("A", "d", int)', 'A config default =d :int'],
    [
      'from decouple import config as c\nX = c("A", cast=lambda v: [s.strip() for s in v.split(",")])',
      'A config raises :list',
    ],
    ['import decouple\nX = decouple.config("A")', 'A config raises'],
    [
      'from decouple import Config, RepositoryEnv\nconfig = Config(RepositoryEnv(".env"))\nX = config("A")',
      'A config raises',
    ],
    ['from decouple import AutoConfig\nconfig = AutoConfig(search_path=".")\nX = config("A")', 'A config raises'],
    [
      'from starlette.config import Config\nconfig = Config(".env")\nX = config("A", cast=bool, default=False)',
      'A Config default =False :bool',
    ],
    ['from starlette.config import Config\nconfig = Config()\nX = config("A")', 'A Config raises'],
    ['from environs import Env\nenv = Env()\nX = env("A")', 'A env raises'],
    ['from environs import Env\nenv = Env()\nX = env("A", "d")', 'A env default =d'],
    ['from environs import Env\nenv = Env()\nX = env.int("A", 5)', 'A env.int default =5 :int'],
    ['from environs import Env\nenv = Env()\nwith env.prefixed("APP_"):\n    X = env.str("A")', 'APP_A env.str raises'],
    ['import environs\nenv = environs.Env()\nX = env.bool("A", default=False)', 'A env.bool default =False :bool'],
    ['from dotenv import dotenv_values\nconfig = dotenv_values(".env")\nX = config["A"]', 'A dotenv_values raises'],
    [
      'from dotenv import dotenv_values\nconfig = dotenv_values(".env")\nX = config.get("A", "d")',
      'A dotenv_values default =d',
    ],
    [
      'import click\n@click.command()\n@click.option("--a", envvar="A", default="d")\ndef f(a): pass',
      'A click.option default =d',
    ],
    ['import click\n@click.option("--a", envvar="A", required=True)\ndef f(a): pass', 'A click.option raises'],
    [
      'import click\n@click.option("--a", envvar="A", type=click.Choice(["x", "y"]))\ndef f(a): pass',
      'A click.option default x|y',
    ],
    ['import typer\ndef f(a: str = typer.Option(..., envvar="A")): pass', 'A typer.Option raises'],
    ['import typer\ndef f(a: str = typer.Option("d", envvar="A")): pass', 'A typer.Option default =d'],
    ['import typer\ndef f(a: Annotated[str, typer.Option(envvar="A")] = "d"): pass', 'A typer.Option default =d'],
    ['import typer\ndef f(a: Annotated[str, typer.Option("--a", envvar="A")]): pass', 'A typer.Option raises'],
  ])('%s', async (text, expected) => {
    expect(await told(`${text}\n`)).toEqual([expected]);
  });

  it('reads Dynaconf objects of the file', async () => {
    const text = `from dynaconf import Dynaconf
settings = Dynaconf(envvar_prefix="APP", settings_files=["settings.toml"])
bare = Dynaconf(envvar_prefix=False)
x = settings.PORT
# settings.GONE
y = "settings.NOT_READ"
settings.reload()
z = bare.host
def f(settings):
    return settings.OTHER
`;
    expect(await told(text)).toEqual(['APP_PORT Dynaconf default', 'HOST Dynaconf bare']);
  });

  it.each([
    'from kombu import config\nconfig("A")',
    'from alembic import context\nconfig = context.config\nconfig("A")',
    'import click\n@click.option("--a", help="envvar A")\ndef f(a): pass',
    'config = load()\nX = config("A")',
    'from dynaconf import settings\nX = settings.A',
  ])('is no read: %s', async (text) => {
    expect(await told(`${text}\n`)).toEqual([]);
  });
});

describe('pydantic settings', () => {
  it('reads fields of version 2 with prefix, defaults and descriptions', async () => {
    const text = `from typing import Literal, ClassVar
from pydantic import Field, SecretStr, AliasChoices
from pydantic_settings import BaseSettings, SettingsConfigDict

class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="APP_", env_file=".env")
    LIMIT: ClassVar[int] = 3
    _cache: dict = {}
    api_key: SecretStr
    maybe: str | None = None
    optional_without_default: str | None
    port: int = 8000
    level: Literal["debug", "info"] = "info"
    timeout: float = Field(default=2.5, description="Seconds to wait")
    needed: str = Field(...)
    tags: list[str] = Field(default_factory=list)
    url: str = Field(validation_alias="SERVICE_URL")
    both: str = Field("d", validation_alias=AliasChoices("ONE", "two"))
    password: str = "not-a-real-key"

    @property
    def shown(self) -> str:
        hidden: str = "local"
        return hidden
`;
    expect(await told(text)).toEqual([
      'APP_API_KEY BaseSettings raises',
      'APP_MAYBE BaseSettings default =None',
      'APP_OPTIONAL_WITHOUT_DEFAULT BaseSettings raises',
      'APP_PORT BaseSettings default =8000 :int',
      'APP_LEVEL BaseSettings default =info debug|info',
      'APP_TIMEOUT BaseSettings default =2.5 :float',
      'APP_NEEDED BaseSettings raises',
      'APP_TAGS BaseSettings default :list',
      'SERVICE_URL BaseSettings raises',
      'ONE BaseSettings default =d',
      'TWO BaseSettings default =d',
      'APP_PASSWORD BaseSettings default =(hidden)',
    ]);
    const facts = ofKind((await extract('s.py', text)).facts, 'envRead');
    expect(facts.find((read) => read.name === 'APP_TIMEOUT')).toMatchObject({
      comment: 'Seconds to wait',
      boundTo: 'Settings.timeout',
    });
  });

  it('reads version 1: inner Config, env=, optional fields, untyped fields', async () => {
    const text = `from typing import Optional
from pydantic import BaseSettings, Field

class Settings(BaseSettings):
    key: str
    name: Optional[str]
    host: str = Field("x", env="SERVICE_HOST")
    debug = False

    class Config:
        env_prefix = "my_"
`;
    expect(await told(text)).toEqual([
      'MY_KEY BaseSettings raises',
      'MY_NAME BaseSettings default',
      'SERVICE_HOST BaseSettings default =x',
      'MY_DEBUG BaseSettings default =False',
    ]);
  });

  it('follows subclasses of the file, nested models and case', async () => {
    const text = `from pydantic import BaseModel
from pydantic_settings import BaseSettings, SettingsConfigDict

class Database(BaseModel):
    host: str
    port: int = 5432

class Base(BaseSettings):
    model_config = SettingsConfigDict(env_nested_delimiter="__")

class Settings(Base):
    database: Database

class Exact(BaseSettings, case_sensitive=True):
    model_config = SettingsConfigDict(case_sensitive=True)
    apiKey: str
`;
    expect(await told(text)).toEqual([
      'DATABASE__HOST BaseSettings raises',
      'DATABASE__PORT BaseSettings default =5432 :int',
      'apiKey BaseSettings raises',
    ]);
  });

  it('is not fooled by ordinary models', async () => {
    expect(await told('from pydantic import BaseModel\nclass User(BaseModel):\n    api_key: str\n')).toEqual([]);
    expect(await told('class BaseSettings: pass\nclass S(BaseSettings):\n    api_key: str\n')).toEqual([]);
  });
});
