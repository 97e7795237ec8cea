import type { DocumentContext } from './context';
import { code, link } from './markdown';

const SHOWN_JOBS = 40;

/** Workers, queues and schedules. */
export function jobLines({ snapshot }: DocumentContext): readonly string[] {
  const lines = snapshot.files
    .filter(({ role }) => role === 'source')
    .flatMap((file) =>
      file.facts
        .filter((fact) => fact.kind === 'job')
        .map((fact) => {
          const queue = fact.queue === undefined ? '' : `, queue ${code(fact.queue)}`;
          const schedule = fact.schedule === undefined ? '' : `, schedule ${code(fact.schedule)}`;
          return `- ${code(fact.name)} (${fact.system})${queue}${schedule} (${link({ path: file.path, line: fact.range.line })})`;
        }),
    );
  const rest = lines.length - SHOWN_JOBS;
  return rest > 0 ? [...lines.slice(0, SHOWN_JOBS), `- and ${rest} more jobs`] : lines;
}
