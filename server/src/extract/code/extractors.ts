import type { CodeExtractor } from './code-file';
import { extractElixir } from './elixir/extract-elixir';
import { extractPython } from './python/extract-python';
import { extractScript } from './script/extract-script';

/** The extractors that `language.json` may name. A language that names none is read by its captures alone. */
export const CODE_EXTRACTORS: Readonly<Record<string, CodeExtractor>> = {
  elixir: extractElixir,
  python: extractPython,
  script: extractScript,
};
