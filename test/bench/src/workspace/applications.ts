import { drawingText, jsonText, markdownText, pictureText, styleText, yamlText } from './data';
import { elixirText } from './elixir';
import type { PlannedFile, Writer } from './plan';
import { pythonText } from './python';
import type { Random } from './random';
import { scriptText } from './script';
import { wordsOf } from './words';

/** A sort of file in an application: how many of a hundred are such, where they lie, how long they are. */
interface Sort {
  readonly share: number;
  readonly path: (thing: string, verb: string, number: number) => string;
  readonly write: Writer;
  readonly median: number;
}

interface Kind {
  readonly folder: string;
  /** How many of a hundred files of the workspace lie in applications of this kind. */
  readonly share: number;
  /** Modules that others import. */
  readonly isModule: (path: string) => boolean;
  readonly manifests: (name: string) => Readonly<Record<string, string>>;
  readonly sorts: readonly Sort[];
}

const DOCUMENTS: readonly Sort[] = [
  { share: 6, path: (thing, verb, n) => `docs/${thing}/${verb}-${n}.md`, write: markdownText, median: 3000 },
  { share: 5, path: (thing, _, n) => `locales/${thing}-${n}.json`, write: jsonText, median: 1500 },
  { share: 3, path: (thing, _, n) => `config/${thing}-${n}.yaml`, write: yamlText, median: 1200 },
  { share: 3, path: (thing, _, n) => `assets/${thing}-${n}.svg`, write: drawingText, median: 2500 },
  { share: 2, path: (thing, _, n) => `assets/${thing}-${n}.png`, write: pictureText, median: 20000 },
];

