import type { EnvReadFact } from '../../../../model/facts';
import { importedNames } from '../import-statement';
import { assemble, type EnvContext, VARIABLE } from './env-context';

/** Modules whose exports are variables: a missing one fails the build. */
const STATIC = /^(\$env\/static\/(private|public)|astro:env\/(client|server))$/;

/** `import { API_KEY } from "$env/static/private"`. */
export function importedReads(context: EnvContext): readonly EnvReadFact[] {
  return context.script.imports.flatMap((node) => {
    const start = node.startIndex;
    if (!/\$env\/static|astro:env/.test(context.script.text.slice(start, start + 2000))) return [];
    const statement = importedNames(node.text);
    if (statement === undefined || !STATIC.test(statement.module)) return [];
    return statement.names
      .filter(({ name }) => VARIABLE.test(name) && name !== 'getSecret' && name !== 'default')
      .flatMap(({ name, local }) => {
        const offset = node.text.search(new RegExp(`\\b${name}\\b`));
        const place = context.script.nodeAt(start + Math.max(0, offset)) ?? node;
        return [assemble(context, place, name, statement.module, { presence: 'raises', boundTo: local })];
      });
  });
}
