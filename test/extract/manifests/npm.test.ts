import { expect, test } from 'vitest';
import { tell } from '../config/tell';

test('package.json gives its groups, its name, its members and its commands, and no overrides', () => {
  const text = `{
  "name": "@shop/api",
  "workspaces": { "packages": ["apps/*"], "catalog": { "zod": "^4.0.0" } },
  "scripts": { "start": "node ." },
  "dependencies": { "stripe": "^15.8.0", "@scope/a": "npm:b@1", "local": "workspace:*" },
  "devDependencies": {
    "vitest": "~4.1"
  },
  "peerDependencies": { "react": ">=18" },
  "optionalDependencies": { "fsevents": "2" },
  "overrides": { "lodash": "4.17.21" },
  "private": true
}`;
  expect(tell('apps/api/package.json', text)).toEqual({
    facts: [
      '2 manifest npm {"name":"@shop/api","workspaces":["apps/*"],"scripts":{"start":"node ."},"scriptRanges":{"start":{"line":3,"column":16,"endLine":3,"endColumn":21}},"catalogs":{"default":{"zod":"^4.0.0"}}}',
      '5 stripe ^15.8.0 runtime',
      '5 @scope/a npm:b@1 runtime',
      '5 local workspace:* runtime',
      '7 vitest ~4.1 dev',
      '9 react >=18 peer',
      '10 fsevents 2 optional',
    ],
    locked: {},
    problems: [],
  });
});

test('names of imports that stand for files are told by package.json and by TypeScript, remarks and all', () => {
  const text = `{
  "name": "a",
  "imports": {
    "#lib/*": "./src/lib/*.js",
    "#env": { "node": "./src/env.js", "default": ["./src/env.web.js"] },
    "#none": null
  }
}`;
  expect(tell('package.json', text, 'moduleAlias').facts).toEqual([
    '4 moduleAlias {"pattern":"#lib/*","targets":["./src/lib/*.js"]}',
    '5 moduleAlias {"pattern":"#env","targets":["./src/env.js","./src/env.web.js"]}',
  ]);
  const config = `{
  // Where everything is looked for.
  "compilerOptions": {
    "baseUrl": "./src", /* and */
    "paths": {
      "@/*": ["./*", "\${configDir}/generated/*"],
      "two/*/stars/*": ["x"],
      "none": [],
    },
  },
}`;
  const facts = [
    '6 moduleAlias {"pattern":"@/*","targets":["./src/./*","generated/*"]}',
    '4 moduleAlias {"pattern":"*","targets":["./src/*"]}',
  ];
  for (const path of ['tsconfig.json', 'apps/web/tsconfig.app.json', 'jsconfig.json'])
    expect(tell(path, config)).toEqual({ facts, locked: {}, problems: [] });
  expect(tell('tsconfig.json', '{"compilerOptions": {').problems).toEqual([]);
  expect(tell('tsconfig.json', '').facts).toEqual([]);
});

test('a broken package.json is told with its line, and read as far as it goes', () => {
  const told = tell('package.json', '{\n  "dependencies": {\n    "stripe": "1"\n    "redis": "2"\n');
  expect(told.facts).toEqual(['1 manifest npm', '3 stripe 1 runtime', '4 redis 2 runtime']);
  expect(told.problems).toEqual(['4 package.json is not valid JSON: comma expected at line 4']);
});

test.each(['', 'null', '[]', '"x"', '{"dependencies": []}', '{"dependencies": {"a": {}}}'])(
  'a package.json of an unexpected shape (%s) names no package',
  (text) => {
    expect(tell('package.json', text, 'dependency').facts).toEqual([]);
  },
);

test('credentials in a git address stay behind', () => {
  const text = '{ "dependencies": { "a": "git+https://me:not-a-real-key@example.com/a.git" } }';
  expect(tell('package.json', text, 'dependency').facts).toEqual(['1 a git+https://***:***@example.com/a.git runtime']);
});

test('pnpm-workspace.yaml names members and catalogs', () => {
  const text = `packages:
  - "apps/*"
  - '!**/test'
catalog:
  zod: ^4.1.13
catalogs:
  react18:
    react: 18.2.0
`;
  expect(tell('pnpm-workspace.yaml', text).facts).toEqual([
    '1 manifest npm {"workspaces":["apps/*","!**/test"],"catalogs":{"default":{"zod":"^4.1.13"},"react18":{"react":"18.2.0"}}}',
  ]);
});

test('package-lock.json of version 3 tells what code reaches, by member', () => {
  const lock = {
    lockfileVersion: 3,
    packages: {
      '': { name: 'root', version: '1.0.0' },
      'apps/api': { name: 'api', version: '1.0.0' },
      'node_modules/api': { resolved: 'apps/api', link: true },
      'node_modules/stripe': { version: '15.8.0' },
      'node_modules/stripe/node_modules/qs': { version: '6.0.0' },
      'apps/api/node_modules/stripe': { version: '14.1.0' },
      'node_modules/@aws-sdk/client-s3': { version: '3.600.0' },
    },
  };
  expect(tell('package-lock.json', JSON.stringify(lock)).locked).toEqual({
    'npm:stripe': ['15.8.0', '14.1.0'],
    'apps/api#npm:stripe': ['14.1.0'],
    'npm:@aws-sdk/client-s3': ['3.600.0'],
  });
});

