import type { DocumentContext } from './context';
import { factsOf } from './facts-of';
import { code, fileLink, link, plain, shorten, someLines } from './markdown';

/** What builds a program and starts it; the rest of a manifest's commands is for those who write it. */
const TOLD = ['build', 'start', 'serve', 'preview', 'migrate', 'db:migrate', 'dev'];
/** One that runs it for its users says more than one for those who write it. */
const STARTS = new Set(['start', 'serve', 'preview']);
const MOST_TEXT = 80;
const SHOWN_SCRIPTS = 3;

/** Files that say what is told elsewhere, or what only those who write the program need. */
const NOT_TOLD = /^(?:\.gitignore|\.pre-commit-config\.yaml|makefile|docker-compose\.ya?ml|mise\.toml|alembic\.ini)$/;
const FOR_DEVELOPMENT = /[._-]dev(?:elopment)?(?:\.|$)|(^|\/)\.devcontainer\//i;
const LABELS = new Set(
  `build,start,release,entrypoint,command,web,worker,ports,port,listen,hosts,sites,host,proxies,body limit,health check,region,
  main,environments,crons,worker`
    .split(',')
    .map((label) => label.trim()),
);
const MOST_VALUE = 120;
const SHOWN_FILES = 10;

/** What builds, starts and serves each application: commands of manifests, then what configuration files say. */
export function buildAndStartLines(context: DocumentContext): readonly string[] {
  return [...scriptLines(context), ...someLines(configLines(context), SHOWN_FILES, 'files')];
}

function configLines({ snapshot }: DocumentContext): readonly string[] {
  return factsOf(snapshot, 'configFile').flatMap(({ fact, path, line }) => {
    if (NOT_TOLD.test(fact.name) || FOR_DEVELOPMENT.test(path)) return [];
    const texts = Object.entries(fact.details ?? {}).flatMap(([label, text]) =>
      LABELS.has(label) ? [`${plain(label)} ${code(shorten(text, MOST_VALUE))}`] : [],
    );
    const place = line === 0 ? fileLink(path) : link({ path, line });
    return texts.length === 0 ? [] : [`- ${place}: ${texts.join(', ')}`];
  });
}

/** The commands of npm's manifests that build and start each application. */
function scriptLines({ snapshot }: DocumentContext): readonly string[] {
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
