/** An element whose content is code, with its tags; other elements end where their own name closes. */
const OPENING = /<(script|!--)/gi;
/** The end of an opening tag: quoted attribute values may hold `>`. */
const TAG_END = /(?:"[^"]*"|'[^']*'|[^'">])*>/y;
/** Kinds of script that hold data or templates, not code. */
const NO_CODE = /\stype\s*=\s*["']?(?!(?:text|application)\/(?:java|ecma|type)script|module|ts|tsx|jsx)[^\s"'>]+/i;

/**
 * Keeps the text of `<script>` elements (and the part between `---` that Astro files start with) and blanks the rest, so
 * that every line and column stays true. A document may have several; their code shares one scope, as it does in Vue.
 */
export function blankAllButScripts(text: string): string {
  const kept: string[] = [];
  let at = 0;
  const keep = (start: number, end: number): void => {
    kept.push(blank(text.slice(at, start)), text.slice(start, end));
    at = end;
  };

  const frontMatter = /^\s*---[ \t]*\r?\n/.exec(text);
  if (frontMatter !== null) {
    const start = frontMatter[0].length;
    const end = text.indexOf('\n---', start - 1);
    if (end >= 0) keep(start, Math.max(start, end));
  }

  OPENING.lastIndex = at;
  for (let opening = OPENING.exec(text); opening !== null; opening = OPENING.exec(text)) {
    const afterName = opening.index + opening[0].length;
    if (opening[1] === '!--') {
      const end = text.indexOf('-->', afterName);
      if (end < 0) break;
      OPENING.lastIndex = end + 3;
      continue;
    }
    if (!/[\s/>]/.test(text.charAt(afterName))) continue;
    const start = endOfTag(text, afterName);
    if (start === undefined) break;
    OPENING.lastIndex = start;
    const attributes = text.slice(afterName, start);
    if (attributes.endsWith('/>')) continue;
    const end = closingTag(text, start);
    OPENING.lastIndex = end;
    if (!NO_CODE.test(attributes)) keep(start, end);
  }
  kept.push(blank(text.slice(at)));
  return kept.join('');
}

/** Behind the `>` of a tag; undefined where it never ends. */
function endOfTag(text: string, afterName: number): number | undefined {
  TAG_END.lastIndex = afterName;
  return TAG_END.test(text) ? TAG_END.lastIndex : undefined;
}

function closingTag(text: string, from: number): number {
  const closing = /<\/script/gi;
  closing.lastIndex = from;
  return closing.exec(text)?.index ?? text.length;
}

/** Spaces of the same length; line ends stay. */
function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
