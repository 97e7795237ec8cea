import { type FileContext, grown } from './plan';
import { wordsOf } from './words';

/** Translations and fixtures. */
export function jsonText({ random, size }: FileContext): string {
  const words = wordsOf(random);
  const body = grown('', size, (index) => {
    const inner = Array.from(
      { length: random.int(2, 8) },
      () => `    "${words.verb()}_${words.field()}_${random.int(1, 999)}": "${words.sentence()}"`,
    );
    return `${index === 0 ? '' : ',\n'}  "${words.thing()}_${index}": {\n${inner.join(',\n')}\n  }`;
  });
  return `{\n${body}\n}\n`;
}

export function yamlText({ random, size }: FileContext): string {
  const words = wordsOf(random);
  return grown('version: 1\n', size, (index) => {
    const fields = Array.from({ length: random.int(2, 6) }, () => `    - ${words.field()}: ${random.int(1, 999)}\n`);
    return `${words.thing()}_${index}:\n  title: ${words.sentence()}\n  rules:\n${fields.join('')}`;
  });
}

export function markdownText({ random, size }: FileContext): string {
  const words = wordsOf(random);
  return grown(`# ${words.thing()}\n`, size, () => {
    const sentences = Array.from({ length: random.int(2, 7) }, () => words.sentence());
    const list = Array.from({ length: random.int(0, 4) }, () => `- \`${words.verb()}_${words.thing()}\`\n`);
    return `\n## ${words.verb()} ${words.thing()}\n\n${sentences.join(' ')}\n\n${list.join('')}`;
  });
}

export function styleText({ random, size }: FileContext): string {
  const words = wordsOf(random);
  return grown('', size, () => {
    return `.${words.thing()}-${words.field()} {\n  padding: ${random.int(1, 40)}px;\n  color: hsl(${random.int(0, 359)} 50% 50%);\n}\n\n`;
  });
}

export function drawingText({ random, size }: FileContext): string {
  const body = grown('', size, () => {
    const [x, y] = [random.int(0, 999), random.int(0, 999)];
    return `<path d="M${x} ${y}c${random.int(1, 99)} ${random.int(1, 99)} ${x} 0 ${y} ${random.int(1, 99)}z"/>\n`;
  });
  return `<svg viewBox="0 0 999 999" fill="none">\n${body}</svg>\n`;
}

/** A picture as far as readers of text can tell: bytes that are none. */
export function pictureText({ random, size }: FileContext): string {
  return grown('\u0089PNG\r\n\u001a\n\u0000', size, () => String.fromCharCode(random.int(0, 31), random.int(128, 255)));
}
