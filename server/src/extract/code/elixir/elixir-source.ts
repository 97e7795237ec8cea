import type { SyntaxNode } from '../../../syntax/node';
import type { CodeFile } from '../code-file';
import type { Scanned } from '../scan';
import { type Captures, type LocalCall, type Named, sortCaptures, type Tested } from './captures';
import { ModuleNames } from './module-names';
import { DEFINERS, Outline } from './outline';

/** A call on a module, the module's name resolved. */
export interface RemoteCall {
  readonly module: string;
  readonly name: string;
  readonly node: SyntaxNode;
  readonly start: number;
}

/**
 * A file as its captures tell it. Nodes are touched as little as possible: names are read from the text at a node's
 * start.
 */
export class ElixirSource {
  readonly path: string;
  /** What is looked through for words and patterns. */
  readonly file: Scanned;
  readonly text: string;
  readonly role: CodeFile['role'];
  readonly locals: readonly LocalCall[];
  readonly remotes: readonly RemoteCall[];
  readonly closures: readonly LocalCall[];
  readonly attributes: readonly Named[];
  readonly variables: readonly Named[];
  readonly tested: readonly Tested[];
  readonly strings: Captures['strings'];
  readonly tuples: Captures['tuples'];
  readonly comments: readonly SyntaxNode[];
  readonly outline: Outline;
  readonly names: ModuleNames;
  readonly #piped: ReadonlyMap<number, SyntaxNode>;
  readonly #root: SyntaxNode;

  constructor(file: CodeFile) {
    const { text } = file;
    const captures = sortCaptures(file);
    this.path = file.path;
    this.file = file;
    this.text = text;
    this.role = file.role;
    this.#root = file.root;
    this.locals = captures.locals.sort((a, b) => a.start - b.start);
    this.closures = captures.closures;
    this.attributes = captures.attributes;
    this.variables = captures.variables;
    this.tested = captures.tested;
    this.strings = captures.strings;
    this.tuples = captures.tuples;
    this.comments = captures.comments;
    this.#piped = new Map(captures.piped.map(({ into, value }) => [into.id, value]));
    this.outline = new Outline(
      text,
      this.locals.filter((call) => DEFINERS.has(call.name)).map((call) => call.node),
    );
    this.names = new ModuleNames(this.outline);
    this.#readAliases();
    this.remotes = captures.remotes.map(({ module, name, node, start }) => ({
      module: this.names.resolve(module, start),
      name,
      node,
      start,
    }));
  }

  /** The smallest named node that holds an index. */
  nodeAt(index: number): SyntaxNode | null {
    return this.#root.namedDescendantForIndex(index);
  }

  /** What is piped into a call, its real first argument. */
  pipedInto(call: SyntaxNode): SyntaxNode | undefined {
    return this.#piped.get(call.id);
  }

  scopeAt(index: number): { readonly scope: string } | undefined {
    const scope = this.outline.scopeAt(index);
    return scope === undefined ? undefined : { scope };
  }

  #readAliases(): void {
    for (const call of this.locals) {
      if (call.name !== 'alias') continue;
      const end = this.outline.at(call.start)?.end ?? this.text.length;
      for (const { local, full } of readAlias(this.text.slice(call.start, call.node.endIndex))) {
        this.names.add(local, this.names.resolve(full, call.start), call.start, end);
      }
    }
  }
}

export interface AliasEntry {
  readonly local: string;
  readonly full: string;
}

const ALIAS =
  /^alias[\s(]+([A-Z]\w*(?:\.[A-Z]\w*)*|__MODULE__(?:\.[A-Z]\w*)*|:\w+)(?:\.\{([^}]*)\})?(?:\s*,\s*as:\s*([A-Z][\w.]*))?/;

/** The names that an `alias` statement brings in. */
export function readAlias(statement: string): readonly AliasEntry[] {
  const match = ALIAS.exec(statement);
  const base = match?.[1];
  if (base === undefined) return [];
  const several = match?.[2];
  if (several === undefined) return [{ local: match?.[3] ?? lastSegment(base), full: base }];
  return several
    .replace(/#[^\n]*/g, '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => /^[A-Z][\w.]*$/.test(part))
    .map((part) => ({ local: lastSegment(part), full: `${base}.${part}` }));
}

export function lastSegment(module: string): string {
  return module.slice(module.lastIndexOf('.') + 1);
}
