import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Matcher } from '../../server/src/catalog/match';
import { readCall } from './read-call';

export interface Case {
  readonly table: string;
  readonly line: number;
  readonly service: string;
  readonly expected: boolean;
  readonly kind: string;
  readonly input: string;
}

const HEADER = 'service\tyes|no\tkind\tinput';

/** All rows of all tables; a row that cannot be read is an error that names its line. */
export function readTables(dir: string): readonly Case[] {
  return readdirSync(dir)
    .filter((name) => name.endsWith('.tsv'))
    .sort()
    .flatMap((name) => readTable(name, readFileSync(join(dir, name), 'utf8')));
}

export function readTable(table: string, text: string): readonly Case[] {
  const cases: Case[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    const row = raw.replace(/\r$/, '');
    if (row.trim() === '' || row.startsWith('#') || row === HEADER) continue;
    const [service, answer, kind, input, ...rest] = row.split('\t');
    const bad = !service || !kind || !input || rest.length > 0 || (answer !== 'yes' && answer !== 'no');
    if (bad) throw new Error(`test/catalog/${table}:${index + 1}: not "${HEADER.replaceAll('\t', ' TAB ')}": ${row}`);
    cases.push({ table, line: index + 1, service, expected: answer === 'yes', kind, input });
  }
  if (cases.length === 0) throw new Error(`test/catalog/${table} holds no case`);
  return cases;
}

/** The services that the matcher finds for one row's input. */
export function answers(matcher: Matcher, kind: string, input: string): readonly string[] {
  switch (kind) {
    case 'npm':
    case 'hex':
      return matcher.packageOf(kind, input);
    case 'pypi':
      return packageOfPython(matcher, input);
    case 'command':
      return matcher.commandOf(input);
    case 'import:npm':
      return matcher.importOf('npm', input);
    case 'import:pypi':
      return importOfPython(matcher, input);
    case 'import:hex':
      return matcher.importOf('hex', input);
    case 'env':
      return matcher.envOf(input);
    case 'host':
      return matcher.hostOf(input.replace(/\/.*$/, ''), `https://${input}`);
    case 'url':
      return matcher.urlSchemeOf(input.replace(/:\/\/.*$/, ''));
    case 'image':
      return matcher.imageOf(input);
    case 'action':
      return matcher.actionOf(input);
    case 'workflow':
      return matcher.workflowOf(input);
    case 'system':
      return matcher.systemPackageOf(input);
    case 'config':
      return matcher.configFileOf(input);
    case 'setting':
      return settingOf(matcher, input);
    case 'call': {
      const { callee, args, keywords } = readCall(input);
      return matcher.callOf(callee, args, keywords).map((match) => match.id);
    }
    default:
      throw new Error(`unknown kind ${kind}`);
  }
}

/** `passlib`, or with extras as a requirement has them: `passlib[bcrypt,argon2]`. */
function packageOfPython(matcher: Matcher, input: string): readonly string[] {
  const [, name = input, extras] = /^([^[]+)\[([^\]]+)\]$/.exec(input) ?? [];
  return matcher.packageOf('pypi', name, extras?.split(','));
}

/** `google.cloud.storage`, or `from google.cloud import storage, run` as code has it. */
function importOfPython(matcher: Matcher, input: string): readonly string[] {
  const from = /^from (\S+) import (.+)$/.exec(input);
  if (from === null) return matcher.importOf('pypi', input);
  return matcher.importOf('pypi', from[1] ?? '', (from[2] ?? '').split(/,\s*/));
}

/** `django DATABASES.default.ENGINE=django.db.backends.postgresql` */
function settingOf(matcher: Matcher, input: string): readonly string[] {
  const parts = /^(\S+) ([^=]+)=(.*)$/.exec(input);
  if (parts === null) throw new Error(`not "system path=value": ${input}`);
  return matcher.settingOf(parts[1] ?? '', parts[2] ?? '', parts[3] ?? '');
}
