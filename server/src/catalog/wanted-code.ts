import type { WantedCode } from '../model/wanted-code';
import type { Matcher } from './match';
import type { Service } from './service';

const ORDINARY = /^(?:https?|wss?|file)$/i;

/** What the catalog wants of code, for deciding which files are worth reading whole. */
export function wantedCode(matcher: Matcher): WantedCode {
  const needs = new Map<string, 'all' | readonly string[] | undefined>();
  return {
    ofImport: (ecosystem, module, names) => {
      if (/^[.@~]\//.test(module) || module === '') return undefined;
      const key = `${ecosystem}\n${module}\n${names.join()}`;
      if (!needs.has(key)) needs.set(key, needOf(matcher, matcher.importOf(ecosystem, module, names)));
      return needs.get(key);
    },
    ofScheme: (scheme) =>
      !ORDINARY.test(scheme) &&
      [scheme, scheme.replace(/\+.*$/, '')].some((one) => matcher.urlSchemeOf(one).length > 0),
    ofHost: (host) => matcher.hostOf(host).length > 0,
  };
}

function needOf(matcher: Matcher, ids: readonly string[]): 'all' | readonly string[] | undefined {
  if (ids.length === 0) return undefined;
  const words: string[] = [];
  for (const id of ids) {
    const service = matcher.service(id);
    if (service?.callsByRule !== true) return 'all';
    words.push(...wordsOf(service));
  }
  return words.includes('') ? 'all' : words;
}

/** The last names of the calls that its rules know; empty where importing it is calling it: `morgan("dev")`. */
function wordsOf({ calls = [], details = [] }: Service): readonly string[] {
  return [...calls, ...details].map(({ callee }) => {
    const dot = callee.lastIndexOf('.');
    return dot < 0 ? '' : (/[A-Za-z_]\w*/.exec(callee.slice(dot + 1).replace(/^__using__$/, ''))?.[0] ?? '');
  });
}
