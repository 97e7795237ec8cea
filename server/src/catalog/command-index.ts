import { fits, literalLength } from './glob';
import { NONE } from './multimap';
import { RowIndex } from './table-index';
import type { Table } from './tables';

/** Words before a command that only start it. */
const STARTERS = new Set(
  'sudo exec time nohup npx bunx yarn pnpm npm bun uv poetry pipenv pdm hatch run x dlx python python3 dumb-init tini'.split(
    ' ',
  ),
);

/** Command lines by their first words: `gunicorn app.wsgi` of a Dockerfile, `flyctl deploy` of a pipeline. */
export class CommandIndex {
  /** Rules such as `gcloud run` or `celery * flower`, filed under their first word. */
  readonly #rules: RowIndex;

  constructor(table: Table) {
    this.#rules = new RowIndex(table);
  }

  /** The services of every command on the line; of several rules for one command the most specific wins. */
  find(line: string): readonly string[] {
    const ids = new Set<string>();
    for (const piece of line.slice(0, 2_000).split(/&&|\|\||[;|\n]/)) {
      for (const id of this.#findOne(commandIn(piece))) ids.add(id);
    }
    return ids.size === 0 ? NONE : [...ids];
  }

  #findOne(command: string): readonly string[] {
    let most = -1;
    let ids: string[] = [];
    for (const { name, claims } of this.#rules.about(command)) {
      const literal = literalLength(name);
      if (literal < most || !(fits(name, command) || fits(`${name} *`, command))) continue;
      if (literal > most) ids = [];
      most = literal;
      ids.push(...claims);
    }
    return ids;
  }
}

/** A command without what starts it: variables, a process's name (`web:`), runners, their options, its folder. */
function commandIn(piece: string): string {
  const words = piece.trim().split(/[\s,]+/);
  let from = 0;
  if (/^[\w-]+:$/.test(words[0] ?? '')) from = 1;
  let started = false;
  for (; from < words.length - 1; from += 1) {
    const word = words[from] ?? '';
    const starts = STARTERS.has(word);
    if (!starts && !/^[A-Za-z_]\w*=/.test(word) && !(started && word.startsWith('-'))) break;
    started ||= starts;
  }
  const name = (words[from] ?? '').replace(/^.*\//, '');
  return [name, ...words.slice(from + 1)].join(' ');
}
