import type { SettingFact } from '../../../model/facts';
import type { Value } from '../../../model/value';
import type { SyntaxNode } from '../../../syntax/node';
import { headOf } from '../ranges';
import { type Place, placesIn } from '../scan';
import type { ResolvedCall } from './calls';
import type { Resolver } from './resolve';
import { calleeOf, type Script, scopeAt } from './script';
import { KEEPS, keptUnder, storageKey, storeOf } from './storage-key';
import { stringOf, unwrap } from './unwrap';

const HEADER = /\bAuthorization\b['"]?\]?\s{0,4}[:=]\s{0,40}(?=[`'"][A-Z])/g;
const HEADER_SET = /\b(?:set|append)\(\s{0,40}['"]Authorization['"],\s{0,40}(?=[`'"][A-Z])/g;
const SCHEME = /^[`'"](Bearer|Token|Basic|JWT|Api-?[Kk]ey|Key|Digest) /;
const REFUSED = /(?<![!=<>])={2,3}\s{0,4}401\b/g;
const MOST = 20;
const MOST_TARGET = 80;

interface Reading {
  readonly script: Script;
  readonly resolver: Resolver;
  readonly calls: readonly ResolvedCall[];
}

/** How requests say who asks, and what happens when they are refused: found in the text, told as it stands there. */
export function requestFacts(
  script: Script,
  resolver: Resolver,
  calls: readonly ResolvedCall[],
): readonly SettingFact[] {
  if (script.file.role === 'test') return [];
  const reading: Reading = { script, resolver, calls };
  const headers = [...placesIn(HEADER, script.file), ...placesIn(HEADER_SET, script.file)].slice(0, MOST);
  const refused = [...placesIn(REFUSED, script.file)].slice(0, MOST);
  return [
    ...headers.flatMap((match) => headerFact(reading, match.index, endOf(match))),
    ...refused.flatMap((match) => refusedFact(reading, endOf(match) - 1)),
  ];
}

function endOf({ index, 0: written = '' }: Place): number {
  return index + written.length;
}

function headerFact(reading: Reading, index: number, start: number): readonly SettingFact[] {
  const { script, resolver } = reading;
  const literal = textAt(script, start);
  const scheme = literal === undefined ? undefined : SCHEME.exec(literal.text)?.[1];
  if (literal === undefined || scheme === undefined) return [];
  const hole = literal.namedChildren.find((child) => child?.type === 'template_substitution')?.namedChild(0);
  const kept = hole === null || hole === undefined ? undefined : keptUnder(script, resolver, hole);
  return [fact(reading, 'http.Authorization', index, literal, { scheme: text(scheme), ...(kept && told(kept)) })];
}

/** The string or template that starts at an index; in a comment there is none. */
function textAt(script: Script, index: number): SyntaxNode | undefined {
  let node = script.nodeAt(index);
  for (let steps = 0; node !== null && steps < 3 && node.startIndex === index; steps += 1) {
    if (node.type === 'string' || node.type === 'template_string') return node;
    node = node.parent;
  }
  return undefined;
}

function refusedFact(reading: Reading, index: number): readonly SettingFact[] {
  const { script, calls } = reading;
  const number = script.nodeAt(index);
  const branch = number === null || number.type !== 'number' ? undefined : branchOf(number);
  if (number === null || branch === undefined) return [];
  const inside = (node: SyntaxNode): boolean =>
    node.startIndex >= branch.startIndex && node.endIndex <= branch.endIndex;
  const removed = calls.find(
    ({ resolved, node }) => KEEPS.test(resolved.path) && /remove|delete/.test(resolved.path) && inside(node),
  );
  const key = removed === undefined ? undefined : storageKey(script, removed.args);
  const goesTo = targetIn(script, inside);
  const entries = {
    ...(removed !== undefined && key?.t === 'string' && told({ store: storeOf(removed.resolved.path), key: key.v })),
    ...(goesTo !== undefined && { goesTo: text(goesTo) }),
  };
  return Object.keys(entries).length === 0 ? [] : [fact(reading, 'http.401', index, number, entries)];
}

/** What is done where a comparison holds; a condition that says more than `and` may do it for other reasons. */
function branchOf(number: SyntaxNode): SyntaxNode | undefined {
  let node: SyntaxNode = number;
  for (let steps = 0; steps < 6; steps += 1) {
    const around = node.parent;
    if (around === null) return undefined;
    if (around.type === 'if_statement') {
      const isCondition = around.childForFieldName('condition')?.id === node.id;
      return isCondition ? (around.childForFieldName('consequence') ?? undefined) : undefined;
    }
    if (around.type !== 'parenthesized_expression' && around.type !== 'binary_expression') return undefined;
    node = around;
  }
  return undefined;
}

/** Where the browser is sent: `location.href = "/login"`, `router.push("/login")`. */
function targetIn(script: Script, inside: (node: SyntaxNode) => boolean): string | undefined {
  for (const { name, value, declares } of script.assignments) {
    if (declares || !/^(?:window\.|document\.)?location(?:\.(?:href|hash|pathname))?$/.test(name)) continue;
    if (inside(value)) return target(value);
  }
  for (const site of script.calls) {
    if (!inside(site.node)) continue;
    const name = calleeOf(site).text.replace(/\s/g, '');
    if (
      /^(?:(?:(?:window\.)?location|(?:\w+\.)?\$?router|\w+\.\$router)\.(?:assign|replace|push)|navigate)$/i.test(name)
    ) {
      const first = site.args.namedChild(0);
      return first === null ? undefined : target(first);
    }
  }
  return undefined;
}

function target(node: SyntaxNode): string | undefined {
  const path = stringOf(unwrap(node));
  return path !== undefined && path !== '' && path.length <= MOST_TARGET ? path : undefined;
}

function fact(
  { script, calls }: Reading,
  path: string,
  index: number,
  node: SyntaxNode,
  entries: Readonly<Record<string, Value>>,
): SettingFact {
  const scope = scopeAt(script, index);
  const around = calls.find(
    ({ resolved, args }) =>
      /(?:^|\.)interceptors\.(?:request|response)\.use$/.test(resolved.path) &&
      args.startIndex <= index &&
      index < args.endIndex,
  );
  const side =
    around === undefined
      ? undefined
      : /request|response/.exec(around.resolved.path.split('interceptors')[1] ?? '')?.[0];
  return {
    kind: 'setting',
    system: 'other',
    path,
    value: { t: 'map', entries },
    range: headOf(node),
    ...(scope !== undefined && { scope }),
    ...(side !== undefined && { when: `every ${side}` }),
  };
}

function told({ store, key }: { readonly store: string; readonly key: string }): Readonly<Record<string, Value>> {
  return { store: text(store), key: text(key) };
}

function text(v: string): Value {
  return { t: 'string', v };
}
