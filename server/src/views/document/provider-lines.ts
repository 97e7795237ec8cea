import { byText, groupBy } from '../../index/order';
import type { Integration } from '../../model/integration';
import type { EnvRead } from '../../model/workspace';
import { fallbackOf, topOf, usersText } from './choice-notes';
import type { DocumentContext } from './context';
import { factsOf } from './facts-of';
import { code, link, some, someLines } from './markdown';

const CHOICE = /(?:^|_)(?:provider|backend|driver)(?:_name|_type)?$/;
/** What a provider is of, where its name says so. */
const OF_SERVICE =
  /llm|ai|model|embed|e?mail|sms|payment|storage|file|auth|search|vector|cache|queue|geocod|ocr|speech/;
const SHOWN_VALUES = 12;
const SHOWN_LINES = 12;
const SHOWN_PLACES = 3;

/** Which provider is used, and what decides it. */
export function providerLines(context: DocumentContext): readonly string[] {
  return someLines([...choiceLines(context), ...scopeLines(context)], SHOWN_LINES);
}

interface Choice {
  readonly name: string;
  /** Its variable is known by this name everywhere; another is the file's own. */
  readonly isVariable: boolean;
  readonly value: string;
  readonly path: string;
  readonly line: number;
}

/** `LLM_PROVIDER` one of `openai`, `anthropic`. */
function choiceLines(context: DocumentContext): readonly string[] {
  const choices = factsOf(context.snapshot, 'case').flatMap(({ fact, path, line }): readonly Choice[] => {
    const last = lastName(fact.subject);
    // A module's full name is a framework's setting.
    if (!CHOICE.test(snakeCase(last)) || fact.value.split('.').length > 2) return [];
    const variable = context.variable(snakeCase(last).toUpperCase())?.name;
    return [{ name: variable ?? last, isVariable: variable !== undefined, value: fact.value, path, line }];
  });
  const groups = groupBy(choices, ({ name, isVariable, path }) => (isVariable ? name : `${path}\n${name}`));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const values = [...new Set(group.map(({ value }) => value))];
    if (first === undefined || (values.length < 2 && !first.isVariable)) return [];
    if (!OF_SERVICE.test(snakeCase(first.name)) && !values.some((value) => isService(context, value))) return [];
    const places = [...groupBy(group, ({ path }) => path).values()].flatMap(([place]) =>
      place === undefined ? [] : [link(place)],
    );
    const verb = values.length === 1 ? 'compared with' : 'one of';
    return [`- ${code(first.name)} ${verb} ${some(values.map(code), SHOWN_VALUES)} (${some(places, SHOWN_PLACES)})`];
  });
}

function isService({ snapshot }: DocumentContext, value: string): boolean {
  const wanted = value.toLowerCase();
  return snapshot.integrations.some(
    ({ id, name, type }) =>
      type === 'service' && (id.split(/[-/]/).includes(wanted) || name.toLowerCase().split(/\s+/).includes(wanted)),
  );
}

interface Turn {
  readonly service: string;
  readonly path: string;
  readonly line: number;
  readonly scope: string;
  readonly asks: boolean;
}

/** A class or function that goes to several model providers, in the order of its lines. */
function scopeLines(context: DocumentContext): readonly string[] {
  const services = context.of('ai').filter(({ type }) => type === 'service');
  const turns = services.flatMap((service) => [...readsOf(context, service), ...callsOf(service)]);
  const groups = groupBy(turns, ({ path, scope }) => `${path}\n${scope}`);
  return [...groups.values()]
    .sort(([a], [b]) => byText(a?.path ?? '', b?.path ?? '') || (a?.line ?? 0) - (b?.line ?? 0))
    .flatMap((group) => {
      const inOrder = [...group].sort((a, b) => a.line - b.line);
      const [first] = inOrder;
      const names = [...new Set(inOrder.map(({ service }) => service))];
      if (first === undefined || names.length < 2) return [];
      const place = `${code(first.scope)} (${link(first)})`;
      const asked = new Set(inOrder.filter(({ asks }) => asks).map(({ service }) => service));
      // Asking for one key after the other is a choice; two clients beside each other are not.
      const users = usersText(context, first.path, first.scope);
      const usedBy = users === '' ? '' : `; used by ${users}`;
      if (asked.size < 2) return [`- Several providers in ${place}: ${names.join(', ')}${usedBy}`];
      const fallback = fallbackOf(context, first, first.scope, classesOf(services, first.path));
      const otherwise = fallback === undefined ? '' : `, else ${code(fallback)}`;
      return [`- Selection by the keys that are set in ${place}: ${[...asked].join(', then ')}${otherwise}${usedBy}`];
    });
}

/** The classes of a file that ask a service. */
function classesOf(services: readonly Integration[], path: string): ReadonlySet<string> {
  const places = services.flatMap(({ evidence }) => evidence.filter((place) => place.path === path));
  return new Set(places.flatMap(({ scope }) => (scope === undefined ? [] : [topOf(path, scope)])));
}

function readsOf(context: DocumentContext, service: Integration): readonly Turn[] {
  return service.env.flatMap((name) => {
    if (!/KEY|TOKEN/.test(name)) return [];
    return (context.variable(name)?.reads ?? []).flatMap((read) => turnOf(service, read));
  });
}

function turnOf(service: Integration, read: EnvRead): readonly Turn[] {
  const scope = outermost(read.path, read.scope);
  if (read.test || scope === undefined || read.accessor === 'BaseSettings') return [];
  const asks = read.presence === 'guarded' || read.presence === 'compared';
  return [{ service: service.name, path: read.path, line: read.line, scope, asks }];
}

function callsOf(service: Integration): readonly Turn[] {
  return service.evidence.flatMap(({ kind, status, path, line, scope: written }) => {
    const scope = outermost(path, written);
    if (kind !== 'call' || status !== 'called' || scope === undefined) return [];
    return [{ service: service.name, path, line, scope, asks: false }];
  });
}

/** The class or function at the top of the file; classes of settings choose nothing. */
function outermost(path: string, scope: string | undefined): string | undefined {
  if (scope === undefined) return undefined;
  const name = topOf(path, scope);
  return name === '' || /settings|config|environment|^env/i.test(name) ? undefined : name;
}

function lastName(subject: string): string {
  const quoted = /["':](\w+)["']?\s*(?:,[^()]*)?[)\]](?:\.\w+\(\))?$/.exec(subject)?.[1];
  const plain = subject.replace(/\s*(?:\?\?|\|\|).*$/, '').replace(/(?:[?!]?\.\w+\(\))+$/, '');
  return quoted ?? /(\w+)\W*$/.exec(plain)?.[1] ?? '';
}

function snakeCase(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
}
