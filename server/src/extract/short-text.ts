import { defaultText, redactText } from './redact';

const MAX_LENGTH = 200;

/** A command or phrase as facts may hold it: on one line, short, without secrets. */
export function shortText(text: string): string {
  const line = redactWords(
    text
      .slice(0, 2 * MAX_LENGTH)
      .replace(/\s+/g, ' ')
      .trim(),
  );
  return line.length <= MAX_LENGTH ? line : `${line.slice(0, MAX_LENGTH - 1)}…`;
}

/** Hides secrets word by word: `--password x`, `TOKEN=x`, keys that stand free, credentials in URLs. */
function redactWords(text: string): string {
  return text
    .replace(
      /(--?[\w-]*(?:password|passwd|requirepass|token|secret|api-?key)[\w-]*)([ =])([^\s"'$-][^\s"']*)/gi,
      '$1$2***',
    )
    .split(/(\s+|["',;])/)
    .map((word) => {
      const [, name, value] = /^([A-Za-z_][A-Za-z0-9_-]*)=([^$].*)$/.exec(word) ?? [];
      return name === undefined || value === undefined ? redactText(word) : `${name}=${defaultText(name, value)}`;
    })
    .join('');
}
