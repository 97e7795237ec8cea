import type { Fact } from '../../../model/facts';
import { type Line, rangeInLine } from '../../text-index';
import { isEnvName } from '../env-facts';

/** Blocks and maps that hold variables of what is set up. */
const OPENS =
  /^\s*(?:environment|environment_variables|environment_vars|env|env_vars|app_settings|variables|secret_environment_variables)\s*=?\s*\{\s*(?:#.*)?$/;
const VARIABLE = /^\s*variable\s+"([A-Za-z_]\w*)"\s*\{/;
const MOST_LINES = 200;

/**
 * What Terraform files say of environments: `TF_VAR_x` for each `variable "x"`, and the variables of functions and
 * containers, `environment { variables = { X = ... } }` and `env { name = "X" }`.
 */
export function environmentFacts(lines: readonly Line[]): readonly Fact[] {
  const facts: Fact[] = [];
  lines.forEach((line, index) => {
    facts.push(...inputs(lines, index));
    if (OPENS.test(line.text)) facts.push(...members(lines, index));
    const entry = /\{\s*"?name"?\s*[=:]\s*"([A-Z][A-Z0-9_]*)"\s*,\s*"?value(From)?"?\s*[=:]/.exec(line.text);
    if (entry !== null) facts.push(...declared(line, entry[1] ?? '', entry[2] !== undefined));
  });
  return facts;
}

/** A variable without a default must be given, by a file or as `TF_VAR_x`. */
function inputs(lines: readonly Line[], index: number): readonly Fact[] {
  const line = lines[index];
  const name = line === undefined ? undefined : VARIABLE.exec(line.text)?.[1];
  if (line === undefined || name === undefined) return [];
  const start = line.text.indexOf('"') + 1;
  return [
    {
      kind: 'envRead',
      name: `TF_VAR_${name}`,
      accessor: 'variable',
      presence: hasDefault(lines, index) ? 'default' : 'passed',
      range: rangeInLine(line, start, start + name.length),
    },
  ];
}

function hasDefault(lines: readonly Line[], index: number): boolean {
  for (const { text } of lines.slice(index, index + 30)) {
    if (/(?:^|[\s{])default\s*=/.test(text)) return true;
    if (/^\}/.test(text)) return false;
  }
  return false;
}

/** The keys of a block in capitals, or the name that it states. */
function members(lines: readonly Line[], index: number): readonly Fact[] {
  const facts: Fact[] = [];
  let depth = 0;
  for (const line of lines.slice(index, index + MOST_LINES)) {
    const isInside = depth === 1;
    depth += (line.text.match(/\{/g) ?? []).length - (line.text.match(/\}/g) ?? []).length;
    if (depth <= 0) break;
    if (!isInside || /^\s*[#/]/.test(line.text)) continue;
    const key = /^\s*"?([A-Z][A-Z0-9_]*)"?\s*=/.exec(line.text)?.[1];
    const named = /^\s*name\s*=\s*"([A-Z][A-Z0-9_]*)"/.exec(line.text)?.[1];
    facts.push(...declared(line, key ?? named ?? '', false));
  }
  return facts;
}

function declared(line: Line, name: string, secret: boolean): readonly Fact[] {
  if (name === '' || !isEnvName(name)) return [];
  const start = line.text.indexOf(name);
  return [
    {
      kind: 'envDeclaration',
      name,
      source: 'hosting',
      hasValue: true,
      ...(secret && { secret: true }),
      range: rangeInLine(line, start, start + name.length),
    },
  ];
}
