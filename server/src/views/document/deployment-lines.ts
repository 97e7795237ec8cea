import type { DocumentContext } from './context';
import { code, link, plain, some, someLines } from './markdown';
import { scheduleWords } from './schedule-words';

const SHOWN_IMAGES = 12;
const SHOWN_PLACES = 3;

/** Container images with the services that they run as; the same in several files once. */
export function imageLines({ snapshot }: DocumentContext): readonly string[] {
  const places = new Map<string, string[]>();
  const seen = new Set<string>();
  for (const file of snapshot.files) {
    if (file.role !== 'source') continue;
    for (const fact of file.facts) {
      if (fact.kind !== 'image' || fact.source === 'workflow' || seen.has(`${fact.image}\n${file.path}`)) continue;
      if (!isNamed(fact.image)) continue;
      seen.add(`${fact.image}\n${file.path}`);
      const service = fact.service === undefined ? '' : ` as ${code(fact.service)}`;
      const ports =
        fact.ports === undefined || fact.ports.length === 0 ? '' : `, ports ${fact.ports.map(code).join(', ')}`;
      const text = `- Image ${code(fact.image)}${service}${ports}`;
      places.set(text, [...(places.get(text) ?? []), link({ path: file.path, line: fact.range.line })]);
    }
  }
  const lines = [...places].map(([text, links]) => `${text} (${some(links, SHOWN_PLACES)})`);
  return someLines(lines, SHOWN_IMAGES, 'images');
}

/** `${BASE_IMAGE}`, `base-${VARIANT}`: which image that is, is decided elsewhere. */
function isNamed(image: string): boolean {
  return !/\$/.test(image.replace(/[:@][^/]*$/, '')) || image.includes('/');
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
