import type { UrlFact } from '../../../model/facts';
import type { Range } from '../../../model/text';
import type { Value } from '../../../model/value';
import type { SyntaxNode } from '../../../syntax/node';
import { parseUrl } from '../../urls';
import { headOf } from '../ranges';
import { argumentsOf } from './arguments';
import type { CallContext } from './calls';
import { moduleTextAt, wordsAt } from './text-at';

const ABSOLUTE = /(?:https?|wss?):\/\//iy;
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
  fetched: boolean;
}

/** Absolute URLs in texts, and those that requests are sent to, joined from what they are made of. */
export function readUrls(context: CallContext): readonly UrlFact[] {
  const { source, values } = context;
  if (!source.text.includes('://')) return [];
  const documents = source.attributes
    .filter((attribute) => DOCUMENTS.has(attribute.name))
    .map((attribute) => [attribute.start, attribute.value.endIndex] as const);
  const found = new Map<number, Found>();
  for (const { text, node } of source.strings) {
    const start = text.startIndex;
    if (wordsAt(ABSOLUTE, source.text, start) === undefined) continue;
    if (documents.some(([from, to]) => from <= start && start < to)) continue;
    const url = urlText(values.of(node));
    if (url !== undefined) found.set(node.startIndex, { url, range: headOf(node), start, fetched: false });
  }
  for (const request of requests(context)) {
    for (const node of targets(request)) {
      const value = values.of(node);
      for (const url of textsIn(value, 0)) {
        const start = node.startIndex;
        const known = [...found.values()].find(
          (one) => one.url === url && start <= one.start && one.start < node.endIndex,
        );
        if (known !== undefined) known.fetched = true;
        else found.set(start, { url, range: headOf(node), start, fetched: true });
      }
    }
  }
  return [...found.values()]
    .sort((a, b) => a.start - b.start)
    .flatMap(({ url, range, start, fetched }) => {
      const parsed = parseUrl(url);
      if (parsed === undefined) return [];
      return {
        kind: 'url',
        host: parsed.host,
        url: parsed.url,
        ...(fetched && { fetched }),
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

/** The arguments of a request that can hold its URL. A piped value is one of them only when it is a text. */
function targets(call: SyntaxNode): readonly SyntaxNode[] {
  const { positional, keywords } = argumentsOf(call);
  return [...positional.slice(0, 3), ...keywords.filter((pair) => BASE_KEYS.test(pair.key)).map((pair) => pair.value)];
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
    case 'list':
      return value.items.slice(0, 4).flatMap((item) => textsIn(item, depth + 1));
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
