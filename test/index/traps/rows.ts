import { expect, it } from 'vitest';
import { snapshotOf } from '../../support/snapshot';

type Files = Readonly<Record<string, string>>;

/** What must not be taken for a service, or for more than it is, and the services that there are. */
export type Row = readonly [what: string, files: Files, services: readonly string[]];

export const npm = (dependencies: object, devDependencies: object = {}) =>
  JSON.stringify({ dependencies, devDependencies });
export const ts = (text: string): Files => ({ 'src/a.ts': text });
export const py = (text: string): Files => ({ 'app/a.py': text });
export const ex = (text: string): Files => ({ 'lib/a.ex': text });

/** A test for each row. */
export function testRows(rows: readonly Row[]): void {
  it.each(rows)('%s', async (_, files, services) => {
    const { integrations } = await snapshotOf(files);
    const found = integrations.filter(({ type }) => type === 'service').map(({ id, status }) => `${id} ${status}`);
    expect(found).toEqual(services);
  });
}
