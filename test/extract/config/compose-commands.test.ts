import { expect, test } from 'vitest';
import { composeReader } from '../../../server/src/extract/config/containers/compose-file';

function lines(text: string): readonly string[] {
  const { facts } = composeReader.read({ path: 'compose.yml', text, role: 'source' });
  return facts.flatMap((fact) =>
    fact.kind === 'configFile' ? (fact.commands ?? []).map(({ line, range }) => `${range.line + 1} ${line}`) : [],
  );
}

test('what the services of a compose file start is told without the values of options', () => {
  const text = `services:
  flower:
    command: celery -A shop flower --port=5555
  cache:
    command: ["redis-server", "--requirepass", "not-a-real-password", "--appendonly", "yes"]
  db:
    entrypoint: mysqld -pnot-a-real-password
    command: sh -c "PGPASSWORD=not-a-real-password psql -h db && gunicorn app.wsgi"
  web:
    build: .
    command:
  job:
    command: migrate postgres://me:not-a-real-password@db/app
`;
  expect(lines(text)).toEqual([
    '3 celery -A _ flower --port',
    '5 redis-server --requirepass _ --appendonly _',
    '7 mysqld -p',
    '8 sh -c PGPASSWORD= psql -h _ && gunicorn app.wsgi',
    '13 migrate postgres://***:***@db/app',
  ]);
});
