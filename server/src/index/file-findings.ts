import type { Detail } from '../model/integration';
import { Findings } from './findings';
import { type Added, nothing } from './fold';
import { byPlace, type ServiceFacts } from './service-findings';

/** What one file adds to the findings of all, so that it need not be gathered again while nothing it rests on changes. */
export class FileFindings extends Findings {
  #details: Map<string, Detail[]> | undefined;

  /** Which of several places is told of is for all files together to say. */
  override addDetail(id: string, detail: Detail): void {
    this.of(id);
    this.#details ??= new Map();
    const known = this.#details.get(id);
    if (known === undefined) this.#details.set(id, [detail]);
    else known.push(detail);
  }

  /** By service. */
  added(): Added<ServiceFacts> {
    if (this.all.size === 0) return nothing();
    return new Map(
      [...this.all].map(([id, { evidence, packages, env }]) => [
        id,
        {
          evidence: [...evidence.values()].sort(byPlace),
          packages: [...packages.values()],
          env: [...env],
          details: this.#details?.get(id) ?? [],
          clients: this.clients.get(id) ?? [],
        },
      ]),
    );
  }
}
