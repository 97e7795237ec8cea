import type { Value } from '../../../model/value';

/** `"https://x/{}".format(id)` as a template. */
export function formatted(text: string, args: readonly Value[]): Value {
  const pieces = text.split(/\{[^{}]{0,80}\}/);
  const parts: Value[] = [];
  pieces.forEach((piece, index) => {
    if (piece !== '') parts.push({ t: 'string', v: piece });
    if (index < pieces.length - 1) parts.push(args[index] ?? { t: 'other' });
  });
  return { t: 'template', parts };
}
