import type { Snapshot } from '../../model/workspace';
import type { Finding } from '../finding';
import { type Fix, fix, type ReadText } from './fix';
import { renamed } from './renamed';

export async function publicFixes(snapshot: Snapshot, finding: Finding, read: ReadText): Promise<readonly Fix[]> {
  const variable = snapshot.env.find(({ name }) => name === finding.variable);
  if (variable?.publicPrefix === undefined) return [];
  const name = variable.name.slice(variable.publicPrefix.length);
  if (snapshot.env.some((other) => other.name === name)) return [];
  return [fix(finding, `Rename to ${name} everywhere`, await renamed(variable, name, read))];
}
