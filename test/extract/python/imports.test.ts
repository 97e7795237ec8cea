import { describe, expect, it } from 'vitest';
import { parseImport } from '../../../server/src/extract/code/python/parse-import';
import { extract, ofKind } from '../../support/extract';

async function imports(text: string): Promise<readonly unknown[]> {
  const { facts } = await extract('app/m.py', text);
  return ofKind(facts, 'import').map(({ range, ...fact }) => ({ ...fact, kind: undefined, line: range.line }));
}

describe('imports', () => {
  it.each([
    ['import stripe', 'stripe', [['*', 'stripe']]],
    ['import google.cloud.storage', 'google.cloud.storage', [['*', 'google']]],
    ['import google.cloud.storage as gcs', 'google.cloud.storage', [['*', 'gcs']]],
    ['from openai import OpenAI', 'openai', [['OpenAI', 'OpenAI']]],
    [
      'from a.b import (\n    c as d,  # why\n    e,\n)',
      'a.b',
      [
        ['c', 'd'],
        ['e', 'e'],
      ],
    ],
    ['from .models import User', '.models', [['User', 'User']]],
    ['from . import views', '.', [['views', 'views']]],
    ['from ..core import db', '..core', [['db', 'db']]],
    ['from x import *', 'x', [['*', '*']]],
    [
      'from a import b, \\\n    c',
      'a',
      [
        ['b', 'b'],
        ['c', 'c'],
      ],
    ],
  ])('%s', async (text, module, names) => {
    expect(await imports(`${text}\n`)).toEqual([
      { module, names: names.map(([name, local]) => ({ name, local })), line: 0 },
    ]);
  });

  it('gives one fact a module', async () => {
    expect(await imports('import os, redis as r; import boto3\n')).toMatchObject([
      { module: 'os' },
      { module: 'redis', names: [{ name: '*', local: 'r' }] },
      { module: 'boto3' },
    ]);
  });

  it('tells guarded, type-only, dynamic and commented-out imports', async () => {
    const text = `import importlib
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    import stripe
try:
    import redis
except ImportError:
    redis = None
try:
    import boto3
except ValueError:
    pass
if USE_SENTRY:
    import sentry_sdk
def f():
    import openai
x = importlib.import_module("celery.app")
# import pika
# from kafka import (
#     KafkaProducer,
# )
# import the settings first
# import models
`;
    const found = await imports(text);
    expect(found[4]).not.toHaveProperty('guarded');
    expect(found[6]).not.toHaveProperty('guarded');
    expect(found).toMatchObject([
      { module: 'importlib' },
      { module: 'typing' },
      { module: 'stripe', typeOnly: true },
      { module: 'redis', guarded: true },
      { module: 'boto3' },
      { module: 'sentry_sdk', guarded: true },
      { module: 'openai', scope: 'f' },
      { module: 'celery.app', dynamic: true },
      { module: 'pika', commentedOut: true },
      { module: 'kafka', commentedOut: true, names: [{ name: 'KafkaProducer', local: 'KafkaProducer' }] },
    ]);
  });

  it.each([
    'import the settings',
    'from here on it works',
    'importing x',
    'from a import',
    'import a b',
    'from x import y.z',
    'import 3d',
  ])('is no import: %s', (text) => {
    expect(parseImport(text)).toBeUndefined();
  });
});
