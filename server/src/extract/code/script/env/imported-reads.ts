import type { EnvReadFact } from '../../../../model/facts';
import { statementOf } from '../import-statement';
import { assemble, type EnvContext, VARIABLE } from './env-context';

/** Modules whose exports are variables. */
const STATIC = /^(\$env\/static\/(private|public)|astro:env\/(client|server)|@env)$/;

/** `import { API_KEY } from "$env/static/private"`. */
export function importedReads(context: EnvContext): readonly EnvReadFact[] {
  return context.script.imports.flatMap((node) => {
    const start = node.startIndex;
    if (!/\$env\/static|astro:env|['"]@env['"]/.test(context.script.text.slice(start, start + 2000))) return [];
    const statement = statementOf(node);
    if (statement === undefined || !STATIC.test(statement.module)) return [];
    return statement.names
      .filter(({ name }) => VARIABLE.test(name) && name !== 'getSecret' && name !== 'default')
      .flatMap(({ name, local }) => {
        const offset = node.text.search(new RegExp(`\\b${name}\\b`));
        const place = context.script.nodeAt(start + Math.max(0, offset)) ?? node;
        return [
          assemble(context, place, name, statement.module, {
            // React Native's plugin puts `undefined` where a variable is missing; the others fail the build.
            presence: statement.module === '@env' ? 'bare' : 'raises',
            boundTo: local,
          }),
        ];
      });
  });
}
