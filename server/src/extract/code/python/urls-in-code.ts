import type { Fact } from '../../../model/facts';
import { isCompared } from '../../compared';
import { parseUrl } from '../../urls';
import { isIn } from '../scan';
import { resolveCallee } from './calls';
import { type PythonContext, placeAt } from './context';
import { readLiteral } from './literals';
import { concern, places } from './parts';
import { enclosing } from './scope-tree';
import type { CallSite, StringSite } from './source';

/** Functions that send a request to the address they are given. */
const FETCHERS =
  /^(?:requests|httpx|aiohttp|urllib\.request|urllib3|urllib2|http\.client|httplib2|websockets?|niquests|curl_cffi|pycurl|treq|grequests|requests_html|cloudscraper|feedparser|wget)\b/;
/** Keywords that hold the address of a client. */
const BASE_KEYWORD =
  /\b(?:base_?url|api_base|api_?url|endpoint(?:_url)?|azure_endpoint|server_?url|webhook_?url|token_url|host|url)\s*=\s*[rRfFbBuU]{0,2}$/i;

interface Span {
  readonly start: number;
  readonly end: number;
  readonly fetches: boolean;
}

interface UrlText {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The name that is assigned the URL as a whole. */
  readonly name: string | undefined;
}

const SIGNS = /:\/\/|['"](?:stun|turn)s?:/i;

/** Absolute URLs in string literals; documentation strings and comments are none. */
export function urlFacts(context: PythonContext): readonly Fact[] {
  const { text } = context;
  if (!isIn(SIGNS, context.source.file)) return [];
  const strings = stringsOf(context);
  const urls = strings.filter(({ text: written }) => /^(?:(?:https?|wss?):\/\/|(?:stun|turn)s?:\w)/i.test(written));
  if (urls.length === 0) return [];
  const spans = callSpans(context);
  const used = namesInFetches(context, strings, spans);
  const known = new Map(
    urls.flatMap((url) => (url.name === undefined ? [] : [[ownName(context, url.name, url.start), url.text] as const])),
  );
  const facts: Fact[] = [];
  const add = (found: UrlText, written: string, fetched: boolean): void => {
    for (const one of written.split(/[,\s]+(?=https?:\/\/)/).slice(0, 20)) addOne(found, one, fetched);
  };
  const addOne = (found: UrlText, written: string, fetched: boolean): void => {
    const parsed = parseUrl(written);
    if (parsed === undefined) return;
    facts.push({
      kind: 'url',
      ...parsed,
      ...placeAt(context, found.start, found.end),
      ...(fetched && { fetched: true }),
      ...(!fetched && isCompared(text, found.start - 1, found.end + 1) && { compared: true }),
    });
  };
  for (const url of urls) {
    const isUsed = url.name !== undefined && (used.has(url.name) || used.has(lastPart(url.name)));
    add(url, url.text, isUsed || isFetched(text, url.start, spans));
  }
  for (const joined of strings) {
    const match = /^\{([\w.]+)\}(?=\/|\?|$)/.exec(joined.text);
    const base = match === null ? undefined : known.get(ownName(context, match[1] ?? '', joined.start));
    if (base === undefined || match === null) continue;
    const whole = base.replace(/\/$/, '') + joined.text.slice(match[0].length).replace(/\{[^{}]*\}/g, '{}');
    const isUsed = joined.name !== undefined && used.has(joined.name);
    if (isUsed || isFetched(text, joined.start, spans)) add(joined, whole, true);
  }
  return facts;
}

const OPENING = /^[A-Za-z]{0,2}(?:"""|'''|"|')(?=\{|https?:|wss?:|stuns?:|turns?:)/i;
const STRINGS = places<StringSite>();

/** String literals that could matter here: those with a scheme, and f-strings that start with a name. */
function stringsOf(context: PythonContext): readonly UrlText[] {
  const { text, source } = context;
  const found: UrlText[] = [];
  const isTelling = ({ node: { startIndex } }: StringSite): boolean =>
    OPENING.test(text.slice(startIndex, startIndex + 12));
  for (const { node } of context.parts.only(source.strings, STRINGS, isTelling)) {
    const start = node.startIndex;
    if (source.docstrings.has(start)) continue;
    const written = node.text;
    const literal = readLiteral(written);
    if (literal === undefined || literal.end - literal.start > 2000) continue;
    const content = written.slice(literal.start, literal.end);
    const isTemplate = literal.prefix.includes('f');
    if (content.startsWith('{') && !isTemplate) continue;
    const shown = isTemplate && !content.startsWith('{') ? content.replace(/\{[^{}]*\}/g, '{}') : content;
    found.push({
      start: start + literal.start,
      end: start + literal.end,
      text: content.startsWith('{') ? content : shown.replace(/\{[\w.!:]*\}|%s|%\(\w+\)s/g, '{}'),
      name: nameBefore(text, start),
    });
  }
  return found;
}

/** The name in `name = "https://..."`. */
function nameBefore(text: string, start: number): string | undefined {
  const before = text.slice(Math.max(0, start - 200), start);
  return /(?:^|\n|;)[ \t]*([A-Za-z_][\w.]*)[ \t]*(?::[^=\n]{1,80})?=[ \t]*\(?\s*$/.exec(before)?.[1];
}

/** A name as it is known to its class or file: `self.base_url` of two classes are two names. */
function ownName(context: PythonContext, name: string, offset: number): string {
  if (!/^(?:self|cls)\./.test(name)) return name;
  return `${enclosing(context.names.scopes.at(offset), 'class')?.start}:${name}`;
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** Argument lists of calls that start at an import, and whether the callee sends requests. */
function callSpans(context: PythonContext): readonly Span[] {
  const { parts, source } = context;
  const found = parts.each(source.calls, SPANS, (site): readonly Spanned[] => {
    const path = resolveCallee(context, site)?.path;
    const fetches = path === undefined ? BY_SESSION.test(site.text) : FETCHERS.test(path);
    return path === undefined && !fetches ? [] : [{ site, fetches }];
  });
  return found.map(({ site, fetches }) => ({ start: site.args.startIndex, end: site.node.endIndex, fetches }));
}

interface Spanned {
  readonly site: CallSite;
  readonly fetches: boolean;
}

const BY_SESSION = /\b(?:session|client|http)\.(?:get|post|put|patch|delete|request|head|stream|ws_connect)$/i;
const SPANS = concern<Spanned>(
  (spanned) => spanned,
  (spanned) => spanned,
);

function isFetched(text: string, offset: number, spans: readonly Span[]): boolean {
  const around = spans.filter((span) => span.start < offset && offset < span.end);
  if (around.length === 0) return false;
  const inner = around[around.length - 1];
  if (inner?.fetches === true) return true;
  const before = text.slice(Math.max(0, offset - 60), offset).replace(/["']+$/, '');
  return BASE_KEYWORD.test(before);
}

/** Names inside the arguments of fetching calls, and names that those are made of. */
function namesInFetches(
  context: PythonContext,
  strings: readonly UrlText[],
  spans: readonly Span[],
): ReadonlySet<string> {
  const names = new Set<string>();
  const collect = (written: string): void => {
    for (const [name] of written.matchAll(/[A-Za-z_][\w.]*/g)) {
      names.add(name);
      if (/^(?:self|cls)\./.test(name)) names.add(name.slice(name.indexOf('.') + 1));
    }
  };
  for (const span of spans) {
    const written = context.text.slice(span.start, Math.min(span.end, span.start + 2000));
    if (span.fetches) collect(written);
    else
      for (const match of written.matchAll(
        /(?:base_?url|api_base|endpoint(?:_url)?|azure_endpoint|webhook_?url)\s*=\s*([\w.]+)/gi,
      ))
        collect(match[1] ?? '');
  }
  for (const { name, text } of strings) {
    if (name !== undefined && names.has(name))
      for (const hole of text.matchAll(/\{([\w.]+)\}/g)) collect(hole[1] ?? '');
  }
  return names;
}
