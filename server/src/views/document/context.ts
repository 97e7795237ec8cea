import type { Integration } from '../../model/integration';
import type { DocumentSettings } from '../../model/project';
import type { EnvVariable, Snapshot } from '../../model/workspace';
import { carriersOf, withOwnDetailsOf } from './carriers';

/** What every section is written from. */
export interface DocumentContext {
  readonly snapshot: Snapshot;
  /** As short as it can be said: for readers who look up one thing. */
  readonly isCompact: boolean;
  /** Nothing is left out for length. */
  readonly isFull: boolean;
  variable(name: string): EnvVariable | undefined;
  /** The integrations of a category, strongest first. */
  of(category: string): readonly Integration[];
  title(category: string): string;
  /** The libraries through which alone an integration is used. */
  carriers(integration: Integration): readonly Integration[];
  /** An integration without the details that another one tells. */
  withOwnDetails(integration: Integration): Integration;
}

const STRENGTH = ['called', 'imported', 'configured', 'declared', 'test-only', 'commented-out'];

export function documentContext(snapshot: Snapshot, length?: DocumentSettings['length']): DocumentContext {
  const variables = new Map(snapshot.env.map((variable) => [variable.name, variable]));
  const titles = new Map(snapshot.categories.map(({ id, title }) => [id, title]));
  return {
    snapshot,
    isCompact: length === 'compact',
    isFull: length === 'full',
    variable: (name) => variables.get(name),
    of: (category) =>
      snapshot.integrations
        .filter((integration) => integration.category === category && integration.status !== 'test-only')
        .sort((a, b) => STRENGTH.indexOf(a.status) - STRENGTH.indexOf(b.status)),
    title: (category) => titles.get(category) ?? category,
    carriers: carriersOf(snapshot.integrations),
    withOwnDetails: withOwnDetailsOf(snapshot.integrations),
  };
}
