import type { Fact } from '../../../model/facts';
import { type Data, entriesOf, type Parsed, walk } from '../../data/data';
import { parseJson } from '../../data/parse-json';
import { baseName } from '../../paths';
import type { Reader } from '../../reader';
import { distinctFacts } from '../distinct-facts';
import { envDeclarations, isEnvName } from '../env-facts';

/** VS Code's own files: `env` of launch configurations, tasks and terminals, and `${env:X}` wherever it stands. */
export const vscodeReader: Reader = {
  id: 'vscode',
  endings: ['json', 'code-workspace'],
  matches: (path) => /(^|\/)\.vscode\/(launch|tasks|settings)\.json$|\.code-workspace$/.test(path),
  read(file) {
    if (!/env/.test(file.text)) return { facts: [] };
    const parsed = parseJson(baseName(file.path), file.text);
    const facts: Fact[] = [];
    for (const root of parsed.roots) walk(root, (data) => facts.push(...mapFacts(parsed, data)));
    return { facts: distinctFacts([...facts, ...reads(parsed)]) };
  },
};

function mapFacts(parsed: Parsed, data: Data): readonly Fact[] {
  return entriesOf(data).flatMap(({ key, value }) =>
    /^(?:env|terminal\.integrated\.env\.(?:linux|osx|windows))$/.test(key)
      ? envDeclarations(parsed, value, 'hosting')
      : [],
  );
}

function reads(parsed: Parsed): readonly Fact[] {
  return [...parsed.text.matchAll(/\$\{env:([A-Za-z_]\w*)\}/g)].flatMap((match) => {
    const name = match[1] ?? '';
    const start = match.index + '${env:'.length;
    if (!isEnvName(name)) return [];
    return [
      {
        kind: 'envRead' as const,
        name,
        // biome-ignore lint/suspicious/noTemplateCurlyInString: this is how tasks and launches name it.
        accessor: '${env:}',
        presence: 'passed' as const,
        range: parsed.range(start, start + name.length),
      },
    ];
  });
}
