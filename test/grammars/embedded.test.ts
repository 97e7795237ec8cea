import { expect, test } from 'vitest';
import { blankAllButScripts } from '../../server/src/extract/code/script/embedded';

/** What is left, and that it stands where it stood. */
function left(text: string): string {
  const blanked = blankAllButScripts(text);
  expect(blanked.length).toBe(text.length);
  for (let at = 0; at < text.length; at += 1) {
    if (blanked[at] !== text[at]) expect(blanked[at]).toBe(' ');
    if (text[at] === '\n' || text[at] === '\r') expect(blanked[at]).toBe(text[at]);
  }
  return blanked.replace(/\s+/g, ' ').trim();
}

test('keeps scripts alone, at their lines and columns', () => {
  const text =
    '<template>\r\n  <p>{{ a > 1 }}</p>\r\n</template>\r\n\r\n<script setup lang="ts">\r\nconst ä = 1\r\n</script>';
  expect(left(text)).toBe('const ä = 1');
  expect(blankAllButScripts(text).split('\n')[5]).toBe('const ä = 1\r');
});

test('keeps both scripts of a component', () => {
  expect(left('<script>\nexport default {}\n</script>\n<script setup>const a = 1</script>')).toBe(
    'export default {} const a = 1',
  );
});

test('a tag may stretch over lines and hold ">" in quotes', () => {
  expect(left('<script\n  lang="ts"\n  generic="T extends A<B>"\n>let b = 2</script>')).toBe('let b = 2');
});

test('takes the code between dashes of an Astro file, and its scripts', () => {
  expect(left('---\nimport A from "a";\n---\n<A />\n<script>run();</script>')).toBe('import A from "a"; run();');
});

test('leaves out what is no code', () => {
  expect(left('<!-- <script>const old = 1</script> -->\n<script>real()</script>')).toBe('real()');
  expect(left('<script type="application/ld+json">{"a": 1}</script>')).toBe('');
  expect(left('<scripted>no</scripted>')).toBe('');
  expect(left('<script src="https://a.example/x.js" />\n<p>text</p>')).toBe('');
  expect(left('<style>a { color: red }</style>')).toBe('');
});

test('accepts module scripts and any case', () => {
  expect(left('<SCRIPT TYPE="module">a()</SCRIPT>')).toBe('a()');
  expect(left("<script type='text/javascript'>b()</script>")).toBe('b()');
});

test('an end that never comes keeps the rest and does not hang', () => {
  expect(left('<script>a()\nb()')).toBe('a() b()');
  expect(left(`<script ${'"'.repeat(50_001)}`)).toBe('');
  expect(left('<script '.repeat(2_000))).toBe('');
});
