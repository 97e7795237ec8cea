import type { CallFact, FactOf, FileFacts } from '../model/facts';
import { HIDDEN, type Keywords, type Value } from '../model/value';
import { servicesOfCall } from './code-evidence';
import { callDetails, detailText } from './details';
import type { Gathering } from './gathering';
import { valueText } from './value-text';

type Url = FactOf<'url'>;

/** What sends a request, by the last part of its name. */
export const SENDS = /(?:^|\.)(?:get|post|put|patch|delete|request|stream|send|new)!?$|^\$?fetch$|^axios$/;
/** How far below the call's first line its address may stand. */
const MOST_LINES = 4;
const LIMITS = /timeout|retr/i;
/** What every request has, and what lets somebody in. */
const COMMON_HEADER =
  /^(?:accept.*|content-.*|cookie|user-agent|cache-control|connection|host)$|auth|key|token|secret/i;
const HEADER = /^[a-z][\w-]{1,40}$/i;
const MOST_HEADERS = 6;

/**
 * Services that are called without their SDK: what the request itself says (the model in its body, the version in its
 * headers, how long it waits) belongs to the service whose address is asked.
 */
export function gatherRequests(gathering: Gathering): void {
  const { file, workspace } = gathering;
  if (file.role !== 'source') return;
  const urls = file.facts.filter((fact): fact is Url => fact.kind === 'url' && fact.fetched === true);
  if (urls.length === 0) return;
  const sent = file.facts.filter(
    (fact): fact is CallFact => fact.kind === 'call' && fact.commentedOut !== true && SENDS.test(fact.callee),
  );
  for (const url of urls) {
    const ids = workspace.matcher.hostOf(url.host, url.url).filter((id) => isAsked(gathering, id));
    const request = ids.length === 0 ? undefined : requestTo(url, sent);
    if (request === undefined) continue;
    for (const id of ids) tell(gathering, id, request);
  }
}

/** Fonts and pictures are asked for without a word. */
function isAsked({ workspace }: Gathering, id: string): boolean {
  return workspace.matcher.service(id)?.type === 'service';
}

function requestTo({ range, scope }: Url, sent: readonly CallFact[]): CallFact | undefined {
  return sent.findLast(
    (call) => call.scope === scope && call.range.line <= range.line && range.line <= call.range.line + MOST_LINES,
  );
}

function tell(gathering: Gathering, id: string, request: CallFact): void {
  const { workspace, file, findings } = gathering;
  const add = (label: string, text: string, at: CallFact): void =>
    findings.addDetail(id, {
      label,
      text,
      path: file.path,
      line: at.range.line,
      ...(at.scope !== undefined && { scope: at.scope }),
    });
  const model = entriesOf(bodyOf(request)).map((entries) => own(entries, 'model'));
  for (const value of model) {
    const text =
      value === undefined ? undefined : detailText(workspace, file, ofObject(file, request, value), undefined);
    if (text !== undefined) add('Model', text, request);
  }
  for (const header of headersOf(gathering, request)) add('Header', header, request);
  for (const { label, text, at } of limitsOf(gathering, request)) add(label, text, at);
}

/** The time that a request waits, from its own options or those of the client that its function makes. */
function limitsOf(gathering: Gathering, request: CallFact) {
  const { file } = gathering;
  const client = file.facts.findLast(
    (fact): fact is CallFact =>
      fact.kind === 'call' &&
      fact.construct === true &&
      fact.scope === request.scope &&
      fact.module === request.module &&
      fact.module !== '' &&
      fact.range.line <= request.range.line,
  );
  const byRequest = limitsOfCall(gathering, request);
  return byRequest.length > 0 || client === undefined ? byRequest : limitsOfCall(gathering, client);
}

function limitsOfCall({ workspace, file }: Gathering, call: CallFact) {
  const { ids, callee } = servicesOfCall(workspace, file, call);
  return workspace.matcher
    .detailsOf(callee)
    .filter(({ id, rule }) => ids.includes(id) && LIMITS.test(rule.label))
    .flatMap(({ rule }) => callDetails(workspace, file, call, rule))
    .map((detail) => ({ ...detail, at: call }));
}

function headersOf({ workspace, file }: Gathering, request: CallFact): readonly string[] {
  const given = request.keywords['headers'] ?? optionOf(request, 'headers');
  return pairsOf(given)
    .flatMap(([name, value]) => {
      if (!HEADER.test(name) || COMMON_HEADER.test(name)) return [];
      const text = valueText(workspace.values.resolve(file, ofObject(file, request, value)));
      // A variable says enough: its default is told with it.
      const told = text?.replace(/^[^{}]* \((\{\w+\})\)$/, '$1');
      return told === undefined || told === '' || told.includes(HIDDEN) ? [] : [`${name}: ${told}`];
    })
    .slice(0, MOST_HEADERS);
}

/** A map, or a list of pairs, which is how Elixir writes headers. */
function pairsOf(value: Value | undefined): readonly (readonly [string, Value])[] {
  if (value?.t === 'map') return Object.entries(value.entries);
  if (value?.t !== 'list') return [];
  return value.items.flatMap((item): readonly (readonly [string, Value])[] => {
    const [name, second] = item.t === 'list' ? item.items : [];
    return name?.t === 'string' && second !== undefined ? [[name.v, second]] : [];
  });
}

/** The body of a request: a keyword, an option, or the second argument of `axios.post`. */
function bodyOf(request: CallFact): Value | undefined {
  const { keywords, args } = request;
  const named = keywords['json'] ?? keywords['body'] ?? keywords['data'];
  const body = named ?? optionOf(request, 'body') ?? optionOf(request, 'json') ?? optionOf(request, 'data') ?? args[1];
  return body?.t === 'call' && /(?:JSON\.stringify|json\.dumps|Jason\.encode!?)$/.test(body.callee)
    ? body.args[0]
    : body;
}

function optionOf({ args }: CallFact, name: string): Value | undefined {
  for (const arg of args) {
    const value = arg.t === 'map' ? own(arg.entries, name) : undefined;
    if (value !== undefined) return value;
  }
  return undefined;
}

/** The map that a body is, through alternatives and what is put into it later. */
function entriesOf(body: Value | undefined): readonly Keywords[] {
  if (body?.t === 'map') return [body.entries];
  if (body?.t === 'either') return body.options.slice(0, 4).flatMap(entriesOf);
  const first = body?.t === 'call' && /^Map\.(?:put|merge)$/.test(body.callee) ? body.args[0] : undefined;
  return first?.t === 'map' ? [first.entries] : [];
}

/** `self.model`: what the object's own variable was read from. */
function ofObject(file: FileFacts, { scope }: CallFact, value: Value): Value {
  if (value.t !== 'ref' || !/^(?:self|this)\.\w+$/.test(value.path)) return value;
  const owner = scope?.split('.', 1)[0] ?? '';
  const name = value.path.slice(5);
  const read = file.facts.find(
    (fact) =>
      fact.kind === 'envRead' &&
      fact.commentedOut !== true &&
      (fact.boundTo === `${owner}.${name}` ||
        (fact.boundTo === `this.${name}` && fact.scope?.split('.', 1)[0] === owner)),
  );
  if (read?.kind !== 'envRead') return value;
  return {
    t: 'env',
    name: read.name,
    ...(read.default !== undefined && { default: { t: 'string', v: read.default } }),
  };
}

function own(entries: Keywords, key: string): Value | undefined {
  return Object.hasOwn(entries, key) ? entries[key] : undefined;
}
