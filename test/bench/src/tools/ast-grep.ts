import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Program } from '../measure/process';
import type { Surroundings } from '../surroundings';

const SCRIPT = ['process.env.$NAME', "process.env['$NAME']", 'import.meta.env.$NAME'];

/** Reads of environment variables and nothing else, in the languages that we read. */
const PATTERNS: Readonly<Record<string, readonly string[]>> = {
  Python: ['os.environ[$NAME]', 'os.environ.get($$$ARGS)', 'os.getenv($$$ARGS)', 'environ[$NAME]', 'getenv($$$ARGS)'],
  TypeScript: SCRIPT,
  Tsx: SCRIPT,
  JavaScript: SCRIPT,
  Elixir: ['System.get_env($$$ARGS)', 'System.fetch_env!($$$ARGS)', 'System.fetch_env($$$ARGS)'],
};

export async function astGrep({ peers, cache }: Surroundings, folder: string): Promise<Program> {
  const rules = join(cache, 'ast-grep-rules.yml');
  await writeFile(rules, rulesText());
  const command = join(peers, '@ast-grep/cli', process.platform === 'win32' ? 'ast-grep.exe' : 'ast-grep');
  return { name: 'ast-grep', command, args: ['scan', '--rule', rules, '--json=compact', folder], cwd: folder };
}

function rulesText(): string {
  return Object.entries(PATTERNS)
    .map(([language, patterns]) => {
      const any = patterns.map((pattern) => `    - pattern: ${JSON.stringify(pattern)}`);
      return [
        `id: env-${language.toLowerCase()}`,
        `language: ${language}`,
        'severity: hint',
        'message: An environment variable is read.',
        'rule:',
        '  any:',
        ...any,
      ].join('\n');
    })
    .join('\n---\n');
}
