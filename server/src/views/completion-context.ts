import { isDotenv } from '../index/dotenv-path';
import { baseName } from '../index/paths';
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
  /** A function that may be one of the project's own: only where it is known to read variables. */
  readonly helper?: string;
  /** A function of so common a name that only files that use it to read variables are meant. */
  readonly reader?: string;
}

interface Opening {
  readonly before: RegExp;
  readonly names: Asked['names'];
  readonly reader?: string;
  /** What must stand behind the name on its line. */
  readonly after?: RegExp;
}

// Each ends where the name starts. The name itself is cut off first, so that none needs to look for its end.
const SCRIPT: readonly Opening[] = [
  { before: /(?<![\w$.])process\.env(?:\??\.|(?:\?\.)?\[\s?["'`])$/, names: 'any' },
  { before: /(?<![\w$.])import\.meta\.env(?:\??\.|(?:\?\.)?\[\s?["'`])$/, names: 'public' },
  { before: /\b(?:const|let|var)\s*\{[^{}]*$/, after: /^[^{}]*\}\s*=\s*process\.env\b/, names: 'any' },
  { before: /\b(?:const|let|var)\s*\{[^{}]*$/, after: /^[^{}]*\}\s*=\s*import\.meta\.env\b/, names: 'public' },
  {
    before: /^\s*import\s*\{[^{}]*$/,
    after: /^[^{}]*\}\s*from\s*["'](?:\$env\/static\/private|astro:env\/server)["']/,
    names: 'any',
  },
  {
    before: /^\s*import\s*\{[^{}]*$/,
    after: /^[^{}]*\}\s*from\s*["'](?:\$env\/static\/public|astro:env\/client)["']/,
    names: 'public',
  },
  { before: /(?<![\w$.])c\.env\.$/, names: 'any', reader: 'c.env' },
  { before: /(?<![\w$.])env(?:\??\.|\[\s?["'`])$/, names: 'any', reader: 'env' },
  {
    before: /[cC]onfig\w*\.(?:get|getOrThrow)(?:<[\w\s|[\]]{1,40}>)?\(\s?["'`]$/,
    names: 'any',
    reader: 'ConfigService',
  },
  { before: /(?<![\w$.])(?:Deno\.env\.(?:get|has)\(\s?["'`]|Bun\.env(?:\.|\[\s?["'`]))$/, names: 'any' },
];
const PYTHON: readonly Opening[] = [
  { before: /(?<![\w.])(?:os\.)?environ(?:\[|\.(?:get|pop|setdefault)\()\s?["']$/, names: 'any' },
  { before: /(?<![\w.])(?:os\.)?getenv\(\s?["']$/, names: 'any' },
  { before: /(?<![\w.])env(?:\.[a-z_]+)?\(\s?["']$/, names: 'any', reader: 'env' },
  { before: /(?<![\w.])config\(\s?["']$/, names: 'any', reader: 'config' },
  { before: /\benvvar\s*=\s*(?:\[\s*(?:["']\w*["']\s*,\s*){0,8})?["']$/, names: 'any' },
  { before: /(?<![\w)\]])["']$/, after: /^["']\s+(?:not\s+)?in\s+(?:os\.)?environ\b/, names: 'any' },
];
const ELIXIR: readonly Opening[] = [
  { before: /(?<![\w.])System\.(?:get_env|fetch_env!?)(?:\(\s?| )"$/, names: 'any' },
  { before: /\{:system,\s*"$/, names: 'any' },
  { before: /(?<![\w.])(?:Dotenvy\.)?env!(?:\(\s?| )"$/, names: 'any' },
];
const BRACES: Opening = { before: /\$\{$/, names: 'any' };
const WORKFLOW: readonly Opening[] = [
  { before: /\$\{\{[^{}]*(?<![\w.])(?:secrets|vars|env)\.$/, names: 'any' },
  { before: /^\s*(?:-\s+)?if:\s(?:[^"'#{}]|'[^'\n]*')*(?<![\w.])(?:vars|env)\.$/, names: 'any' },
];
const DOCKERFILE: readonly Opening[] = [
  BRACES,
  { before: /^\s*(?:ENV|ARG)\s+$/i, names: 'any' },
  { before: /^(?!\s*(?:RUN|CMD|ENTRYPOINT|#)).*\$$/i, names: 'any' },
];
/** A function of the project that reads the variable which it is given the name of. */
const HELPER = /(?<![\w$.])(?:[A-Z][\w$]*\.)?([A-Za-z_$][\w$]*[!?]?)(?:\(\s?| (?="))["'`]$/;

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
  const after = line.slice(end, end + REACH);
  const openings = OPENINGS[kind].filter((one) => one.before.test(before) && one.after?.test(after) !== false);
  const opening = openings.find(({ reader }) => reader === undefined) ?? openings[0];
  if (opening !== undefined) {
    const { names, reader } = opening;
    return { ...asked(names), ...(reader !== undefined && { reader }) };
  }
  const helper = IN_CODE.has(kind) ? HELPER.exec(before)?.[1] : undefined;
  if (helper !== undefined) return { ...asked('any'), helper };
  return keyAt(kind, position.line, line, start, end, text, asked);
}

/** The lines of a `.env` file, and the keys of a map or list of variables. */
function keyAt(
  kind: Kind,
  at: number,
  line: string,
  start: number,
  end: number,
  text: LineText,
  asked: (names: Asked['names'], suffix?: string) => Asked,
): Asked | undefined {
  const before = line.slice(0, start);
  if (kind === 'dotenv' && start <= REACH && /^\s*(?:export\s+)?$/.test(before)) {
    const rest = line.slice(end);
    if (rest.trim() === '') return asked('missing', '=');
    return rest.trimStart().startsWith('=') ? asked('missing') : undefined;
  }
  const block = BLOCKS[kind];
  if (block === undefined || start > REACH || !block.item.test(before)) return undefined;
  if (!/^["']?\s*(?:[:=#}]|$)/.test(line.slice(end))) return undefined;
  return isInBlock(at, before, text, block.key) ? asked('any') : undefined;
}

interface Block {
  /** The key whose value names variables. */
  readonly key: RegExp;
  /** What stands before such a name on its line. */
  readonly item: RegExp;
}

const BLOCKS: Partial<Readonly<Record<Kind, Block>>> = {
  compose: { key: /^environment:\s*(?:&[\w-]+\s*)?(?:#|$)/, item: /^\s+(?:-\s+)?["']?$/ },
  workflow: { key: /^(?:-\s+)?env:\s*(?:#|$)/, item: /^\s+["']?$/ },
  kubernetes: { key: /^(?:-\s+)?(?:env|extraEnv(?:Vars)?):\s*(?:#|$)/, item: /^\s*-\s+name:\s+["']?$/ },
};

type Kind =
  | 'script'
  | 'python'
  | 'elixir'
  | 'dotenv'
  | 'compose'
  | 'workflow'
  | 'kubernetes'
  | 'dockerfile'
  | 'shell'
  | 'prisma';

const IN_CODE: ReadonlySet<Kind> = new Set(['script', 'python', 'elixir'] as const);

const OPENINGS: Readonly<Record<Kind, readonly Opening[]>> = {
  script: SCRIPT,
  python: PYTHON,
  elixir: ELIXIR,
  dotenv: [BRACES],
  compose: [BRACES],
  workflow: WORKFLOW,
  kubernetes: [],
  dockerfile: DOCKERFILE,
  shell: [BRACES],
  prisma: [{ before: /(?<![\w.])env\(\s?"$/, names: 'any' }],
};

function kindOf(path: string): Kind | undefined {
  const name = baseName(path);
  if (/\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/.test(name)) return 'script';
  if (name.endsWith('.py')) return 'python';
  if (/\.exs?$/.test(name)) return 'elixir';
  if (isDotenv(path)) return 'dotenv';
  if (/^(?:Dockerfile|Containerfile)(?:[.\-_]|$)|\.dockerfile$/i.test(name)) return 'dockerfile';
  if (/\.(?:sh|bash|zsh)$/.test(name)) return 'shell';
  if (name.endsWith('.prisma')) return 'prisma';
  if (!/\.ya?ml$/.test(name)) return undefined;
  if (/^(?:docker-)?compose(?:[.\-_].*)?\.ya?ml$/.test(name)) return 'compose';
  return /(?:^|\/)\.github\/(?:workflows|actions)\//.test(path) ? 'workflow' : 'kubernetes';
}

function nameStart(line: string, column: number): number {
  let start = Math.min(column, line.length);
  while (start > 0 && column - start < REACH && /\w/.test(line.charAt(start - 1))) start -= 1;
  return start;
}

/** How far up the start of a block is looked for. */
const BLOCK = 300;

/** The nearest line above that is less indented is the key; a list may stand as far left as its key. */
function isInBlock(line: number, before: string, text: LineText, key: RegExp): boolean {
  const isItem = before.includes('-');
  const indent = before.search(/\S|$/);
  for (let at = line - 1; at >= Math.max(0, line - BLOCK); at -= 1) {
    const above = text(at) ?? '';
    if (/^\s*(?:#|$)/.test(above)) continue;
    const depth = above.search(/\S/);
    const content = above.trim();
    if (depth < indent || (isItem && depth === indent && !content.startsWith('-'))) return key.test(content);
  }
  return false;
}
