import type { Fact } from '../../../model/facts';
import { baseName } from '../../paths';
import type { Reader } from '../../reader';
import { linesOf, rangeInLine } from '../../text-index';
import { configFile } from '../config-file';
import { interpolationRead, isEnvName } from '../env-facts';
import { interpolationsIn } from '../interpolations';

/** `web: gunicorn app.wsgi`: processes by name, as Heroku, foreman, honcho and overmind run them. */
export const procfileReader: Reader = {
  id: 'procfile',
  matches: (path) => /^procfile([-_.][\w-]+)?$/i.test(baseName(path)),
  read(file) {
    const processes: [string, string][] = [];
    const facts: Fact[] = [];
    for (const line of linesOf(file.text)) {
      const [, name, command] = /^([A-Za-z0-9_-]{1,60})\s*:\s*(.+)$/.exec(line.text) ?? [];
      if (name === undefined || command === undefined) continue;
      processes.push([name, command]);
      for (const one of interpolationsIn(line.text)) {
        if (!isEnvName(one.name)) continue;
        facts.push(interpolationRead(one, 'Procfile', rangeInLine(line, one.start, one.end)));
      }
    }
    return { facts: [configFile(file.path, Object.fromEntries(processes), 'procfile'), ...facts] };
  },
};
