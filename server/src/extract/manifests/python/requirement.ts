import { redactText } from '../../redact';

/** A PEP 508 requirement, as far as a reader of manifests needs it. */
export interface Requirement {
  readonly name: string;
  readonly extras: readonly string[];
  /** The version specifiers as written, without spaces around; or the URL of a direct reference. */
  readonly version: string;
  /** Where the name starts in the text. */
  readonly start: number;
  /** What stands behind the requirement and is no part of it. */
  readonly rest: string;
}

const NAME = /^\s*([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)(?:\s*\[([^\]]*)\])?/;
const VERSION = '(?:===|==|~=|!=|<=|>=|<|>)\\s*[A-Za-z0-9][A-Za-z0-9.*+!_-]*';
const SPECIFIERS = new RegExp(`^\\s*(?:\\(\\s*)?(${VERSION}(?:\\s*,\\s*${VERSION})*)(?:\\s*,)?(?:\\s*\\))?`);

/** Reads a requirement at the start of a text; undefined where none stands there. */
export function parseRequirement(text: string): Requirement | undefined {
  const head = NAME.exec(text);
  if (head === null) return undefined;
  const [whole, name = '', extraText] = head;
  const extras = (extraText ?? '').split(',').flatMap((extra) => extra.trim() || []);
  const start = whole.length - whole.trimStart().length;
  const tail = text.slice(whole.length);
  if (tail.trimStart().startsWith('@')) {
    const [reference = '', url = ''] = /^\s*@\s*(\S+)/.exec(tail) ?? [];
    return url === ''
      ? undefined
      : { name, extras, version: redactText(url), start, rest: squeezed(tail.slice(reference.length)) };
  }
  const [specifiers = '', versions = ''] = SPECIFIERS.exec(tail) ?? [];
  return {
    name,
    extras,
    version: versions.replace(/\s*,\s*/g, ',').replace(/([=<>~!])\s+/g, '$1'),
    start,
    rest: squeezed(tail.slice(specifiers.length)),
  };
}

/** Runs of spaces are one: patterns that look for what follows stay quick. */
function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** Reads a text that holds a requirement and at most a marker behind it; undefined for anything else. */
export function parseWhole(text: string): Requirement | undefined {
  const requirement = parseRequirement(text);
  return requirement !== undefined && /^\s*(;.*)?$/.test(requirement.rest) ? requirement : undefined;
}

/** A name as PEP 503 compares it. */
export function normalName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

/** What a group of dependencies is for, by its name: `dev`, `tests`, `docs` never run in production. */
export function isDevGroup(name: string): boolean {
  return /^(dev|develop|development|tests?|testing|unittest|e2e|lint|linting|linters?|docs?|documentation|typing|types|mypy|ci|format|formatting|style|quality|coverage|cov|bench|benchmarks?|debug|tools?|tooling|local|pre-?commit|nox|tox)([-_.].*)?$/i.test(
    name,
  );
}
