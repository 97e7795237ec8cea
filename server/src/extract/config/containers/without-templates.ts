/**
 * Makes templates (`{{ .Values.x }}`) harmless for a YAML parser without moving anything: a line of directives becomes
 * spaces, a template inside a line a word of the same length, starting with `xx`.
 */
export function withoutTemplates(text: string): string {
  if (!text.includes('{{')) return text;
  return text
    .split('\n')
    .map((line) => (line.includes('{{') ? withoutTemplatesInLine(line) : line))
    .join('\n');
}

function withoutTemplatesInLine(line: string): string {
  let words = '';
  let others = '';
  let at = 0;
  for (let open = line.indexOf('{{'); open !== -1; open = line.indexOf('{{', at)) {
    const close = line.indexOf('}}', open);
    if (close === -1) break;
    others += line.slice(at, open);
    words += line.slice(at, open) + 'x'.repeat(close + 2 - open);
    at = close + 2;
  }
  const rest = line.slice(at);
  return (others + rest).trim() === '' ? ' '.repeat(line.length) : words + rest;
}
