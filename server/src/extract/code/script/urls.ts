import type { UrlFact } from '../../../model/facts';
import type { SyntaxNode } from '../../../syntax/node';
import { isCompared } from '../../compared';
import { parseUrl } from '../../urls';
import { rangeOf } from '../ranges';
import { placesIn } from '../scan';
import type { ResolvedCall } from './calls';
import { type Script, scopeAt } from './script';
import { WRAPPERS } from './unwrap';

/** Functions and clients that send requests. */
const SENDS =
  /^(fetch|\$fetch|WebSocket|EventSource|axios|redaxios|got|ky|ofetch|needle|request|request-promise|node-fetch|cross-fetch|isomorphic-fetch|superagent|wretch|undici|graphql-request|ws|socket\.io-client|@nestjs\/axios|@apollo\/client|node:https?|https?)(\.|$)/;
const BASES = /^(baseurl|base_url|apiurl|api_url|basepath|endpoint|prefixurl|uri|url|host|origin|server|issuer)$/i;
const OWN_BASES = /^(?:baseurl|base_url|apiurl|api_url|basepath|endpoint|prefixurl)$/i;
const ADDRESS = /\b(?:(?:https?|wss?):\/\/|(?:stun|turn)s?:(?=[\w$]))/g;
/** A file with more of them is data. */
const MOST = 400;
const SHOWN = /^['"]?(example|examples|placeholder|description|title|label|alt)['"]?$/;
const LINKS = /^(a|Link|NavLink|ExternalLink|Anchor)$/;

/** Absolute URLs in literals, found in the text first. */
export function urlFacts(script: Script, calls: readonly ResolvedCall[]): readonly UrlFact[] {
  const facts: UrlFact[] = [];
  const byNode = new Map(calls.map((call) => [call.node.id, call]));
  let sent: string | undefined;
  let last = -1;
  for (const match of placesIn(ADDRESS, script.file)) {
    if (facts.length >= MOST) break;
    const literal = literalAt(script, match.index);
    if (literal === undefined || literal.startIndex === last) continue;
    last = literal.startIndex;
    const parsed = parseUrl(withHoles(script, literal));
    if (parsed === undefined || isLink(literal)) continue;
    sent ??= sentText(script, calls);
    const scope = scopeAt(script, literal.startIndex);
    facts.push({
      kind: 'url',
      host: parsed.host,
      url: parsed.url,
      range: rangeOf(literal),
      ...use(script.text, literal, isFetched(literal, byNode, sent)),
      ...(scope !== undefined && { scope }),
    });
  }
  return facts;
}

function use(
  text: string,
  { startIndex, endIndex }: SyntaxNode,
  fetched: boolean,
): Pick<UrlFact, 'fetched' | 'compared'> {
  if (fetched) return { fetched };
  return isCompared(text, startIndex, endIndex) ? { compared: true } : {};
}

/** The string or template that starts with the URL; a URL inside a sentence is prose. */
function literalAt(script: Script, index: number): SyntaxNode | undefined {
  let node = script.nodeAt(index);
  if (node?.type === 'string_fragment') node = node.parent;
  if (node === null || (node.type !== 'string' && node.type !== 'template_string')) return undefined;
  if (!/^['"`]\s*$/.test(script.text.slice(node.startIndex, index))) return undefined;
  const around = node.parent?.type;
  return around === 'import_statement' || around === 'export_statement' || around === 'literal_type' ? undefined : node;
}

function withHoles(script: Script, literal: SyntaxNode): string {
  const written = script.text.slice(literal.startIndex + 1, literal.endIndex - 1);
  if (!written.includes('${')) return written;
  let url = '';
  let index = literal.startIndex + 1;
  for (const child of literal.namedChildren.slice(0, 40)) {
    if (child === null || child.type !== 'template_substitution') continue;
    url += `${script.text.slice(index, child.startIndex)}{}`;
    index = child.endIndex;
  }
  return url + script.text.slice(index, literal.endIndex - 1);
}

/** `<a href="https://...">` leads people there, not the program; examples and placeholders lead nowhere. */
function isLink(literal: SyntaxNode): boolean {
  let attribute = literal.parent;
  if (attribute?.type === 'pair') return SHOWN.test(attribute.childForFieldName('key')?.text ?? '');
  if (attribute?.type === 'jsx_expression') attribute = attribute.parent;
  if (attribute?.type !== 'jsx_attribute') return false;
  if (SHOWN.test(attribute.namedChild(0)?.text ?? '')) return true;
  return LINKS.test(attribute.parent?.childForFieldName('name')?.text ?? '');
}

/** The text of all that is handed to functions that send. */
function sentText(script: Script, calls: readonly ResolvedCall[]): string {
  return calls
    .filter(({ resolved }) => SENDS.test(resolved.path))
    .map(({ args }) => script.text.slice(args.startIndex, Math.min(args.endIndex, args.startIndex + 300)))
    .join('\n');
}

function isFetched(literal: SyntaxNode, byNode: ReadonlyMap<number, ResolvedCall>, sent: string): boolean {
  let node = literal;
  let key: string | undefined;
  for (let steps = 0; steps < 10; steps += 1) {
    const around = node.parent;
    if (around === null) return false;
    const { type } = around;
    if (type === 'variable_declarator' || type.includes('assignment') || type.includes('field_definition')) {
      const name = lastNameOf(around);
      return name !== undefined && isSent(name, sent);
    }
    if (type === 'pair') key ??= around.childForFieldName('key')?.text;
    const call = type === 'arguments' ? around.parent : null;
    const known = call === null ? undefined : byNode.get(call.id);
    if (known !== undefined) return isRequest(known, key);
    // `new URL("https://...")` stands for its text.
    const isText = call?.childForFieldName('constructor')?.text === 'URL';
    if (!isText && !PASSES.has(type) && !WRAPPERS.has(type)) return false;
    node = call ?? around;
  }
  return false;
}

/** The last part of the name that a statement gives a value to. */
function lastNameOf(statement: SyntaxNode): string | undefined {
  const name =
    statement.childForFieldName('name') ??
    statement.childForFieldName('left') ??
    statement.childForFieldName('property');
  return /[\w$]+$/.exec(name?.text.split('=')[0]?.trim() ?? '')?.[0];
}

const PASSES = new Set(['pair', 'object', 'binary_expression', 'ternary_expression', 'template_substitution']);

function isSent(name: string, sent: string): boolean {
  return new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`).test(sent);
}

/** A request, or a client that is told where its service is. */
function isRequest(call: ResolvedCall, key: string | undefined): boolean {
  if (SENDS.test(call.resolved.path)) return key === undefined || BASES.test(key);
  if (call.resolved.module === '') return false;
  // Modules of the program's own are given addresses of pages as well: only a base says that requests go there.
  if (/^[.~#]|^@\//.test(call.resolved.module)) return key !== undefined && OWN_BASES.test(key);
  return key === undefined ? call.construct : BASES.test(key);
}
