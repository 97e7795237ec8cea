import type { Detail } from '../model/integration';
import { Findings } from './findings';

/** What one file adds to the findings of all, so that it need not be gathered again while nothing it rests on changes. */
export class FileFindings extends Findings {
  readonly #details: (readonly [id: string, detail: Detail])[] = [];

  /** Which of several places is told of is for all files together to say. */
  override addDetail(id: string, detail: Detail): void {
    this.of(id);
    this.#details.push([id, detail]);
  }

  /** Adds everything, as if it were gathered now: findings of several files are added in the order of the files. */
  addTo(all: Findings): void {
    for (const [id, finding] of this.all) {
      const target = all.of(id);
      for (const [key, evidence] of finding.evidence) target.evidence.set(key, evidence);
      for (const [key, use] of finding.packages) target.packages.set(key, use);
      for (const name of finding.env) target.env.add(name);
    }
    for (const [id, detail] of this.#details) all.addDetail(id, detail);
    for (const [id, clients] of this.clients) for (const client of clients) all.addClient(id, client);
  }
}
