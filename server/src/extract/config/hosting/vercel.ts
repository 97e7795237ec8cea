import { at, entriesOf, itemsOf, textOf, textsOf } from '../../data/data';
import { counted, listed } from '../config-file';
import { declaration, envDeclarations } from '../env-facts';
import { command, destinations, hostingReader, job, keysOf } from './hosting-reader';

export const vercelReader = hostingReader('vercel', /(^|\/)vercel\.json$/, (root, parsed) => ({
  details: {
    framework: textOf(at(root, 'framework')),
    build: command(at(root, 'buildCommand')),
    install: command(at(root, 'installCommand')),
    output: textOf(at(root, 'outputDirectory')),
    regions: listed(textsOf(at(root, 'regions'))),
    functions: listed(keysOf(at(root, 'functions'))),
    crons: listed(
      itemsOf(at(root, 'crons')).map((cron) => `${textOf(at(cron, 'path'))} (${textOf(at(cron, 'schedule'))})`),
    ),
    redirects: counted(itemsOf(at(root, 'redirects')).length),
    rewrites: counted(itemsOf(at(root, 'rewrites')).length),
    headers: listed(
      itemsOf(at(root, 'headers')).flatMap((rule) =>
        itemsOf(at(rule, 'headers')).flatMap((header) => textOf(at(header, 'key')) ?? []),
      ),
    ),
  },
  facts: [
    ...envDeclarations(parsed, at(root, 'env'), 'hosting'),
    ...envDeclarations(parsed, at(root, 'build', 'env'), 'hosting'),
    ...itemsOf(at(root, 'crons')).flatMap((cron) =>
      job(parsed, 'vercel', textOf(at(cron, 'path')), at(cron, 'schedule')),
    ),
    ...destinations(parsed, at(root, 'rewrites'), 'destination'),
    ...destinations(parsed, at(root, 'redirects'), 'destination'),
    ...destinations(parsed, at(root, 'routes'), 'dest'),
  ],
}));

export const netlifyReader = hostingReader('netlify', /(^|\/)netlify\.toml$/, (root, parsed) => {
  const contexts = entriesOf(at(root, 'context'));
  return {
    details: {
      build: textOf(at(root, 'build', 'command')),
      base: textOf(at(root, 'build', 'base')),
      output: textOf(at(root, 'build', 'publish')),
      functions: textOf(at(root, 'build', 'functions')) ?? textOf(at(root, 'functions', 'directory')),
      contexts: listed(contexts.map((context) => context.key)),
      plugins: listed(itemsOf(at(root, 'plugins')).flatMap((plugin) => textOf(at(plugin, 'package')) ?? [])),
      redirects: counted(itemsOf(at(root, 'redirects')).length),
    },
    facts: [
      ...envDeclarations(parsed, at(root, 'build', 'environment'), 'hosting'),
      ...contexts.flatMap((context) => envDeclarations(parsed, at(context.value, 'environment'), 'hosting')),
      // A template's texts say what a variable is for; whoever deploys it gives the value.
      ...entriesOf(at(root, 'template', 'environment')).flatMap(({ key, keyStart, keyEnd }) =>
        declaration(parsed, 'hosting', key, keyStart, keyEnd, false),
      ),
      ...destinations(parsed, at(root, 'redirects'), 'to'),
      ...entriesOf(at(root, 'functions')).flatMap((entry) =>
        job(parsed, 'netlify', entry.key, at(entry.value, 'schedule')),
      ),
    ],
  };
});
