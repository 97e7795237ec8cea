import type { Value } from '../../../model/value';
import type { SyntaxNode } from '../../../syntax/node';
import { argumentsOf } from './arguments';
import type { CallContext } from './calls';

/** The path that a `config` call begins with: `:my_app.MyApp.Repo`. */
export function configBase(context: CallContext, call: SyntaxNode): string | undefined {
  const parts = configParts(context, argumentsOf(call).positional.slice(0, 2));
  return parts === undefined ? undefined : parts.join('.');
}

/** The application and the key, where one is given. */
export function configParts(context: CallContext, positional: readonly SyntaxNode[]): readonly string[] | undefined {
  const names = positional.map((node) => context.values.of(node));
  const [app, key] = names;
  if (app?.t !== 'ref' || !app.path.startsWith(':')) return undefined;
  if (key === undefined) return [app.path];
  const keyText = keyName(key);
  return keyText === undefined ? undefined : [app.path, keyText];
}

function keyName(key: Value): string | undefined {
  return key.t === 'ref' ? key.path.replace(/^:/, '') : undefined;
}
