import type { Matcher } from '../catalog/match';
import type { Client, Finding, Findings } from './findings';
import { byText } from './order';
import type { ServiceFacts } from './service-findings';

/** Kinds of evidence that show a service at work by itself. */
const STRONG = new Set(['call', 'url', 'image', 'action', 'setting', 'config', 'workflow']);

/**
 * What is one thing under two names is told once: a client that is pointed at another service's address is that
 * service's (`new S3Client({ endpoint })` at R2, OpenAI's SDK at OpenRouter), and a cloud that shows in nothing but its
 * products is told with those.
 */
export function joinFindings(matcher: Matcher, findings: Findings): void {
  for (const [id, clients] of findings.clients) {
    const targets = targetsOf(clients);
    const finding = findings.all.get(id);
    if (finding === undefined || targets.length === 0) continue;
    for (const client of clients) if (client.to !== undefined) takeOver(findings, finding, client, client.to);
    if (clients.every(({ to }) => to !== undefined) && !isAskedItself(finding)) moveAll(matcher, findings, id, targets);
  }
  foldClouds(matcher, findings);
}

/** The services that `joinFindings` may ask or change, in their order; of the others it says nothing. */
export function concernedBy(
  matcher: Matcher,
  all: ReadonlyMap<string, Pick<ServiceFacts, 'clients'>>,
): readonly string[] {
  const concerned = new Set<string>();
  for (const [id, { clients }] of all) {
    const targets = targetsOf(clients);
    if (targets.length > 0)
      for (const one of [id, ...targets, ...(matcher.service(id)?.wraps ?? [])]) concerned.add(one);
  }
  const isCloud = (id: string): boolean => matcher.service(id)?.category === 'cloud';
  for (const id of all.keys()) {
    const clouds = matcher.service(id)?.wraps?.filter((wrapped) => all.has(wrapped) && isCloud(wrapped)) ?? [];
    if (clouds.length > 0) for (const one of [id, ...clouds]) concerned.add(one);
  }
  return [...concerned].sort(byText);
}

function targetsOf(clients: readonly Client[]): readonly string[] {
  return [...new Set(clients.flatMap(({ to }) => (to === undefined ? [] : [to])))];
}

/** How many lines below its start a client may name its address. */
const CLIENT_LINES = 8;

function takeOver(findings: Findings, from: Finding, { path, line }: Client, to: string): void {
  const target = findings.of(to);
  for (const [key, evidence] of from.evidence) {
    if (evidence.path === path && evidence.line === line && evidence.kind === 'call')
      target.evidence.set(key, evidence);
  }
  // The client's own settings tell the address.
  for (const [key, evidence] of target.evidence) {
    const below = evidence.line - line;
    if (evidence.kind === 'url' && evidence.path === path && below >= 0 && below < CLIENT_LINES)
      target.evidence.delete(key);
  }
  addAll(target.packages, from.packages);
  for (const [key, detail] of from.details) {
    if (detail.path === path && detail.line === line && !target.details.has(key)) target.details.set(key, detail);
  }
}

/** Its own address, or a setting that names it: then it is used beside the other. */
function isAskedItself({ evidence }: Finding): boolean {
  return [...evidence.values()].some(
    ({ kind, status }) => kind !== 'call' && STRONG.has(kind) && status !== 'test-only' && status !== 'declared',
  );
}

function moveAll(matcher: Matcher, findings: Findings, id: string, targets: readonly string[]): void {
  const finding = findings.all.get(id);
  if (finding === undefined) return;
  for (const to of targets) {
    const target = findings.of(to);
    for (const name of finding.env) target.env.add(name);
    if (targets.length > 1) continue;
    addAll(target.evidence, finding.evidence);
    addAll(target.details, finding.details);
  }
  for (const wrapped of matcher.service(id)?.wraps ?? []) withdraw(findings, wrapped, finding);
  findings.all.delete(id);
}

/** What a service proved only on its way: gone with it. */
function withdraw(findings: Findings, id: string, proof: Finding): void {
  const finding = findings.all.get(id);
  if (finding === undefined) return;
  for (const key of proof.evidence.keys()) finding.evidence.delete(key);
  if ([...finding.evidence.values()].every(({ kind }) => kind === 'env')) findings.all.delete(id);
}

/** A cloud whose every call is one of its products': its SDK and variables are theirs. */
function foldClouds(matcher: Matcher, findings: Findings): void {
  for (const [id, finding] of [...findings.all]) {
    if (matcher.service(id)?.category !== 'cloud') continue;
    const products = [...findings.all]
      .filter(([other]) => matcher.service(other)?.wraps?.includes(id) === true)
      .map(([, product]) => product);
    const own = [...finding.evidence].filter(([key]) => !products.some(({ evidence }) => evidence.has(key)));
    const called = products.filter(({ evidence }) => [...evidence.values()].some(({ status }) => status === 'called'));
    const isDeclared = own.some(([, { kind }]) => kind === 'dependency');
    const isUsed = own.some(
      ([, { kind, status }]) => STRONG.has(kind) && (status !== 'test-only' || called.length === 0),
    );
    if (products.length === 0 || isUsed || (isDeclared && called.length === 0)) continue;
    for (const product of called.length === 0 ? products : called) {
      addAll(product.packages, finding.packages);
      for (const name of finding.env) product.env.add(name);
    }
    findings.all.delete(id);
  }
}

function addAll<T>(into: Map<string, T>, from: ReadonlyMap<string, T>): void {
  for (const [key, value] of from) if (!into.has(key)) into.set(key, value);
}
