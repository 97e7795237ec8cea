import type { Fact, JobFact, SettingFact } from '../../../model/facts';
import { at, type Data, entriesOf, itemsOf, type Parsed, textOf, textsOf } from '../../data/data';
import { parseJson } from '../../data/parse-json';
import { parseToml } from '../../data/parse-toml';
import { parseYaml } from '../../data/parse-yaml';
import { baseName, ending } from '../../paths';
import type { Reader } from '../../reader';
import { configFile, type Details } from '../config-file';
import { distinctFacts } from '../distinct-facts';
import { urlFacts } from '../url-facts';

/** What a hosting file says, before it is known under which name. */
export interface Hosting {
  readonly details: Details;
  readonly facts?: readonly Fact[];
  /** Another name than the file's, where the file's own is used by several hosts: `app.yaml`. */
  readonly name?: string;
}

/** A reader of a hosting file in JSON, TOML or YAML, by its ending. Undefined where the file is not the host's. */
export function hostingReader(
  id: string,
  file: RegExp,
  read: (root: Data, parsed: Parsed, path: string) => Hosting | undefined,
): Reader {
  return {
    id,
    endings: ['json', 'jsonc', 'toml', 'yaml', 'yml'],
    matches: (path) => file.test(path),
    read({ path, text }) {
      const parsed = parse(path, text);
      const root = parsed.roots[0];
      const hosting = root === undefined ? undefined : read(root, parsed, path);
      // A broken file still configures: its presence is told, and what was wrong.
      if (hosting === undefined && parsed.problems.length > 0 && root === undefined) {
        return { facts: [configFile(path)], problems: parsed.problems };
      }
      if (hosting === undefined) return { facts: [] };
      const facts = [configFile(path, hosting.details, hosting.name), ...distinctFacts(hosting.facts ?? [])];
      return { facts, problems: parsed.problems };
    },
  };
}

function parse(path: string, text: string): Parsed {
  const name = baseName(path);
  if (/^ya?ml$/.test(ending(path))) return parseYaml(name, text);
  if (ending(path) === 'toml') return parseToml(name, text);
  return parseJson(name, text, true);
}

/** A schedule as a job of its own. */
export function job(
  parsed: Parsed,
  system: string,
  name: string | undefined,
  schedule: Data | undefined,
): readonly JobFact[] {
  const text = textOf(schedule);
  if (schedule === undefined || text === undefined) return [];
  return [
    { kind: 'job', system, name: name ?? text, schedule: text, range: parsed.range(schedule.start, schedule.end) },
  ];
}

/** A setting of the host that the catalog can match: a binding, an add-on, a provider. */
export function setting(parsed: Parsed, path: string, node: Data | undefined): readonly SettingFact[] {
  const text = textOf(node);
  if (node === undefined || text === undefined) return [];
  const range = parsed.range(node.start, node.end);
  return [{ kind: 'setting', system: 'other', path, value: { t: 'string', v: text }, range }];
}

/** Where redirects and rewrites lead out of the site. */
export function destinations(parsed: Parsed, list: Data | undefined, ...keys: readonly string[]): readonly Fact[] {
  return itemsOf(list).flatMap((rule) =>
    keys.flatMap((key) => {
      const node = at(rule, key);
      return node?.t === 'scalar' ? urlFacts(parsed.text, node.start, node.end, parsed.range) : [];
    }),
  );
}

/** A command that may be given as a text or as a list of words. */
export function command(data: Data | undefined): string | undefined {
  return data?.t === 'list' ? textsOf(data).join(' ') : textOf(data);
}

export function keysOf(data: Data | undefined): readonly string[] {
  return entriesOf(data).map((entry) => entry.key);
}