export const KINDS: readonly Kind[] = [
  {
    folder: 'services',
    share: 42,
    isModule: (path) => path.endsWith('.py') && !/__init__|migrations|\/tests\//.test(path),
    manifests: (name) => ({
      'requirements.txt':
        'Django==5.1.4\ndjangorestframework==3.15.2\npsycopg[binary]==3.2.3\nstripe==11.4.1\nboto3==1.35.90\nredis==5.2.1\nrequests==2.32.3\nsentry-sdk==2.19.2\npytest-django==4.9.0\n',
      'manage.py': `import os\n\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "${name}.settings")\n`,
      '.env.example':
        '# Where payments are made\nSTRIPE_SECRET_KEY=\nREDIS_URL=redis://localhost:6379/0\nDATABASE_URL=\n',
      Dockerfile: 'FROM python:3.12-slim\nENV PYTHONUNBUFFERED=1\nCOPY . .\nRUN pip install -r requirements.txt\n',
    }),
    sorts: [
      { share: 9, path: (thing, _, n) => `${thing}s${n}/__init__.py`, write: pythonText, median: 0 },
      { share: 8, path: (thing, _, n) => `${thing}s/models_${n}.py`, write: pythonText, median: 3200 },
      { share: 12, path: (thing, verb, n) => `${thing}s/views/${verb}_${n}.py`, write: pythonText, median: 2400 },
      { share: 18, path: (thing, verb, n) => `${thing}s/services/${verb}_${n}.py`, write: pythonText, median: 2000 },
      { share: 6, path: (thing, verb, n) => `${thing}s/tasks/${verb}_${n}.py`, write: pythonText, median: 1500 },
      { share: 10, path: (thing, verb, n) => `${thing}s/migrations/00${n}_${verb}.py`, write: pythonText, median: 900 },
      { share: 18, path: (thing, verb, n) => `${thing}s/tests/test_${verb}_${n}.py`, write: pythonText, median: 3800 },
      ...DOCUMENTS,
    ],
  },
  {
    folder: 'apps',
    share: 43,
    isModule: (path) => /\.tsx?$/.test(path) && !/\.(spec|test)\./.test(path),
    manifests: (name) => ({
      'package.json': JSON.stringify(
        {
          name: `@bench/${name}`,
          version: '1.0.0',
          scripts: { build: 'next build', start: 'node dist/main.js' },
          dependencies: {
            '@nestjs/common': '^10.4.15',
            next: '15.1.3',
            react: '^19.0.0',
            stripe: '^17.5.0',
            openai: '^4.77.0',
            resend: '^4.0.1',
            '@sentry/node': '^8.47.0',
          },
          devDependencies: { typescript: '^5.7.2', vitest: '^2.1.8' },
        },
        null,
        2,
      ),
      'tsconfig.json': '{ "compilerOptions": { "strict": true, "paths": { "@/*": ["./src/*"] } } }\n',
      '.env.example': 'STRIPE_SECRET_KEY=\nOPENAI_API_KEY=\nNEXT_PUBLIC_API_URL=http://localhost:3000\n',
    }),
    sorts: [
      {
        share: 30,
        path: (thing, verb, n) => `src/features/${thing}/${verb}-${n}.tsx`,
        write: scriptText,
        median: 2300,
      },
      {
        share: 8,
        path: (thing, verb, n) => `src/${thing}/${verb}-${n}.controller.ts`,
        write: scriptText,
        median: 1800,
      },
      { share: 14, path: (thing, verb, n) => `src/${thing}/${verb}-${n}.service.ts`, write: scriptText, median: 1600 },
      { share: 12, path: (thing, verb, n) => `src/lib/${thing}/${verb}-${n}.ts`, write: scriptText, median: 1100 },
      { share: 12, path: (thing, verb, n) => `src/${thing}/${verb}-${n}.spec.ts`, write: scriptText, median: 2000 },
      { share: 3, path: (thing, _, n) => `src/styles/${thing}-${n}.css`, write: styleText, median: 900 },
      ...DOCUMENTS,
    ],
  },
  {
    folder: 'platform',
    share: 15,
    isModule: (path) => path.endsWith('.ex'),
    manifests: (name) => ({
      'mix.exs': `defmodule ${name}.MixProject do\n  use Mix.Project\n\n  def project, do: [app: :${name}, version: "0.1.0", deps: deps()]\n\n  defp deps do\n    [{:phoenix, "~> 1.7.18"}, {:ecto_sql, "~> 3.12"}, {:req, "~> 0.5.8"}, {:sentry, "~> 10.8"}, {:ex_aws_s3, "~> 2.5"}]\n  end\nend\n`,
      'config/runtime.exs': `import Config\n\nconfig :${name}, ${name}.Repo, url: System.fetch_env!("DATABASE_URL"), pool_size: 10\n`,
    }),
    sorts: [
      { share: 42, path: (thing, verb, n) => `lib/core/${thing}/${verb}_${n}.ex`, write: elixirText, median: 1700 },
      { share: 16, path: (thing, verb, n) => `lib/web/live/${thing}_${verb}_${n}.ex`, write: elixirText, median: 2600 },
      {
        share: 23,
        path: (thing, verb, n) => `test/core/${thing}/${verb}_${n}_test.exs`,
        write: elixirText,
        median: 1600,
      },
      ...DOCUMENTS,
    ],
  },
];

/** The files of one application, and what its modules may import of each other. */
export function planApplication(kind: Kind, name: string, files: number, random: Random): readonly PlannedFile[] {
  const words = wordsOf(random);
  const root = `${kind.folder}/${name}`;
  const total = kind.sorts.reduce((sum, { share }) => sum + share, 0);
  const planned = new Map<string, Sort>();
  for (let number = 1; planned.size < files; number += 1) {
    const sort = sortAt(kind, random.next() * total);
    planned.set(`${root}/${sort.path(words.thing(), words.verb(), number)}`, sort);
  }
  const modules = [...planned.keys()].filter(kind.isModule);
  const siblings = modules.length === 0 ? [`${root}/main`] : modules;
  const manifests = Object.entries(kind.manifests(name)).map(([path, text]): PlannedFile => {
    return { path: `${root}/${path}`, write: () => text, median: 0, siblings };
  });
  return [
    ...manifests,
    ...[...planned].map(([path, { write, median }]): PlannedFile => ({ path, write, median, siblings })),
  ];
}

/** The sort that lies at a point of the shares, laid end to end. */
function sortAt({ sorts, folder }: Kind, point: number): Sort {
  let left = point;
  for (const sort of sorts) {
    left -= sort.share;
    if (left < 0) return sort;
  }
  throw new Error(`The shares of ${folder} end before ${point}.`);
}
