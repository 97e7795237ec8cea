import { parse } from 'jsonc-parser';
import { expect, test } from 'vitest';
import { defineService } from '../../server/src/host/define-service';
import { parseProjectFile } from '../../server/src/host/project-file';
import { builtCatalog } from '../catalog/built-catalog';

const catalog = builtCatalog();

test.each<[string, 'host' | 'package', string, string, object]>([
  ['a host', 'host', 'api.acme-shipping.io', 'acme-shipping', { hosts: ['api.acme-shipping.io'] }],
  ['an npm package', 'package', '@acme/api-client', 'acme-api-client', { packages: { npm: ['@acme/api-client'] } }],
  ['a Python module', 'package', 'acme_sdk', 'acme-sdk', { packages: { pypi: ['acme_sdk'] } }],
])('%s is the start of a service that holds as it is', (_, kind, name, id, signal) => {
  const { text, line } = defineService(undefined, kind, name);
  const { services, problems } = parseProjectFile(text, catalog);
  expect(problems).toEqual([]);
  expect(services).toMatchObject([{ id, fields: { category: 'internal', ...signal } }]);
  expect(text.split('\n')[line]).toContain(`"${id}"`);
});

test('comments and what stands there already are kept', () => {
  const before = '{\n  // Ours.\n  "exclude": ["legacy/"],\n  "services": { "acme": { "hosts": ["a.acme.io"] } }\n}\n';
  const { text } = defineService(before, 'host', 'b.acme.io');
  expect(text).toContain('// Ours.');
  expect(parse(text)).toMatchObject({
    exclude: ['legacy/'],
    services: { acme: { hosts: ['a.acme.io'] }, 'acme-2': { hosts: ['b.acme.io'] } },
  });
});
