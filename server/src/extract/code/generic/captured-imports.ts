import type { ImportedName, ImportFact } from '../../../model/facts';
import { allCaught, caught, type Match, type SyntaxNode } from '../../../syntax/node';
import { headOf } from '../ranges';
import type { Scopes } from '../scopes';
import { literalText } from './captured-values';

interface Captured {
  readonly node: SyntaxNode;
  readonly module: string;
  readonly names: ImportedName[];
}

/** The imports of a file, gathered match by match: one fact a statement and module, whatever number of matches. */
export class CapturedImports {
  readonly #imports = new Map<number, Captured>();
  readonly #locals = new Map<string, { readonly module: string; readonly name: string }>();

  add(match: Match): void {
    const moduleNode = caught(match, 'import.module');
    const module = moduleNode && literalText(moduleNode);
    if (moduleNode === undefined || module === undefined || module === '') return;
    const known = this.#imports.get(moduleNode.id);
    const node = caught(match, 'import') ?? moduleNode;
    const captured = known ?? { node, module, names: [] };
    this.#imports.set(moduleNode.id, captured);

    const alias = caught(match, 'import.alias')?.text;
    const names = allCaught(match, 'import.name');
    for (const { text } of names) this.#name(captured, text, alias ?? text);
    if (names.length === 0) this.#name(captured, '*', alias ?? lastPart(module));
  }

  facts(scopes: Scopes): readonly ImportFact[] {
    return [...this.#imports.values()].map(({ node, module, names }) => {
      const scope = scopes.at(node);
      return { kind: 'import', range: headOf(node), ...(scope !== undefined && { scope }), module, names };
    });
  }

  /** A dotted callee whose first name was imported, with the module in its place. */
  resolve(callee: string): { readonly callee: string; readonly module: string } | undefined {
    const parts = callee.split(/::|->|\.|:/).map((part) => part.trim());
    const local = this.#locals.get(parts[0] ?? '');
    if (local === undefined || parts.some((part) => !/^[\w$!?]+$/.test(part))) return undefined;
    const path = [local.module, ...(local.name === '*' ? [] : [local.name]), ...parts.slice(1)];
    return { callee: path.join('.'), module: local.module };
  }

  #name({ module, names }: Captured, name: string, local: string): void {
    if (names.some((known) => known.name === name && known.local === local)) return;
    names.push({ name, local });
    this.#locals.set(local, { module, name });
  }
}

/** The name that a module has in the file when nothing else is said: its last part, versions left out. */
function lastPart(module: string): string {
  const parts = module.split(/[/.:\\]+/).filter((part) => part !== '' && !/^v\d+$/.test(part));
  return parts.at(-1) ?? module;
}
