import type { Integration } from '../model/integration';
import type { EnvVariable, Snapshot } from '../model/workspace';

/** What a person wants to see first: integrations by category with their status, and the variables counted. */
export function summaryOf(name: string, snapshot: Snapshot): string {
  const { integrations, applications, stats, categories } = snapshot;
  const lines = [
    `${name}: ${count(integrations.length, 'integration')} in ${count(applications.length, 'application')}, ` +
      `${count(stats.files, 'file')} read`,
    '',
  ];
  const width = Math.max(0, ...integrations.map((integration) => integration.name.length));
  for (const category of categories) {
    const members = integrations.filter((integration) => integration.category === category.id);
    if (members.length === 0) continue;
    lines.push(category.title, ...members.map((integration) => integrationLine(integration, width)), '');
  }
  lines.push(environmentLine(snapshot.env));
  return `${lines.join('\n')}\n`;
}

function integrationLine({ name, status, packages, env }: Integration, width: number): string {
  const used = [...new Set(packages.map((use) => [use.name, use.resolved ?? use.version].join(' ').trim()))];
  const parts = [...used.slice(0, 2), ...(env.length > 0 ? [count(env.length, 'variable')] : [])];
  return `  ${name.padEnd(width)}  ${status.padEnd('commented-out'.length)}  ${parts.join(', ')}`.trimEnd();
}

function environmentLine(env: readonly EnvVariable[]): string {
  const read = env.filter(({ reads }) => reads.length > 0);
  const required = read.filter((variable) => variable.required === true).length;
  const production = read.filter((variable) => variable.required === 'production').length;
  const parts = [
    `${required} required`,
    ...(production > 0 ? [`${production} required in production`] : []),
    `${read.length - required - production} optional`,
    ...(read.length < env.length ? [`${env.length - read.length} declared but not read`] : []),
  ];
  return env.length === 0
    ? 'No environment variables'
    : `${count(env.length, 'environment variable')}: ${parts.join(', ')}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
