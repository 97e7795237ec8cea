const LONGEST = 500;
/** What follows these is a program or a line of a shell, no value. */
const BEFORE_PROGRAM = /^-[mc]$/;

/**
 * A command line with its programs and the names of its options alone: `redis-server --requirepass _`. Values of options
 * may be secrets, and which program is started shows without them.
 */
export function withoutValues(line: string): string {
  const words: string[] = [];
  let isValue = false;
  for (const word of line
    .slice(0, LONGEST)
    .replace(/["'\\]/g, ' ')
    .trim()
    .split(/\s+/)) {
    const option = /^(?:--[\w-]+|-\w)/.exec(word)?.[0];
    if (option !== undefined) words.push(option);
    else if (isValue && !/^(?:&&|\|\||[;|&])$/.test(word)) words.push('_');
    else words.push(/^[A-Za-z_]\w*=/.exec(word)?.[0] ?? word);
    isValue = option !== undefined && !word.includes('=') && !BEFORE_PROGRAM.test(word);
  }
  return words.join(' ');
}
