import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { matcherOf } from '../../server/src/catalog/match';
import { wantedCode } from '../../server/src/catalog/wanted-code';
import { contextOf } from '../../server/src/checks/context';
import { findingsOf } from '../../server/src/checks/run-checks';
import { settingsFrom } from '../../server/src/checks/settings';
import { Engine } from '../../server/src/engine';
import { languageOf, lookAt } from '../../server/src/extract/extract-file';
import { fileRole } from '../../server/src/extract/file-role';
import type { FileFacts } from '../../server/src/model/facts';
import { renderDocument } from '../../server/src/views/document/render-document';
import { hoverAt } from '../../server/src/views/hover';
import { scanJson } from '../../server/src/views/scan-json';
import { symbolsOf } from '../../server/src/views/symbols';
import { treeOf } from '../../server/src/views/tree';
import { testAssets } from '../host/support';
import { extract } from '../support/extract';

const ROOT = join(import.meta.dirname, '../fixtures');
const FIXTURES = readdirSync(ROOT, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const STEPS = 40;

type Below = (limit: number) => number;

/** The same numbers for the same seed. */
function numbers(seed: number): Below {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
}

/** The files of fixtures; several lie beside each other in folders of their names, as in a monorepo. */
function textsOf(fixtures: readonly string[]): Map<string, string> {
  const texts = new Map<string, string>();
  for (const name of fixtures) {
    const folder = join(ROOT, name, 'workspace');
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const full = join(entry.parentPath, entry.name);
      const path = full.slice(folder.length + 1).replaceAll('\\', '/');
      texts.set(fixtures.length === 1 ? path : `${name}/${path}`, readFileSync(full, 'utf8'));
    }
  }
  return texts;
}

/** What happens to texts between two looks at them: each gives the new texts by path, `undefined` for what is gone. */
type Happening = (texts: ReadonlyMap<string, string>, below: Below) => ReadonlyMap<string, string | undefined>;

