import type { Script } from '../script';

const NOISE =
  /^(eslint|integration-atlas-|ts-|@ts|biome|prettier|istanbul|c8 |v8 |noqa|nosonar|webpack|vite|todo\b|fixme\b|@(type|param|returns|default|deprecated|see|internal|example)\b)/i;
const CODE = /process\.env|import\.meta|[;{]\s*$|^(const|let|var|import|export|return|if)\b|=>/;

/** The comment that stands at the end of a line, or else right above a declaration. */
export function commentAt(script: Script, start: number, end: number, isDeclared: boolean): string | undefined {
  const { text } = script;
  const lineEnd = text.indexOf('\n', end);
  const rest = text.slice(end, lineEnd === -1 ? text.length : Math.min(lineEnd, end + 400));
  const behind = /(^|[\s,;)}])(\/\/|\/\*)/.exec(rest);
  if (behind !== null) {
    const index = end + behind.index + (behind[1]?.length ?? 0);
    if (script.nodeAt(index)?.type === 'comment') return clean([rest.slice(behind.index + (behind[1]?.length ?? 0))]);
  }
  return isDeclared ? above(text, text.lastIndexOf('\n', start - 1)) : undefined;
}

function above(text: string, lineStart: number): string | undefined {
  const lines: string[] = [];
  let end = lineStart;
  while (end > 0 && lines.length < 5) {
    const start = text.lastIndexOf('\n', end - 1);
    const line = text.slice(start + 1, Math.min(end, start + 400)).trim();
    if (!/^(\/\/|\/\*|\*)/.test(line)) break;
    lines.unshift(line);
    if (line.startsWith('/*')) break;
    end = start;
  }
  // The lower end of a long block comment is not about the line below it.
  if (lines[0]?.startsWith('*') === true) return undefined;
  return clean(lines);
}

function clean(lines: readonly string[]): string | undefined {
  const words = lines
    .map((line) =>
      line
        .replace(/^\/\/+|^\/\*+|^\*+\/?/, '')
        .replace(/\*+\/\s*[,;]?\s*$/, '')
        .trim(),
    )
    .filter((line) => line !== '' && !NOISE.test(line) && !/^[-=*#~\s]+$/.test(line));
  if (words.some((line) => CODE.test(line))) return undefined;
  const text = words
    .join(' ')
    .replace(/^[-=*#~\s]+|[-=*#~\s]+$/g, '')
    .trim();
  return text === '' || text.length > 240 ? undefined : text;
}
