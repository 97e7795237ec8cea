import { baseName } from '../index/paths';
import { isDotenv } from './env-index';
import type { LineText, Position } from './variable-at';

/** Which names a position asks for. */
export interface Asked {
  /** `public`: what reaches the browser; `missing`: what the file does not have yet; `any`: all that are known. */
  readonly names: 'any' | 'public' | 'missing';
  /** Columns of what is typed so far, and of the name that it stands in. */
  readonly start: number;
  readonly end: number;
  /** Put behind the name. */
  readonly suffix: string;
  /** A function of so common a name that only files that use it to read variables are meant. */
  readonly reader?: string;
}

interface Opening {
  readonly before: RegExp;
  readonly names: Asked['names'];
  readonly reader?: string;
}

// Each ends where the name starts. The name itself is cut off first, so that none needs to look for its end.
const SCRIPT: readonly Opening[] = [
  { before: /(?<![\w$.])process\.env(?:\??\.|(?:\?\.)?\[\s?["'`])$/, names: 'any' },
  { before: /(?<![\w$.])import\.meta\.env(?:\??\.|(?:\?\.)?\[\s?["'`])$/, names: 'public' },
  { before: /(?<![\w$.])(?:Deno\.env\.(?:get|has)\(\s?["'`]|Bun\.env(?:\.|\[\s?["'`]))$/, names: 'any' },
];
const PYTHON: readonly Opening[] = [
  { before: /(?<![\w.])(?:os\.)?environ(?:\[|\.(?:get|pop|setdefault)\()\s?["']$/, names: 'any' },
  { before: /(?<![\w.])(?:os\.)?getenv\(\s?["']$/, names: 'any' },
  { before: /(?<![\w.])env(?:\.[a-z_]+)?\(\s?["']$/, names: 'any', reader: 'env' },
  { before: /(?<![\w.])config\(\s?["']$/, names: 'any', reader: 'config' },
];
const ELIXIR: readonly Opening[] = [
  { before: /(?<![\w.])System\.(?:get_env|fetch_env!?)(?:\(\s?| )"$/, names: 'any' },
  { before: /(?<![\w.])(?:Dotenvy\.)?env!(?:\(\s?| )"$/, names: 'any' },
];
const BRACES: Opening = { before: /\$\{$/, names: 'any' };
const WORKFLOW: readonly Opening[] = [{ before: /\$\{\{[^{}]*(?<![\w.])(?:secrets|vars|env)\.$/, names: 'any' }];

/** Further back than this nothing is looked for. */
const REACH = 400;

/** What is asked for at a position; undefined nearly everywhere. */
export function askedAt(path: string, position: Position, text: LineText): Asked | undefined {
  const kind = kindOf(path);
  const line = kind === undefined ? undefined : text(position.line);
  if (kind === undefined || line === undefined) return undefined;
  const start = nameStart(line, position.column);
  const end = position.column + (/^\w+/.exec(line.slice(position.column, position.column + REACH))?.[0].length ?? 0);
  const before = line.slice(Math.max(0, start - REACH), start);
  const asked = (names: Asked['names'], suffix = ''): Asked => ({ names, start, end, suffix });
  const opening = OPENINGS[kind].find((candidate) => candidate.before.test(before));
  if (opening !== undefined) {
    const { names, reader } = opening;
    return { ...asked(names), ...(reader !== undefined && { reader }) };
  }
  if (kind === 'dotenv' && start <= REACH && /^\s*(?:export\s+)?$/.test(before)) {
    const rest = line.slice(end);
    if (rest.trim() === '') return asked('missing', '=');
    return rest.trimStart().startsWith('=') ? asked('missing') : undefined;
  }
  if (kind === 'compose' && start <= REACH && /^\s+(?:-\s+)?["']?$/.test(before)) {
    if (/^["']?\s*(?:[:=]|$)/.test(line.slice(end)) && isInEnvironment(position.line, before, text)) {
      return asked('any');
    }
  }
  return undefined;
}

type Kind = 'script' | 'python' | 'elixir' | 'dotenv' | 'compose' | 'workflow';

const OPENINGS: Readonly<Record<Kind, readonly Opening[]>> = {
  script: SCRIPT,
  python: PYTHON,
  elixir: ELIXIR,
  dotenv: [BRACES],
  compose: [BRACES],
  workflow: WORKFLOW,
};

function kindOf(path: string): Kind | undefined {
  const name = baseName(path);
  if (/\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/.test(name)) return 'script';
  if (name.endsWith('.py')) return 'python';
  if (/\.exs?$/.test(name)) return 'elixir';
  if (isDotenv(path)) return 'dotenv';
  if (!/\.ya?ml$/.test(name)) return undefined;
  if (/^(?:docker-)?compose(?:[.\-_].*)?\.ya?ml$/.test(name)) return 'compose';
  return /(?:^|\/)\.github\/(?:workflows|actions)\//.test(path) ? 'workflow' : undefined;
}

function nameStart(line: string, column: number): number {
  let start = Math.min(column, line.length);
  while (start > 0 && column - start < REACH && /\w/.test(line.charAt(start - 1))) start -= 1;
  return start;
}

/** How far up the start of a block is looked for. */
const BLOCK = 300;

/** The nearest line above that is less indented is `environment:`; a list may stand as far left as its key. */
function isInEnvironment(line: number, before: string, text: LineText): boolean {
  const isItem = before.includes('-');
  const indent = before.search(/\S|$/);
  for (let at = line - 1; at >= Math.max(0, line - BLOCK); at -= 1) {
    const above = text(at) ?? '';
    if (/^\s*(?:#|$)/.test(above)) continue;
    const depth = above.search(/\S/);
    const content = above.trim();
    if (depth < indent || (isItem && depth === indent && !content.startsWith('-'))) {
      return /^environment:\s*(?:&[\w-]+\s*)?(?:#|$)/.test(content);
    }
  }
  return false;
}
