import type { Evidence, EvidenceKind, Status } from './integration';

/** Why a service is among the integrations of a workspace, or why it is not. */
export interface Explanation {
  readonly query: string;
  readonly services: readonly ExplainedService[];
  /** What the query may have meant, where nothing has its name. */
  readonly didYouMean: readonly string[];
  /** Places that hold the word, where no service has it. */
  readonly leftOut: readonly LeftOut[];
}

export interface ExplainedService {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  /** Where its rules stand: `catalog payments/stripe.json`, `.integration-atlas.json`. */
  readonly entry: string;
  readonly outcome: 'found' | 'left out' | 'not found';
  /** Why it is left out although something speaks for it, or what its status rests on. */
  readonly reason?: string;
  readonly status?: Status;
  /** Strongest first. */
  readonly evidence: readonly ExplainedEvidence[];
  readonly leftOut: readonly LeftOut[];
}

export interface ExplainedEvidence extends Evidence {
  readonly rule?: Rule;
}

/** The field of an entry that a fact met. */
export interface Rule {
  readonly field: string;
  readonly text: string;
  /** The service whose entry it is, where that wraps the one explained. */
  readonly via?: string;
}

/** Something that looks like the service, and why it proves nothing. */
export interface LeftOut {
  readonly kind: EvidenceKind | 'mention';
  readonly path: string;
  readonly line: number;
  readonly text: string;
  readonly why: string;
}
