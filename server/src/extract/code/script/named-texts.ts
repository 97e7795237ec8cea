import type { Value } from '../../../model/value';
import { redactText } from '../../redact';

export interface NamedTexts {
  readonly name: string;
  readonly value: Value;
}

const UNION = /^export\s+(?:declare\s+)?type\s+([\w$]+)\s*=([\s\S]*)$/;
const ENUM = /^export\s+(?:declare\s+)?(?:const\s+)?enum\s+([\w$]+)\s*\{([\s\S]*)\}\s*;?\s*$/;
const TEXT = /^(['"])([^'"\\\n]{1,80})\1$/;
const MEMBER = /^[\w$]+\s*=\s*(['"])([^'"\\\n]{1,80})\1$/;
const MOST = 60;

/** `export type X = 'A' | 'B'` and `export enum X { A = 'A' }`: the texts that a name may be, where it is nothing else. */
export function namedTexts(statement: string): NamedTexts | undefined {
  if (!/^export\s+(?:declare\s+)?(?:type|enum|const\s+enum)\b/.test(statement)) return undefined;
  const text = withoutComments(statement);
  const union = UNION.exec(text);
  const found = union ?? ENUM.exec(text);
  const [, name, body] = found ?? [];
  if (name === undefined || body === undefined) return undefined;
  const parts = body
    .trim()
    .replace(/;$/, '')
    .split(union === null ? ',' : '|')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const texts = parts.map((part) => (union === null ? MEMBER : TEXT).exec(part)?.[2]);
  if (texts.length < 2 || texts.length > MOST || texts.includes(undefined)) return undefined;
  return { name, value: { t: 'list', items: texts.map((v) => ({ t: 'string', v: redactText(v ?? '') })) } };
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/[^\n]*/g, '');
}