test('package-lock.json of version 1 nests, and only the outer packages are direct', () => {
  const lock = { dependencies: { a: { version: '1.0.0', dependencies: { b: { version: '2.0.0' } } } } };
  expect(tell('package-lock.json', JSON.stringify(lock)).locked).toEqual({ 'npm:a': ['1.0.0'] });
});

test('a lock file that is no JSON is a problem', () => {
  expect(tell('package-lock.json', '<<<<<<< HEAD\n{}').problems[0]).toMatch(/^\d+ package-lock.json is not valid JSON/);
});

test('yarn.lock of both kinds is kept by requirement', () => {
  const classic = `# yarn lockfile v1


"@babel/core@^7.1.0", "@babel/core@^7.2.0":
  version "7.28.5"
  dependencies:
    semver "^6.3.1"

stripe@^15.0.0:
  version "15.8.0"
`;
  expect(tell('yarn.lock', classic).locked).toEqual({
    'npm:@babel/core': ['7.28.5'],
    'npm:@babel/core@^7.1.0': ['7.28.5'],
    'npm:@babel/core@^7.2.0': ['7.28.5'],
    'npm:stripe': ['15.8.0'],
    'npm:stripe@^15.0.0': ['15.8.0'],
  });
  const berry = `__metadata:
  version: 8

"api@workspace:apps/api":
  version: 0.0.0-use.local

"stripe@npm:^15.0.0, stripe@npm:^15.2.0":
  version: 15.8.0
  resolution: "stripe@npm:15.8.0"
`;
  expect(tell('yarn.lock', berry).locked).toEqual({
    'npm:stripe': ['15.8.0'],
    'npm:stripe@^15.0.0': ['15.8.0'],
    'npm:stripe@^15.2.0': ['15.8.0'],
  });
});

test.each([
  [
    '9.0',
    `importers:

  .:
    dependencies:
      zod:
        specifier: 'catalog:'
        version: 4.1.13

  apps/api:
    dependencies:
      '@hono/node-server':
        specifier: ^1.12.0
        version: 1.19.7(hono@4.11.3)
      shared:
        specifier: workspace:*
        version: link:../../packages/shared
    devDependencies:
      zod:
        specifier: ^3.0.0
        version: 3.25.0

packages:

  left-pad@1.3.0:
    resolution: {integrity: sha512-x}
`,
    {
      'npm:zod': ['4.1.13', '3.25.0'],
      '#npm:zod': ['4.1.13'],
      'npm:@hono/node-server': ['1.19.7'],
      'apps/api#npm:@hono/node-server': ['1.19.7'],
      'apps/api#npm:zod': ['3.25.0'],
    },
  ],
  [
    '5.4',
    `lockfileVersion: 5.4

specifiers:
  react: ^18.0.0

dependencies:
  react: 18.2.0
  react-dom: 18.2.0_react@18.2.0
  str: /string-width/4.2.3

packages:

  /react/18.2.0:
    resolution: {integrity: sha512-x}
`,
    {
      'npm:react': ['18.2.0'],
      '#npm:react': ['18.2.0'],
      'npm:react-dom': ['18.2.0'],
      '#npm:react-dom': ['18.2.0'],
      'npm:str': ['4.2.3'],
      '#npm:str': ['4.2.3'],
    },
  ],
  [
    '6.0',
    `dependencies:
  hono:
    specifier: ^4.4.0
    version: 4.11.3
`,
    { 'npm:hono': ['4.11.3'], '#npm:hono': ['4.11.3'] },
  ],
])('pnpm-lock.yaml %s tells direct dependencies by member', (_version, text, locked) => {
  expect(tell('pnpm-lock.yaml', text).locked).toEqual(locked);
});

test('bun.lock has trailing commas, and nested versions under their parents', () => {
  const text = `{
  "lockfileVersion": 1,
  "workspaces": { "": { "name": "root" }, "apps/api": { "name": "@shop/api" }, },
  "packages": {
    "stripe": ["stripe@18.5.0", "", {}, "sha512-x"],
    "@shop/api": ["@shop/api@workspace:apps/api"],
    "@shop/api/stripe": ["stripe@17.0.0", "", {}, "sha512-x"],
    "other/stripe": ["stripe@16.0.0", "", {}, "sha512-x"],
  },
}`;
  const { locked, problems } = tell('bun.lock', text);
  expect(problems).toEqual([]);
  expect(locked).toEqual({ 'npm:stripe': ['18.5.0', '17.0.0'], 'apps/api#npm:stripe': ['17.0.0'] });
});
