/** Names that tools give to what they write. */
const GENERATED_NAME =
  /\.min\.[cm]?js$|\.bundle\.js$|[.-]min\.js$|\.chunk\.js$|\.(?:gen|generated)\.[cm]?[jt]sx?$|_pb2(?:_grpc)?\.pyi?$|_pb\.[jt]s$|\.pb\.ex$/i;

export function hasGeneratedName(path: string): boolean {
  return GENERATED_NAME.test(path);
}

const SMALLEST_MINIFIED = 4000;
const LONG_AVERAGE = 300;
const HEAD_LINES = 20;
const TAIL = 300;

/**
 * Whether code was written by a tool: minified, bundled, or marked as generated at its top. Such files repeat what
 * stands elsewhere, and nobody maintains the lines that a link to them would show.
 */
export function looksGenerated(text: string): boolean {
  if (text.length > SMALLEST_MINIFIED && !hasLines(text, text.length / LONG_AVERAGE)) return true;
  if (/^\/[/*][#@] sourceMappingURL=/m.test(text.slice(-TAIL))) return true;
  const head = headOf(text);
  return /generated/i.test(head) && head.split('\n').some(isMark);
}

function isMark(line: string): boolean {
  if (!/^\s*(?:\/\/|\/\*|\*|#|--|<!--|"""|''')/.test(line)) return false;
  return (
    /(?:^|[^\w@.])@generated\b/.test(line) ||
    /\bgenerated\b.{0,80}\bdo not (?:edit|modify|change)\b/i.test(line) ||
    /\bthis file (?:is|was|has been) (?:automatically |auto[- ]?)generated\b/i.test(line)
  );
}

function headOf(text: string): string {
  let end = 0;
  for (let line = 0; line < HEAD_LINES; line += 1) {
    const next = text.indexOf('\n', end);
    if (next < 0) return text.slice(0, 4000);
    end = next + 1;
  }
  return text.slice(0, Math.min(end, 4000));
}

/** Ordinary code has so many within its first pages. */
function hasLines(text: string, least: number): boolean {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0 && lines < least; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines >= least;
}
