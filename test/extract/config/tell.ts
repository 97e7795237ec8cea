import { expect } from 'vitest';
import { CONFIG_READERS } from '../../../server/src/extract/config/readers';
import { MANIFEST_READERS } from '../../../server/src/extract/manifests/readers';
import type { Fact } from '../../../server/src/model/facts';

export interface Told {
  /** Each fact on one line, by line number from 1. */
  readonly facts: readonly string[];
  readonly locked: Readonly<Record<string, readonly string[]>>;
  readonly problems: readonly string[];
}

/** What all readers say about a file, short enough to write down. A fact whose range does not spell its name fails. */
export function tell(path: string, text: string, ...kinds: readonly Fact['kind'][]): Told {
  const facts: Fact[] = [];
  const problems: string[] = [];
  const locked: Record<string, readonly string[]> = {};
  for (const reader of [...MANIFEST_READERS, ...CONFIG_READERS]) {
    if (!reader.matches(path)) continue;
    const extracted = reader.read({ path, text, role: 'source' });
    facts.push(...extracted.facts);
    problems.push(...(extracted.problems ?? []).map((problem) => `${(problem.line ?? -1) + 1} ${problem.message}`));
    Object.assign(locked, extracted.locked);
  }
  const lines = text.split(/\r\n|\r|\n/);
  for (const fact of facts) expectSpelled(fact, lines);
  return {
    facts: facts.filter((fact) => kinds.length === 0 || kinds.includes(fact.kind)).map(describeFact),
    locked,
    problems,
  };
}

function expectSpelled(fact: Fact, lines: readonly string[]): void {
  const { line, column, endLine, endColumn } = fact.range;
  const written = line === endLine ? lines[line]?.slice(column, endColumn) : undefined;
  if (
    fact.kind === 'dependency' ||
    fact.kind === 'systemPackage' ||
    fact.kind === 'envDeclaration' ||
    fact.kind === 'envRead' ||
    fact.kind === 'model'
  ) {
    // Terraform's variables get their prefix from the tool.
    expect(written).toBe(fact.name.replace(/^TF_VAR_/, ''));
  }
  if (fact.kind === 'action') expect(written).toBe(fact.uses);
  if (fact.kind === 'setting' && fact.value.t === 'string') expect(written).toBe(fact.value.v);
  if (fact.kind === 'image') expect(written).not.toBe('');
}

function describeFact(fact: Fact): string {
  const words: (string | undefined)[] = [String(fact.range.line + 1)];
  switch (fact.kind) {
    case 'dependency':
      words.push(fact.name, fact.extras && `[${fact.extras.join(',')}]`, fact.version, fact.group);
      break;
    case 'manifest': {
      const { kind, range, ecosystem, ...rest } = fact;
      words.push(kind, ecosystem, Object.keys(rest).length > 0 ? JSON.stringify(rest) : undefined);
      break;
    }
    case 'envDeclaration':
      words.push(fact.name, fact.source, fact.hasValue ? undefined : 'empty', fact.secret ? 'secret' : undefined);
      words.push(fact.comment && `"${fact.comment}"`);
      break;
    case 'envRead':
      words.push(fact.name, fact.accessor, fact.presence);
      words.push(fact.default === undefined ? undefined : `'${fact.default}'`);
      break;
    case 'image':
      words.push('image', fact.image, fact.service, fact.ports?.join(' '));
      break;
    case 'systemPackage':
      words.push('system', fact.manager, fact.name);
      break;
    case 'action':
      words.push('uses', fact.uses);
      break;
    case 'url':
      words.push('url', fact.url);
      break;
    case 'setting':
      words.push('setting', fact.path, fact.value.t === 'string' ? fact.value.v : '?');
      break;
    case 'model':
      words.push('model', fact.orm, fact.name, fact.table);
      break;
    case 'job':
      words.push('job', fact.system, fact.name, fact.schedule ?? fact.queue);
      break;
    case 'moduleAlias':
    case 'workflow': {
      const { kind, range, ...rest } = fact;
      words.push(kind, JSON.stringify(rest));
      break;
    }
    case 'configFile':
      words.push('file', fact.name, fact.details && JSON.stringify(fact.details));
      break;
    default:
      words.push(fact.kind);
  }
  if ('commentedOut' in fact && fact.commentedOut === true) words.push('commented-out');
  return words.filter((word) => word !== undefined && word !== '').join(' ');
}
