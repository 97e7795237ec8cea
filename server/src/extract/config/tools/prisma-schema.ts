import type { Fact, ModelFact } from '../../../model/facts';
import type { Reader } from '../../reader';
import { type Line, linesOf, rangeInLine } from '../../text-index';
import { isEnvName } from '../env-facts';

/** Prisma's schema: the database's kind, the variables that it asks for, the models and their tables. */
export const prismaSchemaReader: Reader = {
  id: 'prisma',
  endings: ['prisma'],
  matches: (path) => /\.prisma$/.test(path),
  read(file) {
    const facts: Fact[] = [];
    /** The block being read: its keyword, and its model if it is one. */
    let block = '';
    let model: ModelFact | undefined;
    for (const line of linesOf(file.text)) {
      const code = line.text.replace(/\/\/.*$/, (comment, at: number) => (insideQuotes(line.text, at) ? comment : ''));
      const [, before = '', keyword, name = ''] =
        /^(\s*(model|view|datasource|generator|enum|type)\s+)(\w+)\s*\{/.exec(code) ?? [];
      if (keyword !== undefined) {
        block = keyword;
        model = keyword === 'model' ? modelFact(line, before.length, name) : undefined;
      }
      facts.push(...envReads(line, code));
      if (block === 'datasource') facts.push(...provider(line, code));
      const table = /^\s*@@map\(\s*(?:name:\s*)?"([^"]+)"/.exec(code)?.[1];
      if (model !== undefined && table !== undefined) model = { ...model, table };
      if (/^\s*\}|\{[^{}]*\}\s*$/.test(code)) {
        if (model !== undefined) facts.push(model);
        block = '';
        model = undefined;
      }
    }
    return { facts };
  },
};

function modelFact(line: Line, start: number, name: string): ModelFact {
  return { kind: 'model', orm: 'prisma', name, range: rangeInLine(line, start, start + name.length) };
}

function envReads(line: Line, code: string): readonly Fact[] {
  return [...code.matchAll(/\benv\(\s*"([^"]+)"\s*\)/g)].flatMap((match) => {
    const name = match[1] ?? '';
    if (!isEnvName(name)) return [];
    const start = match.index + match[0].indexOf(name);
    const range = rangeInLine(line, start, start + name.length);
    return [{ kind: 'envRead' as const, name, accessor: 'prisma env', presence: 'raises' as const, range }];
  });
}

function provider(line: Line, code: string): readonly Fact[] {
  const [, before = '', name] = /^(\s*provider\s*=\s*")([^"]+)"/.exec(code) ?? [];
  if (name === undefined) return [];
  return [
    {
      kind: 'setting',
      system: 'other',
      path: 'prisma.datasource.provider',
      value: { t: 'string', v: name },
      range: rangeInLine(line, before.length, before.length + name.length),
    },
  ];
}

function insideQuotes(text: string, at: number): boolean {
  return (text.slice(0, at).split('"').length - 1) % 2 === 1;
}
