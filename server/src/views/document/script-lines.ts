import type { DocumentContext } from './context';
import { factsOf } from './facts-of';
import { code, link } from './markdown';

/** What builds a program and starts it; the rest of a manifest's commands is for those who write it. */
const TOLD = ['build', 'start', 'serve', 'preview', 'migrate', 'db:migrate', 'dev'];
/** One that runs it for its users says more than one for those who write it. */
const STARTS = new Set(['start', 'serve', 'preview']);
const MOST_TEXT = 80;
const SHOWN_SCRIPTS = 3;

/** The commands of npm's manifests that build and start each application. */
export function scriptLines({ snapshot }: DocumentContext): readonly string[] {
  return factsOf(snapshot, 'manifest').flatMap(({ fact, path, line }) => {
    const scripts = fact.scripts ?? {};
    if (fact.ecosystem !== 'npm') return [];
    const names = TOLD.filter(
      (name) => name in scripts && (name !== 'dev' || !TOLD.some((other) => STARTS.has(other) && other in scripts)),
    );
    const texts = names.slice(0, SHOWN_SCRIPTS).flatMap((name) => {
      const command = scripts[name] ?? '';
      return command === '' || command.length > MOST_TEXT ? [] : [`${code(name)} runs ${code(command)}`];
    });
    const [first] = names;
    const at = first === undefined ? undefined : fact.scriptRanges?.[first]?.line;
    return texts.length === 0 ? [] : [`- ${texts.join(', ')} (${link({ path, line: at ?? line })})`];
  });
}
