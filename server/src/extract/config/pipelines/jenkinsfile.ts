import type { Fact } from '../../../model/facts';
import { baseName } from '../../paths';
import type { Reader } from '../../reader';
import { FILE_START, linesOf, rangesOf } from '../../text-index';
import { declaration } from '../env-facts';
import { deployCommands } from './deploy-commands';

/** Jenkins' pipelines are Groovy; stages, schedules and the `environment` block are told by their form. */
export const jenkinsfileReader: Reader = {
  id: 'jenkinsfile',
  matches: (path) => /^jenkinsfile([-_.][\w-]+)?$/i.test(baseName(path)),
  read(file) {
    const range = rangesOf(file.text);
    const all = (pattern: RegExp): readonly string[] => [...file.text.matchAll(pattern)].map((match) => match[1] ?? '');
    const commands = deployCommands(all(/\b(?:sh|bat)\s*\(?\s*["']{1,3}([^"']{1,2000})["']{1,3}/g));
    const facts: Fact[] = [
      {
        kind: 'workflow',
        system: 'jenkins',
        triggers: all(/\b(?:cron|pollSCM)\s*\(\s*["']([^"'\n]{1,100})["']/g).map((text) => `schedule ${text}`),
        jobs: all(/\bstage\s*\(\s*["']([^"'\n]{1,100})["']/g),
        ...(commands.length > 0 && { commands }),
        range: FILE_START,
      },
    ];
    let depth = 0;
    for (const line of linesOf(file.text)) {
      const inside = depth > 0;
      if (!inside && !/^\s*environment\s*\{/.test(line.text)) continue;
      depth += (line.text.match(/\{/g)?.length ?? 0) - (line.text.match(/\}/g)?.length ?? 0);
      const [, before = '', name] = inside ? (/^(\s*)([A-Z][A-Z0-9_]*)\s*=/.exec(line.text) ?? []) : [];
      if (name === undefined) continue;
      const start = line.offset + before.length;
      const secret = /=\s*credentials\s*\(/.test(line.text);
      facts.push(...declaration({ range }, 'workflow', name, start, start + name.length, true, secret));
    }
    return { facts };
  },
};
