import { fits } from '../../catalog/glob';
import { createMatcher, type Matcher } from '../../catalog/match';
import type { Service } from '../../catalog/service';
import type { Rule } from '../../model/explanation';
import type { Ecosystem } from '../../model/facts';
import type { Evidence } from '../../model/integration';

type Field = keyof Service;
const ECOSYSTEMS = ['npm', 'pypi', 'hex'] as const;

/** Which of a service's rules a piece of evidence met: the most telling of those that meet it alone. */
export function ruleOf(service: Service, evidence: Evidence, ecosystem?: Ecosystem): Rule | undefined {
  const met = candidatesOf(service, evidence, ecosystem).filter((candidate) => meets(candidate, evidence));
  const best = met.sort((a, b) => b.rule.text.length - a.rule.text.length)[0];
  return best?.rule;
}

interface Candidate {
  readonly rule: Rule;
  /** The service with this rule alone. */
  readonly only: Partial<Service>;
}

const FIELDS: Readonly<Record<Evidence['kind'], readonly Field[]>> = {
  dependency: ['packages'],
  import: ['imports', 'packages'],
  call: ['calls', 'imports', 'packages'],
  env: ['env'],
  url: ['hosts', 'urls'],
  image: ['images'],
  action: ['actions'],
  setting: ['settings'],
  config: ['configFiles', 'systemPackages', 'commands'],
  workflow: ['workflows', 'commands'],
};

function candidatesOf(service: Service, { kind }: Evidence, ecosystem?: Ecosystem): readonly Candidate[] {
  return FIELDS[kind].flatMap((field): readonly Candidate[] => {
    const value = service[field];
    if (Array.isArray(value)) return listCandidates(field, value);
    if (field !== 'packages' && field !== 'imports') return [];
    return (ecosystem === undefined ? ECOSYSTEMS : [ecosystem]).flatMap((one) =>
      (service[field]?.[one] ?? []).map((name) => ({
        rule: { field: `${field}.${one}`, text: name },
        only: { [field]: { [one]: [name] } },
      })),
    );
  });
}

function listCandidates(field: Field, list: readonly unknown[]): readonly Candidate[] {
  return list.map((one, at) => {
    const text = typeof one === 'string' ? one : wordsOf(one);
    const name = typeof one === 'string' ? field : `${field}[${at}]`;
    return { rule: { field: name, text }, only: { [field]: [one] } };
  });
}

/** A rule in short: `CACHES.*.BACKEND = django_redis.*`, `boto3.client(0: s3)`. */
function wordsOf(rule: unknown): string {
  const { path, value, callee, argument, is } = rule as Partial<Record<string, string | readonly string[]>>;
  if (path !== undefined) return value === undefined ? String(path) : `${path} = ${value}`;
  const held = is === undefined ? '' : `: ${[is].flat().join(' or ')}`;
  return argument === undefined ? String(callee) : `${callee}(${argument}${held})`;
}

const BARE = { id: 'it', category: '', type: 'service', name: '', purpose: '', source: '' } as const;

function meets({ only, rule }: Candidate, evidence: Evidence): boolean {
  const { kind, text } = evidence;
  if (kind === 'call' || kind === 'import') return namesCode(rule, only, text);
  if (kind === 'config' || kind === 'workflow') {
    if (only.systemPackages !== undefined) return only.systemPackages.some((name) => fits(`* ${name}`, text));
    const names = [...(only.configFiles ?? []), ...(only.workflows ?? [])];
    // Evidence of a command holds the name of what runs it: the command itself has been looked at before.
    return names.length === 0 || names.some((name) => fits(name, text.toLowerCase()));
  }
  if (kind === 'setting') return only.settings?.some(({ path }) => pathFits(path, text)) ?? false;
  const matcher = createMatcher({ categories: [], services: [{ ...BARE, ...only }] });
  return ASK[kind](matcher, text).length > 0;
}

const ASK: Readonly<Record<Exclude<Evidence['kind'], 'call' | 'import' | 'config' | 'workflow' | 'setting'>, Ask>> = {
  dependency: (matcher, text) => ECOSYSTEMS.flatMap((ecosystem) => matcher.packageOf(ecosystem, text)),
  env: (matcher, text) => matcher.envOf(text),
  url: (matcher, text) => {
    const [, scheme = '', host = ''] = /^([a-z][a-z0-9+.-]*):(?:\/\/)?([^/?#:]*)/i.exec(text) ?? [];
    return [...matcher.hostOf(host), ...matcher.urlSchemeOf(scheme)];
  },
  image: (matcher, text) => matcher.imageOf(text),
  action: (matcher, text) => matcher.actionOf(text),
};
type Ask = (matcher: Matcher, text: string) => readonly string[];

/** Evidence of a setting holds its path alone; the value has been looked at before. */
function pathFits(pattern: string, path: string): boolean {
  return fits(pattern.startsWith('**.') ? pattern.slice(2).replace(/^\./, '*') : pattern, path);
}

/** Code names a module, with its members behind: `stripe.Stripe`, `@aws-sdk/client-s3.S3Client`. */
function namesCode(rule: Rule, only: Partial<Service>, text: string): boolean {
  const callee = only.calls?.[0]?.callee;
  if (callee !== undefined) return fits(callee, text);
  const [, ecosystem] = rule.field.split('.');
  const spellings = ecosystem === 'npm' || rule.field.startsWith('imports') ? [rule.text] : modulesOf(rule.text);
  return spellings.some((name) => text === name || (text.startsWith(name) && /^[./:#@]/.test(text.slice(name.length))));
}

/** What a package is imported as by default: `stripity_stripe` as `StripityStripe`, `acme-sdk` as `acme_sdk`. */
function modulesOf(name: string): readonly string[] {
  const camel = name
    .split(/[_-]/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
  return [name, name.toLowerCase().replace(/[-.]/g, '_'), camel];
}