const HAPPENINGS: readonly Happening[] = [
  edit((lines) => ['', ...lines]),
  edit((lines, at) => lines.filter((_, index) => index !== at)),
  edit((lines, at) =>
    lines.with(
      at,
      (lines[at] ?? '').replace(/[A-Z_]{4,}/, (name) => `${name}_X`),
    ),
  ),
  edit((lines, at) => lines.with(at, (lines[at] ?? '').replace(/(['"])([^'"]+)\1/, '$1$2x$1'))),
  edit((lines, at) => lines.toSpliced(at, 0, lines[at] ?? '')),
  edit((lines, at) => lines.with(at, `# ${lines[at] ?? ''}`)),
  // A file goes.
  (texts, below) => new Map([[anyOf(texts, below), undefined]]),
  // A copy of a file stands beside it, or above.
  (texts, below) => {
    const path = anyOf(texts, below);
    return new Map([[beside(path, `copy-${below(3)}-`, below), texts.get(path) ?? '']]);
  },
  // A file is called otherwise, or lies elsewhere.
  (texts, below) => {
    const path = anyOf(texts, below);
    return new Map([
      [path, undefined],
      [beside(path, below(2) === 0 ? '' : 'moved_', below), texts.get(path)],
    ]);
  },
  // One file takes the place of another.
  (texts, below) => new Map([[anyOf(texts, below), texts.get(anyOf(texts, below)) ?? '']]),
  // Another branch: a folder is gone, and many files say something else.
  (texts, below) => {
    const folder = anyOf(texts, below).split('/').slice(0, -1).join('/');
    const changed = new Map<string, string | undefined>();
    for (const [path, text] of texts) {
      if (folder !== '' && path.startsWith(`${folder}/`)) changed.set(path, undefined);
      else if (below(4) === 0) changed.set(path, `\n${text}`);
    }
    return changed;
  },
];

function edit(change: (lines: readonly string[], at: number) => readonly string[]): Happening {
  return (texts, below) => {
    const path = anyOf(texts, below);
    const lines = (texts.get(path) ?? '').split('\n');
    return new Map([[path, change(lines, below(lines.length)).join('\n')]]);
  };
}

/** What others lean on comes up more often than the rest: settings, clients, wrappers, manifests. */
const LEANED_ON =
  /(?:settings|config|client|env|urls|router|main|index|lib\/|package\.json|pyproject\.toml|requirements|mix\.exs)/;

function anyOf(texts: ReadonlyMap<string, string>, below: Below): string {
  const all = [...texts.keys()];
  const among = below(2) === 0 ? all : all.filter((path) => LEANED_ON.test(path));
  return among[below(among.length)] ?? all[below(all.length)] ?? 'none.py';
}

function beside(path: string, prefix: string, below: Below): string {
  const parts = path.split('/');
  const name = parts.pop() ?? '';
  return [...parts.slice(0, Math.max(parts.length - below(2), 0)), `${prefix}${name}`].join('/');
}

/** As a scan reads a file: looked at, or parsed where that is not enough or asked for. */
async function read(path: string, text: string, isWhole: boolean): Promise<FileFacts> {
  const { languages, catalog } = await testAssets();
  const language = languageOf(languages, path);
  const file = { path, text, role: fileRole(path) };
  const glanced =
    isWhole || language === undefined ? undefined : lookAt(language, file, wantedCode(matcherOf(catalog)));
  return glanced ?? extract(path, text);
}

/** Everything that somebody could be shown, by what it is. */
function shown(engine: Engine): Readonly<Record<string, string>> {
  const { revision: _, ...snapshot } = engine.snapshot();
  const whole = engine.snapshot();
  const hovers = whole.env.flatMap(({ reads, declarations }) =>
    [...reads, ...declarations].map((place) => {
      const hover = hoverAt(whole, place.path, place, (path, line) => `${path}#${line}`, undefined, {
        reveal: (name, path) => `${path}?${name}`,
      });
      return [place.path, place.line, hover?.markdown];
    }),
  );
  return {
    'closer look': JSON.stringify(engine.closerLook()),
    snapshot: JSON.stringify(snapshot),
    tree: JSON.stringify(treeOf(whole)),
    hovers: JSON.stringify(hovers),
    symbols: JSON.stringify(symbolsOf(whole, '')),
    findings: JSON.stringify([findingsOf(whole, settingsFrom({})), contextOf(whole).dotenvs]),
    document: renderDocument(whole, { date: '2026-01-01', length: 'full' }),
    scan: JSON.stringify(scanJson(whole)),
  };
}

/** A session of an editor and a first look, side by side. */
test.each([...FIXTURES.map((name) => [name]), FIXTURES].map((names) => [names.join(' + '), names] as const))(
  '%s: after whatever happened, all is shown as at first sight',
  async (title, names) => {
    const { catalog } = await testAssets();
    const below = numbers(title.length * 7919);
    const texts = textsOf(names);
    const known = new Map<string, FileFacts>();
    for (const [path, text] of texts) known.set(path, await read(path, text, below(3) > 0));
    const engine = new Engine(catalog);
    engine.setFiles(known.values());
    shown(engine);
    for (let step = 1; step <= STEPS; step += 1) {
      const happened = (HAPPENINGS[below(HAPPENINGS.length)] ?? HAPPENINGS[0])?.(texts, below) ?? new Map();
      const gone = [...happened].filter(([, text]) => text === undefined).map(([path]) => path);
      for (const path of gone) for (const map of [texts, known]) map.delete(path);
      const fresh: FileFacts[] = [];
      for (const [path, text] of happened) {
        if (text === undefined) continue;
        texts.set(path, text);
        fresh.push(await read(path, text, below(3) > 0));
      }
      for (const facts of fresh) known.set(facts.path, facts);
      engine.removePaths(gone);
      // Not every change is looked at before the next one.
      engine.setFiles(fresh);
      if (below(4) === 0) continue;
      const first = new Engine(catalog);
      first.setFiles(known.values());
      const [told, anew] = [shown(engine), shown(first)];
      for (const [what, text] of Object.entries(anew))
        expect(told[what], `${what} after step ${step}: ${[...happened.keys()].slice(0, 5).join(', ')}`).toBe(text);
    }
  },
  120_000,
);
