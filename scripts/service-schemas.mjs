// The form of a service of the project's own follows from schemas/service.schema.json: written into the schema of the
// project file and into the setting, so that an editor completes and checks both without looking anywhere else.
import fs from 'node:fs';
import path from 'node:path';
import { isMain, root } from './lib/project.mjs';

const read = (file) => JSON.parse(fs.readFileSync(path.join(root, file), 'utf8'));

/** A new service needs no more than a signal, and an entry of a known id only what it adds. */
export function ownServiceSchema() {
  const { properties, definitions } = read('schemas/service.schema.json');
  const inlined = (node) => {
    if (Array.isArray(node)) return node.map(inlined);
    if (typeof node !== 'object' || node === null) return node;
    const { $ref, ...rest } = node;
    const named = $ref === undefined ? {} : inlined(definitions[$ref.slice($ref.lastIndexOf('/') + 1)]);
    return { ...named, ...Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, inlined(value)])) };
  };
  const { $schema: _, name, purpose, ...others } = inlined(properties);
  return {
    type: 'object',
    additionalProperties: false,
    properties: {
      replace: {
        type: 'boolean',
        description:
          'For an id that the catalog knows: true forgets what the catalog says of it. Otherwise this entry adds to it.',
      },
      name: { ...name, maxLength: 80 },
      purpose,
      category: {
        enum: read('server/catalog/categories.json').map(({ id }) => id),
        description: 'Where it is listed. Without one: internal.',
      },
      ...others,
    },
  };
}

export const SERVICES_DESCRIPTION =
  "Services of the project's own, by id: internal APIs, their packages, hosts and variables. An id that the catalog knows adds to that service.";

/** Both files as they must be. */
export function withServiceSchemas() {
  const services = {
    type: 'object',
    description: SERVICES_DESCRIPTION,
    maxProperties: 500,
    propertyNames: { pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' },
    additionalProperties: ownServiceSchema(),
  };
  const project = read('schemas/project.schema.json');
  project.properties.services = services;
  const manifest = read('package.json');
  const { description: _, ...form } = services;
  manifest.contributes.configuration.properties['integrationAtlas.services'] = {
    ...form,
    default: {},
    scope: 'resource',
    order: 9,
    markdownDescription:
      'Services of your own, by id, in the form of `services` in the project file `.integration-atlas.json`: internal APIs, their packages, hosts and variables. An id that the catalog knows adds to that service; the project file stands above this setting.',
  };
  return { 'schemas/project.schema.json': project, 'package.json': manifest };
}

if (isMain(import.meta.url)) {
  for (const [file, content] of Object.entries(withServiceSchemas())) {
    fs.writeFileSync(path.join(root, file), `${JSON.stringify(content, undefined, 2)}\n`);
  }
}
