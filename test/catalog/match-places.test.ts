import { describe, expect, it } from 'vitest';
import { matcherOf, service } from './matcher-of';

describe('hosts', () => {
  const matcher = matcherOf(
    service('cloud', { hosts: ['cloud.com'], notHosts: ['fonts.cloud.com'] }),
    service('s3', { hosts: ['s3.cloud.com', 's3.*.cloud.com'] }),
    service('db', { hosts: ['*.db.co'] }),
  );
  it('matches at labels, the longest first', () => {
    expect(matcher.hostOf('cloud.com')).toEqual(['cloud']);
    expect(matcher.hostOf('API.cloud.com:443')).toEqual(['cloud']);
    expect(matcher.hostOf('bucket.s3.cloud.com')).toEqual(['s3']);
    expect(matcher.hostOf('bucket.s3.eu-1.cloud.com')).toEqual(['s3']);
    expect(matcher.hostOf('s3.{}.cloud.com')).toEqual(['s3']);
    expect(matcher.hostOf('mycloud.com')).toEqual([]);
    expect(matcher.hostOf('cloud.com.evil.org')).toEqual([]);
    expect(matcher.hostOf('cloud.example.com')).toEqual([]);
  });
  it('leaves out hosts that prove nothing', () => {
    expect(matcher.hostOf('fonts.cloud.com')).toEqual([]);
    expect(matcher.hostOf('a.fonts.cloud.com')).toEqual([]);
  });
  it('takes one label for a star', () => {
    expect(matcher.hostOf('{}.db.co')).toEqual(['db']);
    expect(matcher.hostOf('db.co')).toEqual([]);
  });
});

describe('images, actions, files', () => {
  const matcher = matcherOf(
    service('pg', {
      images: ['postgres', 'ghcr.io/x/pg'],
      urls: ['postgres'],
      configFiles: ['pg.toml', 'pg.config.*'],
    }),
    service('aws', { actions: ['aws-actions/*'], workflows: ['aws-ci'] }),
    service('ecr', { actions: ['aws-actions/amazon-ecr-login'] }),
  );
  it('names images without registry, namespace, tag and digest', () => {
    for (const image of [
      'postgres',
      'postgres:16-alpine',
      'library/postgres:16',
      'docker.io/library/postgres:16',
      'docker.io/postgres',
      'postgres@sha256:0123',
      'postgres:$' + '{PG:-16}',
      '$' + '{IMAGE:-postgres:16}',
      'public.ecr.aws/docker/library/postgres:16',
    ]) {
      expect(matcher.imageOf(image), image).toEqual(['pg']);
    }
    expect(matcher.imageOf('ghcr.io/x/pg:1')).toEqual(['pg']);
    for (const image of ['x/pg', 'me/postgres', 'postgres-exporter', 'registry:5000/postgres', '']) {
      expect(matcher.imageOf(image), image).toEqual([]);
    }
  });
  it('takes an action over its owner', () => {
    expect(matcher.actionOf('aws-actions/configure-aws-credentials@v4')).toEqual(['aws']);
    expect(matcher.actionOf('aws-actions/amazon-ecr-login@v2')).toEqual(['ecr']);
    expect(matcher.actionOf('./aws-actions/x')).toEqual([]);
    expect(matcher.actionOf('aws-actions-fork/x@v1')).toEqual([]);
    expect(matcher.workflowOf('aws-ci')).toEqual(['aws']);
  });
  it('compares schemes and files whole', () => {
    expect(matcher.urlSchemeOf('postgres://')).toEqual(['pg']);
    expect(matcher.urlSchemeOf('postgresx')).toEqual([]);
    expect(matcher.configFileOf('PG.toml')).toEqual(['pg']);
    expect(matcher.configFileOf('pg.config.mjs')).toEqual(['pg']);
    expect(matcher.configFileOf('my-pg.toml')).toEqual([]);
  });
});

describe('commands', () => {
  const matcher = matcherOf(
    service('cloud', { commands: ['cloud'] }),
    service('cloud-run', { commands: ['cloud run'] }),
    service('flower', { commands: ['celery * flower'] }),
    service('celery', { commands: ['celery'] }),
    service('uvicorn', { commands: ['uvicorn'] }),
  );
  it('takes the first words, whatever starts them', () => {
    for (const line of [
      'uvicorn app:app',
      'exec uvicorn app:app --port 80',
      'poetry run uvicorn app:app',
      'uv run --frozen uvicorn app:app',
      'python -m uvicorn app:app',
      'web: uvicorn app:app',
      'PORT=80 uvicorn app:app',
      '/opt/venv/bin/uvicorn app:app',
      'alembic upgrade head && uvicorn app:app',
    ]) {
      expect(matcher.commandOf(line), line).toEqual(['uvicorn']);
    }
    for (const line of ['echo uvicorn', 'uvicorn-x app', 'python uvicorn.py', 'cat uvicorn', '']) {
      expect(matcher.commandOf(line), line).toEqual([]);
    }
  });
  it('prefers the longer rule', () => {
    expect(matcher.commandOf('cloud run deploy x')).toEqual(['cloud-run']);
    expect(matcher.commandOf('cloud runner')).toEqual(['cloud']);
    expect(matcher.commandOf('celery -A app flower --port=5555')).toEqual(['flower']);
    expect(matcher.commandOf('celery -A app worker; cloud login')).toEqual(['celery', 'cloud']);
  });
});
