import type { Fact } from '../../../model/facts';
import { baseName } from '../../paths';
import type { Reader } from '../../reader';
import { type Line, linesOf, rangesOf } from '../../text-index';
import { configFile, listed } from '../config-file';
import { declaration } from '../env-facts';
import { urlFacts } from '../url-facts';

interface Option {
  readonly section: string;
  readonly key: string;
  readonly value: string;
  readonly line: Line;
}

/** The options of an INI file; comments and continued values are left out. */
function optionsOf(text: string): readonly Option[] {
  const options: Option[] = [];
  let section = '';
  for (const line of linesOf(text)) {
    const header = /^\s*\[([^\]]+)\]/.exec(line.text)?.[1];
    if (header !== undefined) section = header.trim();
    const [, key, value] = /^([A-Za-z_][\w.-]*)\s*[=:]\s*(.*?)\s*(?:\s;.*)?$/.exec(line.text) ?? [];
    if (key !== undefined && value !== undefined) options.push({ section, key, value, line });
  }
  return options;
}

/** Alembic: where migrations lie, and which kind of database stands in the file. */
export const alembicReader: Reader = {
  id: 'alembic.ini',
  endings: ['ini'],
  matches: (path) => /^alembic([-_.][\w-]+)?\.ini$/.test(baseName(path)),
  read(file) {
    const options = optionsOf(file.text).filter((option) => option.section === 'alembic');
    const range = rangesOf(file.text);
    const url = options.find((option) => option.key === 'sqlalchemy.url');
    const script = options.find((option) => option.key === 'script_location')?.value;
    const facts =
      url === undefined || isStartingPoint(url.value)
        ? []
        : urlFacts(file.text, url.line.offset, url.line.offset + url.line.text.length, range);
    const database = url === undefined || isStartingPoint(url.value) ? undefined : withoutCredentials(url.value);
    return { facts: [configFile(file.path, { migrations: script, database }, 'alembic.ini'), ...facts] };
  },
};

/** The file that every project starts from names this database. */
function isStartingPoint(url: string): boolean {
  return /driver:\/\/user:pass@/.test(url);
}

/** What is left of an address of a database when nobody is to log in with it; a name that is put in is none. */
function withoutCredentials(url: string): string | undefined {
  const [, scheme, place] = /^([a-z][a-z0-9+]*):\/\/(?:[^@\s]*@)?([^\s?]*)/i.exec(url) ?? [];
  return scheme === undefined || place === undefined || /[%{}$@]/.test(place) ? undefined : `${scheme}://${place}`;
}

/** Supervisor: the programs that it keeps running, and the variables that it gives them. */
export const supervisordReader: Reader = {
  id: 'supervisord',
  endings: ['conf', 'ini'],
  matches: (path) =>
    /^supervisord?([-_.][\w-]+)?\.(conf|ini)$|\/supervisor\/.+\.conf$/.test(
      path.toLowerCase().replace(/^.*\/(?=supervisord?[^/]*$)/, ''),
    ),
  read(file) {
    const options = optionsOf(file.text);
    const range = rangesOf(file.text);
    const programs = options
      .filter((option) => /^program:/.test(option.section) && option.key === 'command')
      .map((option) => `${option.section.slice('program:'.length)}: ${option.value}`);
    const facts: Fact[] = [];
    for (const { key, line } of options) {
      if (key !== 'environment') continue;
      for (const match of line.text.matchAll(/(?<=[=,]\s{0,4})([A-Za-z_]\w{0,99})=(?:"[^"]*"|'[^']*'|[^,"']*)/g)) {
        const name = match[1] ?? '';
        const start = line.offset + match.index;
        facts.push(...declaration({ range }, 'hosting', name, start, start + name.length, true));
      }
    }
    return { facts: [configFile(file.path, { programs: listed(programs) }, 'supervisord.conf'), ...facts] };
  },
};
