import { baseName, ending } from '../../paths';
import type { Reader } from '../../reader';
import { FILE_START } from '../../text-index';
import { deployCommands } from '../pipelines/deploy-commands';

/** Shell scripts, Makefiles and Justfiles, for the commands with which a person brings the program out by hand. */
export const deployScriptReader: Reader = {
  id: 'deploy-script',
  matches: (path) =>
    /^(sh|bash|mk)$/.test(ending(path)) || /^(Makefile|GNUmakefile|Justfile|justfile)$/.test(baseName(path)),
  read(file) {
    const commands = deployCommands([file.text.replace(/^\s*@/gm, '')]);
    if (commands.length === 0) return { facts: [] };
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
      ],
    };
  },
};
