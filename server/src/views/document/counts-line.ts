import type { Application, Snapshot } from '../../model/workspace';

/** How much the document tells. Files are not counted: one that says nothing must not make a document stale. */
export function countsLine(snapshot: Snapshot): string {
  const { integrations, env } = snapshot;
  const applications = runningApplications(snapshot);
  const told = integrations.filter(({ status }) => status !== 'test-only' && status !== 'commented-out');
  const read = env.filter(({ reads }) => reads.some(({ test }) => !test));
  const within = applications.length === 0 ? '' : ` in ${count(applications.length, 'application')}`;
  return `${count(told.length, 'integration')}${within}; ${count(read.length, 'environment variable')} read in code`;
}

/** A workspace's root that only holds its members together is no application. */
function runningApplications({ applications, files }: Snapshot): readonly Application[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return applications.filter(({ manifests }) => {
    const facts = manifests.flatMap((path) => byPath.get(path)?.facts ?? []);
    const isRoot = facts.some((fact) => fact.kind === 'manifest' && (fact.workspaces ?? []).length > 0);
    return !isRoot || facts.some((fact) => fact.kind === 'dependency' && fact.commentedOut !== true);
  });
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
