import type { UrlFact } from '../../../model/facts';
import type { Range } from '../../../model/text';
import type { Value } from '../../../model/value';
import type { SyntaxNode } from '../../../syntax/node';
import { isCompared } from '../../compared';
import { parseUrl } from '../../urls';
import { headOf } from '../ranges';
import { isIn } from '../scan';
import { argumentsOf } from './arguments';
import type { CallContext } from './calls';
import { moduleTextAt, wordsAt } from './text-at';

const ABSOLUTE = /(?:https?|wss?):\/\/|(?:stun|turn)s?:(?=[\w#])/iy;
const DOCUMENTS = new Set(['moduledoc', 'doc', 'typedoc', 'shortdoc', 'deprecated']);
/** Modules that send requests, by their first name. */
const SENDS =
  /^(Req|HTTPoison|HTTPotion|Finch|Tesla|Mint|Mojito|WebSockex|Neuron|Fresh|OAuth2|:httpc|:hackney|:gun|:ibrowse)(\.|$)/;
const BASE_KEYS = /^(base_url|url|endpoint|host|site|token_url|authorize_url)$/;
const MAX_DEPTH = 4;

interface Found {
  readonly url: string;
  readonly range: Range;
  readonly start: number;
  readonly end: number;
  fetched: boolean;
}

const SIGNS = /:\/\/|"(?:stun|turn)s?:/;

/** Absolute URLs in texts, and those that requests are sent to, joined from what they are made of. */
export function readUrls(context: CallContext): readonly UrlFact[] {
  const { source, values } = context;
  // Seeds are made-up data: what they name is no place that the program talks to.
  if (!isIn(SIGNS, source.file) || /(^|\/)priv\/repo\//.test(source.path)) return [];
  const documents = source.attributes
    .filter((attribute) => DOCUMENTS.has(attribute.name))
    .map((attribute) => [attribute.start, attribute.value.endIndex] as const);
  const found = new Map<number, Found>();
  for (const { text, node } of source.strings) {
    const start = text.startIndex;
    if (wordsAt(ABSOLUTE, source.text, start) === undefined) continue;
    if (documents.some(([from, to]) => from <= start && start < to)) continue;
    const url = urlText(values.of(node));
    if (url !== undefined)
      found.set(node.startIndex, { url, range: headOf(node), start, end: node.endIndex, fetched: false });
  }
  for (const request of requests(context)) {
    for (const { node, urls } of targets(context, request)) {
      for (const url of urls) {
        const start = node.startIndex;
        const known = [...found.values()].find(
          (one) => one.url === url && start <= one.start && one.start < node.endIndex,
        );
        if (known !== undefined) known.fetched = true;
        else found.set(start, { url, range: headOf(node), start, end: node.endIndex, fetched: true });
      }
    }
  }
  return [...found.values()]
    .sort((a, b) => a.start - b.start)
    .flatMap(({ url, range, start, end, fetched }) => {
      const parsed = parseUrl(url);
      if (parsed === undefined) return [];
      return {
        kind: 'url',
        host: parsed.host,
        url: parsed.url,
        ...(fetched && { fetched }),
        ...(!fetched && isCompared(source.text, start - 1, end) && { compared: true }),
        range,
        ...source.scopeAt(start),
      } as const;
    });
}

/** Calls of clients, `plug Tesla.Middleware.BaseUrl` and the options that clients are used with. */
function requests({ source }: CallContext): readonly SyntaxNode[] {
  const macros = source.locals.filter((call) => {
    if (call.name !== 'plug' && call.name !== 'use') return false;
    const first = argumentsOf(call.node).positional[0];
    if (first?.type !== 'alias') return false;
    const index = first.startIndex;
    return SENDS.test(source.names.resolve(moduleTextAt(source.text, index), index));
  });
  return [...source.remotes.filter((call) => SENDS.test(call.module)), ...macros].map((call) => call.node);
}

interface Target {
  readonly node: SyntaxNode;
  readonly urls: readonly string[];
}

/**
 * The arguments of a request that hold its URL: the first positional one that is a URL at all (later ones are headers
 * and bodies), and options that say so by name.
 */
function targets(context: CallContext, call: SyntaxNode): readonly Target[] {
  const { positional, keywords } = argumentsOf(call);
  const piped = context.source.pipedInto(call);
  const target = (node: SyntaxNode): Target => ({ node, urls: textsIn(context.values.of(node), 0) });
  const first = (piped === undefined ? positional : [piped, ...positional])
    .slice(0, 3)
    .map(target)
    .find(({ urls }) => urls.length > 0);
  const named = keywords.filter((pair) => BASE_KEYS.test(pair.key)).map((pair) => target(pair.value));
  return first === undefined ? named : [first, ...named];
}

function urlText(value: Value): string | undefined {
  if (value.t === 'string') return value.v;
  if (value.t !== 'template') return undefined;
  return value.parts.map((part) => (part.t === 'string' ? part.v : (urlHole(part) ?? '{}'))).join('');
}

/** A hole that is known after all: a variable's default. */
function urlHole(part: Value): string | undefined {
  return part.t === 'env' && part.default?.t === 'string' ? part.default.v : undefined;
}

/** URLs that a value can be: itself, any of several, inside a tuple. */
function textsIn(value: Value, depth: number): readonly string[] {
  if (depth > MAX_DEPTH) return [];
  switch (value.t) {
    case 'string':
    case 'template': {
      const text = urlText(value);
      return text !== undefined && /^(https?|wss?):\/\//i.test(text) ? [text] : [];
    }
    case 'env':
      return value.default === undefined ? [] : textsIn(value.default, depth + 1);
    case 'either':
      return value.options.flatMap((option) => textsIn(option, depth + 1));
    case 'list': {
      // `{url, headers}` for :httpc; a list of headers starts with a tuple.
      const first = value.items[0];
      return first === undefined || first.t === 'list' ? [] : textsIn(first, depth + 1);
    }
    case 'map':
      return Object.entries(value.entries).flatMap(([key, item]) =>
        BASE_KEYS.test(key) ? textsIn(item, depth + 1) : [],
      );
    case 'call':
      return /^(Path\.join|URI\.(parse|merge|new!?)|String\.\w+|to_string|Application\.\w+)$/.test(value.callee)
        ? [...value.args, ...Object.values(value.keywords)].slice(0, 3).flatMap((item) => textsIn(item, depth + 1))
        : [];
    default:
      return [];
  }
}
