import type { Match, SyntaxNode } from '../../../syntax/node';
import type { CodeFile } from '../code-file';
import { ModuleNames } from './module-names';
import { DEFINERS, Outline } from './outline';
import { identifierAt, moduleTextAt } from './text-at';

/** A call by a bare name. */
export interface LocalCall {
  readonly name: string;
  readonly node: SyntaxNode;
  readonly start: number;
}

/** A call on a module, the module's name resolved. */
export interface RemoteCall {
  readonly module: string;
  readonly name: string;
  readonly node: SyntaxNode;
  readonly start: number;
}

export interface Named {
  readonly name: string;
  /** The whole definition. */
  readonly node: SyntaxNode;
  readonly value: SyntaxNode;
  readonly start: number;
}

/** A variable on the left of `||`, `&&`, `and`, `or`. */
export interface Tested {
  readonly name: string;
  readonly node: SyntaxNode;
  readonly otherwise: SyntaxNode;
  readonly start: number;
}

/**
 * A file's captures, sorted by what they are. Nodes are touched as little as possible: names are read from the text at
 * a node's start.
 */
export class ElixirSource {
  readonly path: string;
  readonly text: string;
  readonly role: CodeFile['role'];
  readonly locals: readonly LocalCall[];
  readonly remotes: readonly RemoteCall[];
  readonly closures: readonly LocalCall[];
  readonly attributes: readonly Named[];
  readonly variables: readonly Named[];
  readonly tested: readonly Tested[];
  readonly strings: readonly { readonly text: SyntaxNode; readonly node: SyntaxNode }[];
  readonly tuples: readonly { readonly tag: SyntaxNode; readonly node: SyntaxNode }[];
  readonly comments: readonly SyntaxNode[];
  readonly outline: Outline;
  readonly names: ModuleNames;
  readonly #piped = new Map<number, SyntaxNode>();

  constructor(file: CodeFile) {
    this.path = file.path;
    this.text = file.text;
    this.role = file.role;
    const locals: LocalCall[] = [];
    const remoteMatches: (readonly [module: SyntaxNode, name: SyntaxNode, node: SyntaxNode])[] = [];
    const closures: LocalCall[] = [];
    const attributes: Named[] = [];
    const variables: Named[] = [];
    const tested: Tested[] = [];
    const strings: { text: SyntaxNode; node: SyntaxNode }[] = [];
    const tuples: { tag: SyntaxNode; node: SyntaxNode }[] = [];
    const comments: SyntaxNode[] = [];
    const named = (name: SyntaxNode, node: SyntaxNode, value: SyntaxNode): Named => ({
      name: identifierAt(file.text, name.startIndex),
      node,
      value,
      start: node.startIndex,
    });

    for (const match of file.matches) {
      const one = (name: string): SyntaxNode | undefined => firstOf(match, name);
      const call = one('call');
      const local = one('local');
      if (call !== undefined && local !== undefined) {
        locals.push({ name: identifierAt(file.text, local.startIndex), node: call, start: call.startIndex });
        continue;
      }
      const module = one('module');
      const fn = one('function');
      if (call !== undefined && module !== undefined && fn !== undefined) {
        remoteMatches.push([module, fn, call]);
        continue;
      }
      const closure = one('closure');
      if (call !== undefined && closure !== undefined) {
        closures.push({ name: identifierAt(file.text, closure.startIndex), node: call, start: call.startIndex });
        continue;
      }
      const piped = one('piped');
      const into = one('into');
      if (piped !== undefined && into !== undefined) {
        this.#piped.set(into.id, piped);
        continue;
      }
      const value = one('value');
      const attribute = one('attribute');
      const definition = one('definition');
      if (attribute !== undefined && definition !== undefined && value !== undefined) {
        attributes.push(named(attribute, definition, value));
        continue;
      }
      const variable = one('variable');
      const assignment = one('assignment');
      if (variable !== undefined && assignment !== undefined && value !== undefined) {
        variables.push(named(variable, assignment, value));
        continue;
      }
      const test = one('tested');
      const otherwise = one('otherwise');
      if (test !== undefined && otherwise !== undefined) {
        const name = identifierAt(file.text, test.startIndex);
        tested.push({ name, node: test, otherwise, start: test.startIndex });
        continue;
      }
      const string = one('string');
      const text = one('text');
      if (string !== undefined && text !== undefined) {
        strings.push({ text, node: string });
        continue;
      }
      const tuple = one('tuple');
      const tag = one('tag');
      if (tuple !== undefined && tag !== undefined) {
        tuples.push({ tag, node: tuple });
        continue;
      }
      const comment = one('comment');
      if (comment !== undefined) comments.push(comment);
    }

    this.locals = locals;
    this.closures = closures;
    this.attributes = attributes;
    this.variables = variables;
    this.tested = tested;
    this.strings = strings;
    this.tuples = tuples;
    this.comments = comments;
    this.outline = new Outline(
      file.text,
      locals.filter((call) => DEFINERS.has(call.name)).map((call) => call.node),
    );
    this.names = new ModuleNames(this.outline);
    this.#readAliases();
    this.remotes = remoteMatches.map(([module, fn, node]) => ({
      module: this.names.resolve(moduleTextAt(file.text, module.startIndex), module.startIndex),
      name: identifierAt(file.text, fn.startIndex),
      node,
      start: module.startIndex,
    }));
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

function firstOf(match: Match, name: string): SyntaxNode | undefined {
  return match.captures.get(name)?.[0];
}
