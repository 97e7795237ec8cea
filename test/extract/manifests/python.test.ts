import { expect, test } from 'vitest';
import { tell } from '../config/tell';

test('pyproject.toml by PEP 621 and PEP 735, with what was taken out', () => {
  const text = `[build-system]
requires = ["hatchling>=1.2"]

[project]
name = "aggregate"
dependencies = [
  "pydantic>=2.12.2",
  "httpx[socks] >= 0.28 ; python_version > '3.9'",
  # "redis>=5.0",
  # words about redis
]
scripts = { agg = "aggregate.cli:main" }

[project.optional-dependencies]
s3 = ["boto3~=1.34"]
test = ['pytest']

[dependency-groups]
dev = [{ include-group = "lint" }, "ruff"]
worker = ["celery"]

[tool.uv]
dev-dependencies = ["mypy"]

[tool.uv.workspace]
members = ["packages/*"]

[tool.ruff]
# line = "80"
select = [
  # "E501",
]
`;
  expect(tell('pyproject.toml', text).facts).toEqual([
    '5 manifest pypi {"name":"aggregate","workspaces":["packages/*"],"scripts":{"agg":"aggregate.cli:main"}}',
    '2 hatchling >=1.2 build',
    '7 pydantic >=2.12.2 runtime',
    '8 httpx [socks] >=0.28 runtime',
    '15 boto3 ~=1.34 optional',
    '16 pytest dev',
    '19 ruff dev',
    '20 celery runtime',
    '23 mypy dev',
    '9 redis >=5.0 runtime commented-out',
  ]);
});

test('pyproject.toml by Poetry', () => {
  const text = `[tool.poetry]
name = "shop"

[tool.poetry.dependencies]
python = "^3.11"
stripe = "^7.0"
celery = { version = "^5.3", extras = ["redis"] }
boto3 = { version = "*", optional = true }
own = { git = "https://example.com/own.git" }
numpy = [{ version = "1.26", python = "<3.12" }, { version = "2.0", python = ">=3.12" }]
# redis = "^5.0"

[tool.poetry.dev-dependencies]
black = "*"

[tool.poetry.group.test.dependencies]
pytest = "^8"

[tool.poetry.group.ml]
optional = true
[tool.poetry.group.ml.dependencies]
"torch.audio" = "2"

[tool.poetry.extras]
s3 = ["boto3"]
`;
  expect(tell('pyproject.toml', text).facts).toEqual([
    '2 manifest pypi {"name":"shop"}',
    '6 stripe ^7.0 runtime',
    '7 celery [redis] ^5.3 runtime',
    '8 boto3 * optional',
    '9 own https://example.com/own.git runtime',
    '10 numpy 1.26 || 2.0 runtime',
    '14 black * dev',
    '17 pytest ^8 dev',
    '22 torch.audio 2 optional',
    '11 redis ^5.0 runtime commented-out',
  ]);
});

test('a pyproject.toml that only configures tools is no manifest', () => {
  expect(tell('pyproject.toml', '[tool.black]\nline-length = 88\n').facts).toEqual([]);
});

test('a broken line of TOML is told, and the rest is read', () => {
  const told = tell('pyproject.toml', '[project]\nname = "a"\nversion = = 1\ndependencies = ["b"]\n');
  expect(told.facts).toEqual(['2 manifest pypi {"name":"a"}', '4 b runtime']);
  expect(told.problems).toHaveLength(1);
  expect(told.problems[0]).toMatch(/^3 pyproject\.toml is not valid TOML: .+ at line 3$/);
});

test('an array that is never closed costs only its own table', () => {
  const told = tell('pyproject.toml', '[project]\nname = "a"\n[dependency-groups]\ndev = [\n  "x",\n');
  expect(told.facts).toEqual(['2 manifest pypi {"name":"a"}']);
  expect(told.problems).toHaveLength(1);
});

test('Pipfile', () => {
  const text = `[packages]
requests = "*"
celery = {version = ">=5", extras = ["redis"]}
# redis = "==5.0"

[dev-packages]
pytest = "*"

[requires]
python_version = "3.11"
`;
  expect(tell('Pipfile', text).facts).toEqual([
    '1 manifest pypi',
    '2 requests * runtime',
    '3 celery [redis] >=5 runtime',
    '7 pytest * dev',
    '4 redis ==5.0 runtime commented-out',
  ]);
});

test('setup.cfg, and one that is none', () => {
  const text = `[metadata]
name = shop

[options]
packages = find:
install_requires =
    flask>=2  # web
    # redis>=5
    celery[redis]; python_version > "3"
python_requires = >=3.8

[options.extras_require]
s3 = boto3
test =
    pytest

[flake8]
max-line-length = 100
`;
  expect(tell('setup.cfg', text).facts).toEqual([
    '2 manifest pypi {"name":"shop"}',
    '7 flask >=2 runtime',
    '9 celery [redis] runtime',
    '13 boto3 optional',
    '15 pytest dev',
  ]);
  expect(tell('setup.cfg', '[flake8]\nignore = E501\n').facts).toEqual([]);
});

test('setup.py: literals only', () => {
  const text = `from setuptools import setup
setup(
    name="shop",
    install_requires=[
        "flask>=2",  # not "django"
        'celery[redis]', *MORE,
    ],
    extras_require={"s3": ["boto3"], "dev": ["pytest"]},
    tests_require=read("tests.txt"),
    package_data={"shop": ["data"]},
)
`;
  expect(tell('setup.py', text).facts).toEqual([
    '1 manifest pypi {"name":"shop"}',
    '5 flask >=2 runtime',
    '6 celery [redis] runtime',
    '8 boto3 optional',
    '8 pytest dev',
  ]);
});

test('environment.yml: what conda asks pip for', () => {
  const text =
    'name: lab\ndependencies:\n  - python=3.11\n  - numpy=1.26\n  - pip:\n    - openai==1.3\n    - "x[y]>=1"\n';
  expect(tell('environment.yml', text).facts).toEqual([
    '1 manifest pypi {"name":"lab"}',
    '6 openai ==1.3 runtime',
    '7 x [y] >=1 runtime',
  ]);
});

test('lock files of Poetry, uv and PDM are one shape', () => {
  const text = `version = 1

[[package]]
name = "shop"
version = "0.1.0"
source = { editable = "." }

[[package]]
name = "Foo_Bar"
version = "1.2.3"

[package.dependencies]
name = ">=1"
version = "9.9.9"

[[package]]
name = "foo-bar"
version = "2.0.0"

[metadata]
version = "1"
name = "no"
`;
  for (const path of ['uv.lock', 'a/poetry.lock', 'pdm.lock']) {
    expect(tell(path, text).locked).toEqual({ 'pypi:foo-bar': ['1.2.3', '2.0.0'] });
  }
});

test('Pipfile.lock', () => {
  const lock = {
    default: { Redis: { version: '==5.0.1' }, git: { ref: 'x' } },
    develop: { pytest: { version: '==8' } },
  };
  expect(tell('Pipfile.lock', JSON.stringify(lock)).locked).toEqual({ 'pypi:redis': ['5.0.1'], 'pypi:pytest': ['8'] });
  expect(tell('Pipfile.lock', '{').problems).toHaveLength(1);
});
