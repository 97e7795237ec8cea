import type { Matcher } from '../catalog/match';
import type { Integration } from '../model/integration';
import type { Applications } from './applications';
import { Findings } from './findings';
import { type Added, Fold } from './fold';
import { byCategory, integrationOf } from './integrations';
import { concernedBy, joinFindings } from './join-findings';
import { factsOfFinding, findingOf, joinedFacts, type ServiceFacts, withEnv } from './service-findings';

type ByService = ReadonlyMap<string, ServiceFacts>;

interface Proven {
  readonly found: ServiceFacts;
  readonly names: string;
  readonly all: ServiceFacts;
}

interface Joined {
  readonly ids: string;
  readonly of: readonly (ServiceFacts | undefined)[];
  readonly all: ByService;
}

interface Told {
  readonly found: ServiceFacts;
  readonly integration: Integration | undefined;
}

/** What all files found of services, each service's put together when one of its files finds something else. */
export class Services {
  readonly #matcher: Matcher;
  readonly #applications: Applications;
  readonly #found = new Fold<ServiceFacts, ServiceFacts>(joinedFacts);
  /** Names that prove nothing by themselves (`DATABASE_URL`): they belong to services that something else proves. */
  readonly #hinting = new Fold<true, true>(() => true);
  readonly #proven = new Map<string, Proven>();
  #joined: Joined = { ids: '', of: [], all: new Map() };
  #told: ReadonlyMap<string, Told> = new Map();
  #all: ByService | undefined;
  #integrations: readonly Integration[] | undefined;

  constructor(matcher: Matcher, applications: Applications) {
    this.#matcher = matcher;
    this.#applications = applications;
  }

  set(path: string, found: Added<ServiceFacts>, hinting: Added<true>): void {
    const isChanged = [this.#found.set(path, found), this.#hinting.set(path, hinting)].some(({ length }) => length > 0);
    if (!isChanged) return;
    this.#all = undefined;
    this.#integrations = undefined;
  }

  /** By id; the same map while nothing changes. */
  get all(): ByService {
    this.#all ??= this.#join(this.#withHints());
    return this.#all;
  }

  get integrations(): readonly Integration[] {
    this.#integrations ??= this.#tell();
    return this.#integrations;
  }

  #withHints(): ByService {
    const hints = new Map<string, string[]>();
    for (const name of this.#hinting.names) {
      for (const id of this.#matcher.envHintsOf(name)) hints.set(id, [...(hints.get(id) ?? []), name]);
    }
    const all = new Map<string, ServiceFacts>();
    for (const id of this.#found.names) {
      const found = this.#found.get(id);
      if (found !== undefined) all.set(id, this.#withHinted(id, found, hints.get(id) ?? []));
    }
    return all;
  }

  #withHinted(id: string, found: ServiceFacts, hinted: readonly string[]): ServiceFacts {
    if (hinted.length === 0 || !isProven(found)) return found;
    const names = hinted.join('\n');
    const known = this.#proven.get(id);
    if (known?.found === found && known.names === names) return known.all;
    const all = withEnv(found, hinted);
    this.#proven.set(id, { found, names, all });
    return all;
  }

  /** Few services are joined with others, and those only when something is found of one of them. */
  #join(all: ByService): ByService {
    const concerned = concernedBy(this.#matcher, all);
    if (concerned.length === 0) return all;
    const of = concerned.map((id) => all.get(id));
    const ids = concerned.join(' ');
    const isSame = ids === this.#joined.ids && of.every((found, index) => found === this.#joined.of[index]);
    if (!isSame) this.#joined = { ids, of, all: this.#joinedAnew(concerned, all) };
    const rest = new Set(concerned);
    return new Map([...[...all].filter(([id]) => !rest.has(id)), ...this.#joined.all]);
  }

  #joinedAnew(concerned: readonly string[], all: ByService): ByService {
    const findings = new Findings();
    for (const id of concerned) {
      const found = all.get(id);
      if (found === undefined) continue;
      findings.all.set(id, findingOf(found));
      findings.clients.set(id, [...found.clients]);
    }
    joinFindings(this.#matcher, findings);
    return new Map([...findings.all].map(([id, finding]) => [id, factsOfFinding(finding)]));
  }

  #tell(): readonly Integration[] {
    const told = new Map<string, Told>();
    for (const [id, found] of this.all) {
      const service = this.#matcher.service(id);
      if (service === undefined) continue;
      const known = this.#told.get(id);
      const isSame = known !== undefined && known.found === found;
      told.set(id, isSame ? known : { found, integration: integrationOf(this.#applications, service, found) });
    }
    this.#told = told;
    return [...told.values()].flatMap(({ integration }) => integration ?? []).sort(byCategory);
  }
}

function isProven({ evidence }: ServiceFacts): boolean {
  return evidence.some(({ status }) => status !== 'test-only' && status !== 'commented-out');
}
