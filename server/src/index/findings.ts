import type { DependencyFact, FileFacts } from '../model/facts';
import type { Detail, Evidence, PackageUse } from '../model/integration';
import { isScriptPath } from './script-path';

/** What is gathered of one service while the facts are read. */
export interface Finding {
  readonly evidence: Map<string, Evidence>;
  readonly packages: Map<string, PackageUse>;
  readonly env: Set<string>;
  readonly details: Map<string, Detail>;
}

/** A client that is made of a service's SDK, and the other service whose address it is given, if any. */
export interface Client {
  readonly path: string;
  readonly line: number;
  readonly to: string | undefined;
}

/** All findings by service id. */
export class Findings {
  readonly all = new Map<string, Finding>();
  /** The clients that are made of a service's SDK, where their settings could name another address. */
  readonly clients = new Map<string, Client[]>();

  of(id: string): Finding {
    let finding = this.all.get(id);
    if (finding === undefined) {
      finding = { evidence: new Map(), packages: new Map(), env: new Set(), details: new Map() };
      this.all.set(id, finding);
    }
    return finding;
  }

  addClient(id: string, client: Client): void {
    const known = this.clients.get(id);
    if (known === undefined) this.clients.set(id, [client]);
    else known.push(client);
  }

  /** One entry a line and kind: a second call on the same line proves nothing new. */
  addEvidence(id: string, evidence: Evidence): void {
    const key = `${evidence.path}\n${evidence.line}\n${evidence.kind}`;
    const { evidence: known } = this.of(id);
    const before = known.get(key);
    if (before === undefined || rank(evidence) < rank(before)) known.set(key, evidence);
  }

  /** A detail is told once, where it first appears; a seed or a migration only where the program does not say it. */
  addDetail(id: string, detail: Detail): void {
    const key = `${detail.label}\n${detail.text}`;
    const { details } = this.of(id);
    const before = details.get(key);
    if (before === undefined || (isScriptPath(before.path) && !isScriptPath(detail.path))) details.set(key, detail);
    else if (isScriptPath(before.path) === isScriptPath(detail.path)) {
      const more = this.#otherPlaces(`${id}\n${key}\n${before.path}\n${before.line}`, before, detail);
      if (more > 0) details.set(key, { ...before, more });
    }
  }

  #others: Map<string, Set<string>> | undefined;

  /** How many places there are beside the first; several rules may read one call. */
  #otherPlaces(key: string, first: Detail, { path, line }: Detail): number {
    this.#others ??= new Map();
    const places = this.#others.get(key) ?? new Set();
    this.#others.set(key, places);
    if (path !== first.path || line !== first.line) places.add(`${path}\n${line}`);
    return places.size;
  }

  addPackage(id: string, file: FileFacts, dependency: DependencyFact, resolved: string | undefined): void {
    this.of(id).packages.set(`${dependency.ecosystem}:${dependency.name}\n${file.path}\n${dependency.range.line}`, {
      ecosystem: dependency.ecosystem,
      name: dependency.name,
      version: dependency.version,
      ...(resolved !== undefined && { resolved }),
      path: file.path,
      line: dependency.range.line,
      group: dependency.group,
      ...(dependency.commentedOut === true && { commentedOut: true }),
    });
  }
}

const ORDER = ['called', 'imported', 'configured', 'declared', 'test-only', 'commented-out'];

function rank(evidence: Evidence): number {
  return ORDER.indexOf(evidence.status);
}
