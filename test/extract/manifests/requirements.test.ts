import { expect, test } from 'vitest';
import { tell } from '../config/tell';

test.each([
  ['django', 'django runtime'],
  ['Django==6.0.3', 'Django ==6.0.3 runtime'],
  ['uvicorn[standard]>=0.24, <1', 'uvicorn [standard] >=0.24,<1 runtime'],
  ['celery [redis, sqs] ~= 5.3', 'celery [redis,sqs] ~=5.3 runtime'],
  ['redis===5.0.1  # cache', 'redis ===5.0.1 runtime'],
  ['pywin32!=300 ; sys_platform == "win32"', 'pywin32 !=300 runtime'],
  ['zope.interface (>=5.0)', 'zope.interface >=5.0 runtime'],
  ['torch==2.1.0+cu118', 'torch ==2.1.0+cu118 runtime'],
  ['foo==1.* --hash=sha256:abc', 'foo ==1.* runtime'],
  ['foo @ https://example.com/foo.whl ; python_version > "3"', 'foo https://example.com/foo.whl runtime'],
  ['-e git+https://example.com/x/bar.git@v1#egg=bar', 'bar git+https://example.com/x/bar.git@v1#egg=bar runtime'],
  ['git+ssh://git@example.com/x/baz.git#egg=baz', 'baz git+ssh://example.com/x/baz.git#egg=baz runtime'],
  ['# redis==5.0.1', 'redis ==5.0.1 runtime commented-out'],
  ['#redis>=5  # for caching', 'redis >=5 runtime commented-out'],
  ['## celery[redis]', 'celery [redis] runtime commented-out'],
])('requirements.txt: %s', (line, expected) => {
  expect(tell('requirements.txt', `flask\n${line}\n`, 'dependency').facts).toEqual([
    '1 flask runtime',
    `2 ${expected}`,
  ]);
});

test.each([
  '# redis',
  '# Database',
  '# PostGIS support is built into Django (django.contrib.gis)',
  '# needs redis>=5 to run',
  '# redis>=5 is required by celery',
  '# Python>=3.10',
  '# -r other.txt',
  '# via',
  '#   via -r requirements.in',
  '--index-url https://pypi.example.com/simple',
  '-e .',
  './local/package',
  'https://example.com/foo.whl',
  '',
])('requirements.txt: %s names no package', (line) => {
  expect(tell('requirements.txt', `flask\n${line}\n`, 'dependency').facts).toEqual(['1 flask runtime']);
});

test('continued lines hold hashes, not packages', () => {
  const text = 'a==1 \\\n    --hash=sha256:00 \\\n    --hash=sha256:11\nb==2\n';
  expect(tell('requirements.txt', text, 'dependency').facts).toEqual(['1 a ==1 runtime', '4 b ==2 runtime']);
});

test.each([
  [
    'backend/requirements/base.txt',
    '-r common.txt\nflask\n',
    'runtime',
    ' {"folder":"backend","includes":["common.txt"]}',
  ],
  ['requirements/dev.in', '-c ../c.txt # pins\nflask', 'dev', ' {"folder":"","includes":["../c.txt"]}'],
  ['api/requirements-dev.txt', '\nflask', 'dev', ''],
  ['test-requirements.txt', '\nflask', 'dev', ''],
  ['requirements-prod.txt', '\r\nflask\r\n', 'runtime', ''],
])('%s belongs to its folder and group', (path, text, group, rest) => {
  expect(tell(path, text).facts).toEqual([`1 manifest pypi${rest}`, `2 flask ${group}`]);
});

test('constraints pin versions and ask for nothing', () => {
  expect(tell('constraints.txt', 'Foo_Bar==1.2\nbaz>=2\n')).toEqual({
    facts: [],
    locked: { 'pypi:foo-bar': ['1.2'] },
    problems: [],
  });
});

test('prose in a folder called requirements is no manifest', () => {
  const text = 'The system shall do things.\nUsers log in.\nadmin\nIt scales well, we hope.\n';
  expect(tell('docs/requirements/overview.txt', text).facts).toEqual([]);
});
