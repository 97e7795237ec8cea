import type { ConfigFileFact } from '../../../model/facts';
import { baseName, ending } from '../../paths';
import type { Reader } from '../../reader';
import { shortText } from '../../short-text';
import { FILE_START } from '../../text-index';
import { deployCommands } from '../pipelines/deploy-commands';

/** Shell scripts, Makefiles and Justfiles, for the commands with which a person brings the program out by hand. */
export const deployScriptReader: Reader = {
  id: 'deploy-script',
  endings: ['sh', 'bash', 'mk', 'makefile', 'gnumakefile', 'justfile'],
  matches: (path) =>
    /^(sh|bash|mk)$/.test(ending(path)) || /^(Makefile|GNUmakefile|Justfile|justfile)$/.test(baseName(path)),
  read(file) {
    const starts = startFacts(file.path, file.text);
    const commands = deployCommands([file.text.replace(/^\s*@/gm, '')]);
    if (commands.length === 0) return { facts: starts };
    const line = file.text.split('\n').findIndex((text) => deployCommands([text.replace(/^\s*@/, '')]).length > 0);
    const range = line < 0 ? FILE_START : { line, column: 0, endLine: line, endColumn: 0 };
    return {
      facts: [
        {
          kind: 'configFile',
          name: baseName(file.path).toLowerCase(),
          details: { commands: commands.join('; ') },
          range,
        },
        ...starts,
      ],
    };
  },
};

const SERVERS =
  /^(?:exec\s+)?(?:(?:poetry|pipenv|uv|pdm|hatch)\s+run\s+)?(?:python3?\s+-m\s+)?(?:gunicorn|uvicorn|hypercorn|daphne|granian|uwsgi|waitress-serve|pm2|pm2-runtime|celery|nginx|caddy)\s+\S/;
const MAX_STARTS = 10;

/** Servers and workers that a shell script starts, each with its line. */
function startFacts(path: string, text: string): readonly ConfigFileFact[] {
  if (!/^(sh|bash)$/.test(ending(path))) return [];
  const facts: ConfigFileFact[] = [];
  text.split('\n').forEach((written, line) => {
    const command = written.trim().slice(0, 500);
    if (!SERVERS.test(command) || facts.length === MAX_STARTS) return;
    const column = written.length - written.trimStart().length;
    const range = { line, column, endLine: line, endColumn: column + command.length };
    const name = baseName(path).toLowerCase();
    facts.push({ kind: 'configFile', name, details: { start: shortText(command) }, range });
  });
  return facts;
}
