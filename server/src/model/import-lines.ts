import type { ImportedName, ImportFact } from './code-facts';

/**
 * The imports of files that were only looked at, a line each. There are more of them than of all other facts together, and
 * hardly anybody asks for one: as texts they pass between threads and rest in memory at a fraction of what objects take.
 */
export function writeImports(imports: readonly ImportFact[]): string {
  return imports.map(lineOf).join('\n');
}

/** Those of modules that pass. */
export function readImports(
  lines: string | undefined,
  passes: (module: string) => boolean = () => true,
): readonly ImportFact[] {
  if (lines === undefined) return NONE;
  const found: ImportFact[] = [];
  for (let start = 0, end = 0; start <= lines.length; start = end + 1) {
    end = endOf(lines, start);
    if (passes(lines.slice(start, lines.indexOf('\t', start)))) found.push(importOf(lines.slice(start, end)));
  }
  return found;
}

/** Whether an import takes in one of some names. */
export function takesInOne(lines: string, wanted: ReadonlySet<string>): boolean {
  for (let start = 0, end = 0; start <= lines.length; start = end + 1) {
    end = endOf(lines, start);
    const names = lines.indexOf('\t', start) + 1;
    const list = lines.slice(names, lines.indexOf('\t', names));
    if (list !== '' && list.split(',').some((name) => wanted.has(nameOf(name).name))) return true;
  }
  return false;
}

function endOf(lines: string, start: number): number {
  const end = lines.indexOf('\n', start);
  return end === -1 ? lines.length : end;
}

const NONE: readonly never[] = [];

/** Whether a line can hold all that an import states. */
export function fitsLine({ module, names, range, scope, ...others }: ImportFact): boolean {
  const { kind: _, typeOnly: __, ...more } = others;
  return (
    Object.keys(more).length === 0 &&
    range.line === range.endLine &&
    !ODD.test(module) &&
    !(scope !== undefined && ODD.test(scope)) &&
    names.every(({ name, local }) => !ODD_NAME.test(name) && !ODD_NAME.test(local))
  );
}

/** What divides the parts of a line. */
const ODD = /[\t\n]/;
const ODD_NAME = /[\t\n,=]|^$/;
const TYPES = 't';

function lineOf({ module, names, range, typeOnly, scope }: ImportFact): string {
  const places = `${range.line}\t${range.column}\t${range.endColumn}`;
  const types = typeOnly === undefined ? '' : typeOnly ? TYPES : 'f';
  const listed = names.map(({ name, local }) => (name === local ? name : `${name}=${local}`)).join();
  const line = `${module}\t${listed}\t${places}`;
  if (scope !== undefined) return `${line}\t${types}\t${scope}`;
  return types === '' ? line : `${line}\t${types}`;
}

function importOf(text: string): ImportFact {
  const [module = '', names = '', start = '', column = '', endColumn = '', types = '', scope] = text.split('\t');
  const line = Number(start);
  return {
    kind: 'import',
    module,
    names: names === '' ? [] : names.split(',').map(nameOf),
    range: { line, column: Number(column), endLine: line, endColumn: Number(endColumn) },
    ...(types !== '' && { typeOnly: types === TYPES }),
    ...(scope !== undefined && { scope }),
  };
}

function nameOf(text: string): ImportedName {
  const equals = text.indexOf('=');
  return equals === -1 ? { name: text, local: text } : { name: text.slice(0, equals), local: text.slice(equals + 1) };
}
