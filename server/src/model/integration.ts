import type { Ecosystem } from './facts';

/** Strongest first: what the strongest piece of evidence proves. */
export const STATUSES = ['called', 'imported', 'configured', 'declared', 'test-only', 'commented-out'] as const;
export type Status = (typeof STATUSES)[number];

export const EVIDENCE_KINDS = [
  'dependency',
  'import',
  'call',
  'env',
  'url',
  'image',
  'action',
  'setting',
  'config',
  'workflow',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** One line of one file that bears an integration. */
export interface Evidence {
  readonly kind: EvidenceKind;
  readonly path: string;
  /** From 0, like every range inside the engine. */
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
  readonly scope?: string;
  /** What stands there, short: the callee, the module, the variable, the image. */
  readonly text: string;
  readonly status: Status;
  /** What a call means, where the catalog says so: `webhook-signature`. */
  readonly role?: string;
}

/** A fact worth printing about an integration: the model it asks for, the API version, a timeout. */
export interface Detail {
  readonly label: string;
  readonly text: string;
  readonly path: string;
  readonly line: number;
  /** Of a call: the function or class around it. */
  readonly scope?: string;
  /** Other places that say the same. */
  readonly more?: number;
}

export interface PackageUse {
  readonly ecosystem: Ecosystem;
  readonly name: string;
  /** As written in the manifest, operators included. */
  readonly version: string;
  /** From the lock file. */
  readonly resolved?: string;
  readonly path: string;
  readonly line: number;
  readonly group: 'runtime' | 'dev' | 'optional' | 'peer' | 'build';
  readonly commentedOut?: boolean;
}

/** A service or library of the catalog that the workspace talks to, with everything that proves it. */
export interface Integration {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  readonly purpose: string;
  readonly docs?: string;
  /** `service` talks to something outside; `library` is named because readers ask for it. */
  readonly type: 'service' | 'library';
  readonly status: Status;
  readonly applications: readonly string[];
  readonly packages: readonly PackageUse[];
  readonly env: readonly string[];
  readonly details: readonly Detail[];
  readonly evidence: readonly Evidence[];
}

/** A category of the catalog, in the order that readers see. */
export interface Category {
  readonly id: string;
  readonly title: string;
  readonly type: 'service' | 'library';
  /** Each request that needs one of its services asks it, so that the routes which get there are worth telling. */
  readonly reached?: boolean;
}
