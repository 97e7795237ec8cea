/**
 * Makes templates (`{{ .Values.x }}`) harmless for a YAML parser without moving anything: a line of directives becomes
 * spaces, a template inside a line a word of the same length, starting with `xx`.
 */
export function withoutTemplates(text: string): string {
  if (!text.includes('{{')) return text;
  return text
    .split('\n')
    .map((line) => {
      if (!line.includes('{{')) return line;
      const words = line.replace(/\{\{(?:(?!\}\}).)*\}\}/g, (template) => 'x'.repeat(template.length));
      return /^\s*x{4,}(\s*x{4,})*\s*$/.test(words) ? ' '.repeat(line.length) : words;
    })
    .join('\n');
}
