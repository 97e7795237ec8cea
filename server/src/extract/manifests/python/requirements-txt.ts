import type { DependencyFact, Fact } from '../../../model/facts';
import { baseName, dirName, ending } from '../../paths';
import type { Extracted, Reader, TextFile } from '../../reader';
import { redactText } from '../../redact';
import { FILE_START, type Line, linesOf, rangeInLine } from '../../text-index';
import { Locked } from '../locked';
import { isDevGroup, normalName, parseRequirement, type Requirement } from './requirement';

const IN_FOLDER = /(^|\/)(requirements|reqs|constraints)\/[^/]+$/;
/** What may follow a requirement: a marker, pip's own options, a comment. */
const REST = /^\s*(;[^#]*?)?(\s+--?[a-z].*?|\\)?\s*(\s#.*)?$/;
/** In a comment, prose may follow a requirement only where it is set off. */
const COMMENT_REST = /^\s*(;[^#]*?)?\s*(\s(#|\(|-|–|—|<-).*)?$/;

/** pip's requirement files and constraints. */
export const requirementsTxtReader: Reader = {
  id: 'requirements.txt',
  endings: ['txt', 'in', 'pip'],
  matches(path) {
    const name = baseName(path).toLowerCase();
    if (!/^(txt|in|pip)$/.test(ending(name))) return false;
    return /(^|[-_.])(requirements?|constraints?)([-_.]|$)/.test(name) || IN_FOLDER.test(path.toLowerCase());
  },
  read: readRequirements,
};

function readRequirements(file: TextFile): Extracted {
  const facts: DependencyFact[] = [];
  const includes: string[] = [];
  const group = groupOf(file.path);
  let prose = 0;
  let continued = false;
  for (const line of linesOf(file.text)) {
    const text = line.text.trim();
    const inside = continued;
    continued = text.endsWith('\\');
    // A continued line holds hashes and options of the requirement before it.
    if (text === '' || inside) continue;
    if (text.startsWith('#')) {
      const fact = commented(line, group);
      if (fact !== undefined) facts.push(fact);
      continue;
    }
    const include = /^(?:-r|-c|--requirement|--constraint)[\s=]*([^\s#]+)/.exec(text)?.[1];
    if (include !== undefined) {
      includes.push(include);
      continue;
    }
    const fact = readLine(line, group);
    if (fact !== undefined) facts.push(fact);
    else if (!/^(-|\.|\/|git\+|https?:|[A-Za-z]:\\|\S+\.(whl|zip|tar\.gz)$)/.test(text)) prose += 1;
  }
  const active = facts.filter((fact) => fact.commentedOut !== true);
  // A text that merely lies in a folder `requirements` is prose.
  if (prose > active.length) return { facts: [] };
  if (/constraint/i.test(file.path)) return { facts: [], locked: pins(active) };
  return { facts: [manifest(file.path, includes), ...facts] };
}

function readLine(line: Line, group: DependencyFact['group']): DependencyFact | undefined {
  const editable = /^\s*(?:-e|--editable)[\s=]+/.exec(line.text)?.[0] ?? '';
  const text = line.text.slice(editable.length);
  const egg = /^\s*\S*[#&]egg=([A-Za-z0-9._-]+)/.exec(text);
  if (egg !== null) {
    const start = editable.length + egg[0].length - (egg[1] ?? '').length;
    const version = redactText(text.trim().replace(/\s.*$/, ''));
    return dependency(line, { name: egg[1] ?? '', extras: [], version, start, rest: '' }, group);
  }
  if (editable !== '') return undefined;
  const requirement = parseRequirement(text);
  return requirement !== undefined && REST.test(requirement.rest) ? dependency(line, requirement, group) : undefined;
}

/** `# redis==5.0.1` is a requirement that somebody took out; `# Python 3.12` and `# redis` are words. */
function commented(line: Line, group: DependencyFact['group']): DependencyFact | undefined {
  const marks = /^\s*#+\s*/.exec(line.text)?.[0].length ?? 0;
  const requirement = parseRequirement(line.text.slice(marks));
  if (requirement === undefined || !COMMENT_REST.test(requirement.rest)) return undefined;
  const sure = /^[=<>~!]/.test(requirement.version) || (requirement.extras.length > 0 && requirement.version === '');
  if (!sure || /^(python|pip|pypy|cpython|node|setuptools)$/i.test(requirement.name)) return undefined;
  return { ...dependency(line, { ...requirement, start: requirement.start + marks }, group), commentedOut: true };
}

function dependency(line: Line, requirement: Requirement, group: DependencyFact['group']): DependencyFact {
  return {
    kind: 'dependency',
    ecosystem: 'pypi',
    name: requirement.name,
    version: requirement.version,
    group,
    ...(requirement.extras.length > 0 && { extras: requirement.extras }),
    range: rangeInLine(line, requirement.start, requirement.start + requirement.name.length),
  };
}

/** `requirements-dev.txt`, `dev-requirements.in`, `requirements/test.txt`. */
function groupOf(path: string): DependencyFact['group'] {
  const words = baseName(path)
    .toLowerCase()
    .split(/[-_.]/)
    .filter((word) => !/^(requirements?|txt|in|pip)$/.test(word));
  return words.some(isDevGroup) ? 'dev' : 'runtime';
}

function manifest(path: string, includes: readonly string[]): Fact {
  const folder = dirName(path);
  return {
    kind: 'manifest',
    ecosystem: 'pypi',
    range: FILE_START,
    ...(IN_FOLDER.test(path.toLowerCase()) && { folder: dirName(folder) }),
    ...(includes.length > 0 && { includes }),
  };
}

/** Constraints ask for no package, they only tell its version should something ask. */
function pins(facts: readonly DependencyFact[]): Readonly<Record<string, readonly string[]>> {
  const locked = new Locked();
  for (const fact of facts) {
    const version = /^===?([^,*]+)$/.exec(fact.version)?.[1];
    if (version !== undefined) locked.add(`pypi:${normalName(fact.name)}`, version);
  }
  return locked.record;
}
