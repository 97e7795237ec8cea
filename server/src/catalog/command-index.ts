import { fits, literalLength } from './glob';
import { rowsOf } from './id-map';
import { add, type Multimap, NONE } from './multimap';
import type { Table } from './tables';

/** Words before a command that only start it. */
const STARTERS = new Set(
  'sudo exec time nohup npx bunx yarn pnpm npm bun uv poetry pipenv pdm hatch run x dlx python python3 dumb-init tini'.split(
    ' ',
  ),
);

/** A rule such as `gcloud run` or `celery * flower`, filed under its first word. */
interface Rule {
  readonly text: string;
  readonly literal: number;
  readonly ids: readonly string[];
}

/** Command lines by their first words: `gunicorn app.wsgi` of a Dockerfile, `flyctl deploy` of a pipeline. */
export class CommandIndex {
  readonly #byWord: Multimap<Rule> = new Map();

  constructor(table: Table) {
    for (const [text, ids] of rowsOf(table)) {
      add(this.#byWord, text.split(' ', 1)[0] ?? '', { text, literal: literalLength(text), ids });
    }
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
    const rules = this.#byWord.get(command.split(' ', 1)[0] ?? '') ?? NONE;
    let most = -1;
    let ids: string[] = [];
    for (const rule of rules) {
      if (rule.literal < most || !(fits(rule.text, command) || fits(`${rule.text} *`, command))) continue;
      if (rule.literal > most) ids = [];
      most = rule.literal;
      ids.push(...rule.ids);
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
