/**
 * Makes templates (`{{ .Values.x }}`) harmless for a YAML parser without moving anything: a line of directives becomes
 * spaces, a template inside a line a word of the same length, starting with `xx`.
 */
export function withoutTemplates(text: string): string {
  if (!text.includes('{{')) return text;
  return text.replace(/^[ \t]*\{\{(?:(?!\}\}).)*\}\}[ \t]*$|\{\{(?:(?!\}\}).)*\}\}/gm, (template) =>
    /^\s*\{\{(?:(?!\}\}).)*\}\}\s*$/.test(template) && !template.startsWith('{{')
      ? ' '.repeat(template.length)
      : 'x'.repeat(template.length),
  );
}
