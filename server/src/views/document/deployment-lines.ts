import type { DocumentContext } from './context';
import { code, link, plain, some, someLines } from './markdown';
import { scheduleWords } from './schedule-words';

const SHOWN_IMAGES = 12;

/** Container images with the services that they run as. */
export function imageLines({ snapshot }: DocumentContext): readonly string[] {
  const lines = new Map<string, string>();
  for (const file of snapshot.files) {
    if (file.role !== 'source') continue;
    for (const fact of file.facts) {
      if (fact.kind !== 'image' || fact.source === 'workflow' || lines.has(`${fact.image}\n${file.path}`)) continue;
      const service = fact.service === undefined ? '' : ` as ${code(fact.service)}`;
      const ports =
        fact.ports === undefined || fact.ports.length === 0 ? '' : `, ports ${fact.ports.map(code).join(', ')}`;
      lines.set(
        `${fact.image}\n${file.path}`,
        `- Image ${code(fact.image)}${service}${ports} (${link({ path: file.path, line: fact.range.line })})`,
      );
    }
  }
  return someLines([...lines.values()], SHOWN_IMAGES, 'images');
}

/** Each pipeline with what starts it. */
export function ciLines({ snapshot }: DocumentContext): readonly string[] {
  return snapshot.files.flatMap((file) =>
    file.facts
      .filter((fact) => fact.kind === 'workflow')
      .map((fact) => {
        const triggers = fact.triggers.length === 0 ? '' : `: on ${some(fact.triggers.map(triggerText), 6)}`;
        const jobs = fact.jobs.length === 0 ? '' : `; jobs ${some(fact.jobs.map(code), 8)}`;
        return `- ${plain(fact.name ?? fact.system)} (${link({ path: file.path, line: fact.range.line })})${triggers}${jobs}`;
      }),
  );
}

/** `schedule 30 4 * * 1` in words, where there are some. */
function triggerText(trigger: string): string {
  const cron = /^schedule (.+)$/.exec(trigger)?.[1];
  if (cron === undefined) return plain(trigger);
  const words = scheduleWords(cron);
  return words === undefined ? `schedule ${code(cron)}` : `schedule ${words} (${code(cron)})`;
}
