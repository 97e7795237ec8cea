import type { BindingFact } from '../../../model/facts';
import type { Value } from '../../../model/value';
import type { SyntaxNode } from '../../../syntax/node';
import { madeOnceBy, ownText } from '../of-node';
import { headOf } from '../ranges';
import { isStoreName } from '../store-names';
import { PLUMBING } from './calls';
import type { Resolved } from './declaration';
import type { Slot } from './env/wrapper-shape';
import type { Wrapper } from './env/wrappers';
import { statementOf } from './import-statement';
import { importPath, isLocalModule } from './module-path';
import { own } from './name-of';
import { namedTexts } from './named-texts';
import type { Resolver } from './resolve';
import type { Script } from './script';
import { Spans } from './spans';
import { codeChildren } from './unwrap';
import type { Values } from './values';

const MOST_TYPE = 4000;
const OTHER: Value = { t: 'other' };
const DECLARED =
  /^export\s+(?:default\s+)?(?:declare\s+)?(?:abstract\s+)?(?:async\s+)?(?:function\s*\*?|class)\s*([A-Za-z_$][\w$]*)?/;

/** The names of the module's top level and what they are bound to. */
export function bindingFacts(
  script: Script,
  resolver: Resolver,
  values: Values,
  wrappers: readonly Wrapper[],
): readonly BindingFact[] {
  return new Bindings(script, resolver, values, wrappers).facts();
}

class Bindings {
  readonly #script: Script;
  readonly #resolver: Resolver;
  readonly #values: Values;
  readonly #wrappers: readonly Wrapper[];
  readonly #facts: BindingFact[] = [];
  /** Names that an export list or `module.exports = {...}` gives away. */
  readonly #exported = new Set<string>();
  readonly #exports = new Spans<true>();

  constructor(script: Script, resolver: Resolver, values: Values, wrappers: readonly Wrapper[]) {
    this.#script = script;
    this.#resolver = resolver;
    this.#values = values;
    this.#wrappers = wrappers;
  }

  facts(): readonly BindingFact[] {
    for (const node of this.#script.exports) this.#export(node);
    for (const { name, target, value, declares } of this.#script.assignments) {
      if (!declares) this.#common(name, target, value);
    }
    for (const assignment of this.#script.assignments) {
      const { name, target, value, declares } = assignment;
      if (!declares || this.#script.frames.at(target.startIndex) !== undefined || !/^[\w$]+$/.test(name)) continue;
      const exported = this.#exported.has(name) || this.#exports.at(target.startIndex) !== undefined;
      const bound = this.#bound(value, name);
      if (!exported && bound.t === 'call' && PLUMBING.test(bound.callee)) continue;
      if (bound.t !== 'other' || exported) this.#add(name, bound, target, exported);
    }
    this.#stores();
    for (const wrapper of this.#wrappers) this.#wrapper(wrapper);
    return this.#facts;
  }

  /** Fields that keep data, `private sessions = new Map()`, under the class's name. */
  #stores(): void {
    const { byValue, frames, text } = this.#script;
    for (const [index, { name, target, value }] of byValue) {
      const field = /^this\.#?([\w$]+)$/.exec(name)?.[1];
      if (field === undefined || !isStoreName(field)) continue;
      if (!/^(?:\{\s*\}|\[\s*\]|new (?:Map|Set)\b)/.test(text.slice(index, index + 60))) continue;
      let frame = frames.at(index);
      while (frame !== undefined && frame.data.kind !== 'class') frame = frame.parent;
      if (frame !== undefined && frame.data.name !== '') {
        this.#add(`${frame.data.name}.${field}`, this.#values.of(value), target, false);
      }
    }
  }

  /** Wrappers that no other binding tells: methods, members of what is exported, functions that a list exports. */
  #wrapper(wrapper: Wrapper): void {
    const { owner, name, fn } = wrapper;
    if (owner !== undefined) {
      const member = /^(?:module\.exports|default)$/.test(owner) ? name.slice(1) : owner + name;
      if (/^[\w$]+(?:\.[\w$]+)?$/.test(member)) this.#add(member, wrapperValue(wrapper), fn, true);
    } else if (/^[\w$]+$/.test(name) && !this.#facts.some((fact) => fact.name === name)) {
      this.#add(name, wrapperValue(wrapper), fn, false);
    }
  }

  #add(name: string, value: Value, node: SyntaxNode, exported: boolean): void {
    this.#facts.push({ kind: 'binding', name, value, range: headOf(node), ...(exported && { exported }) });
  }

  #bound(value: SyntaxNode, name: string): Value {
    const { startIndex } = value;
    const head = this.#script.text.slice(startIndex, startIndex + 200);
    if (/^(async\b|function\b|class\b|<|\([^()]*\)\s*(:[^=]*)?=>|[\w$]+\s*=>)/.test(head))
      return this.#made(value, name);
    // A copy of the environment is still the environment to whoever imports it.
    const copied = /^\{\s*\.\.\.\s*((?:process|import\.meta)\.env)\b/.exec(head)?.[1];
    if (copied !== undefined) return { t: 'ref', path: copied };
    const found = this.#values.of(value, name);
    return found.t === 'other' ? this.#made(value, name) : found;
  }

  /** What a function of the file gives: a variable by name, or a client that it makes. */
  #made(node: SyntaxNode, name: string): Value {
    const wrapper = this.#wrappers.find(({ fn }) => fn.id === node.id);
    if (wrapper !== undefined) return wrapperValue(wrapper);
    const declaration = this.#script.names.lookup(name, node.startIndex);
    if (declaration === undefined || !/function/.test(node.type)) return OTHER;
    const made = this.#resolver.returned(declaration, node);
    if (made === undefined || !isMaker(made)) return OTHER;
    return { t: 'call', callee: made.path, args: [], keywords: {} };
  }

  #export(node: SyntaxNode): void {
    const { declared, mayHaveTexts, head } = writtenExport(node, this.#script.text);
    const texts = mayHaveTexts ? textsOf(node) : undefined;
    if (texts !== undefined) this.#add(texts.name, texts.value, node, true);
    else if (declared !== undefined) {
      const { name, isDefault } = declared;
      const fn = codeChildren(node).at(-1);
      const value = fn === undefined || name === undefined ? OTHER : this.#made(fn, name);
      if (name !== undefined) this.#add(name, value, node, true);
      if (isDefault) this.#add('default', name === undefined ? value : { t: 'ref', path: name }, node, true);
    } else if (/^export\s+default\b/.test(head)) {
      const value = node.childForFieldName('value');
      if (value !== null) this.#add('default', this.#local(value, 'default'), node, true);
    } else if (/^export\s*(type\s*)?[{*]/.test(head)) this.#list(node);
    else if (!/^export\s+(type|interface|declare|import|=)/.test(head))
      this.#exports.add(node.startIndex, node.endIndex, true);
  }

  #list(node: SyntaxNode): void {
    const { text } = node;
    const statement = statementOf(node);
    if (statement !== undefined) {
      for (const { name, local, typeOnly } of statement.names) {
        if (typeOnly || local === '*') continue;
        this.#add(local, { t: 'ref', path: importPath(statement.module, name) }, node, true);
      }
      return;
    }
    for (const part of /\{([\s\S]*)\}/.exec(text)?.[1]?.split(',') ?? []) {
      const match = /^\s*([\w$]+)(?:\s+as\s+([\w$]+))?\s*$/.exec(part);
      const [, name, alias] = match ?? [];
      if (name === undefined) continue;
      this.#exported.add(name);
      const declaration = this.#script.names.lookup(name, this.#script.text.length);
      const path = declaration?.kind === 'import' ? declaration.resolved?.path : alias === undefined ? undefined : name;
      if (path !== undefined) this.#add(alias ?? name, { t: 'ref', path }, node, true);
    }
  }

  /** A name stays the name that it has here: its own binding says more. */
  #local(value: SyntaxNode, name: string): Value {
    if (value.type !== 'identifier') return this.#bound(value, name);
    const { text } = value;
    const declaration = this.#script.names.lookup(text, value.startIndex);
    const path = declaration?.kind === 'import' ? (declaration.resolved?.path ?? text) : text;
    return { t: 'ref', path };
  }

  /** `module.exports = x`, `exports.x = y`. */
  #common(name: string, target: SyntaxNode, value: SyntaxNode): void {
    const member = /^(?:module\.)?exports\.([\w$]+)$/.exec(name)?.[1];
    if (member !== undefined) this.#add(member, this.#local(value, member), target, true);
    if (name !== 'module.exports') return;
    this.#add('default', this.#local(value, 'default'), target, true);
    if (value.type !== 'object') return;
    for (const child of codeChildren(value)) {
      if (child.type === 'shorthand_property_identifier') this.#exported.add(child.text);
    }
  }
}

/** How an export is written. */
interface WrittenExport {
  /** The function or class that it declares. */
  readonly declared: { readonly name: string | undefined; readonly isDefault: boolean } | undefined;
  readonly mayHaveTexts: boolean;
  /** What it starts with, where it declares none. */
  readonly head: string;
}

const MOST_HEAD = 400;

const writtenExport = madeOnceBy((node: SyntaxNode, text: string): WrittenExport => {
  const { startIndex, endIndex } = node;
  const head = text.slice(startIndex, Math.min(endIndex, startIndex + MOST_HEAD));
  const match = DECLARED.exec(head);
  return {
    declared: match === null ? undefined : { name: own(node, match[1]), isDefault: /^export\s+default/.test(head) },
    mayHaveTexts: TEXTS.test(head),
    head: match === null ? ownText(node, head) : '',
  };
});

/** How what `namedTexts` tells of starts. */
const TEXTS = /^export\s+(?:declare|type|enum|const)\b/;

function textsOf(node: SyntaxNode): ReturnType<typeof namedTexts> {
  return node.endIndex - node.startIndex <= MOST_TYPE ? namedTexts(node.text) : undefined;
}

/** Whether what a function returns is a client of a package, rather than data that one gave. */
function isMaker({ path, module }: Resolved): boolean {
  if (module === '' || isLocalModule(module)) return false;
  const names = path.slice(module.length + 1).split('.');
  const last = names.at(-1) ?? '';
  return last === '' || (names.length <= 2 && /^([A-Z]|create|connect|make|init|build|from)/.test(last));
}

/**
 * A function that reads the variable its argument names: a call of `process.env` whose `{0}` is that argument's
 * position, so that calls from other files can be told as reads.
 */
function wrapperValue(wrapper: Wrapper): Value {
  const text = (v: string): Value => ({ t: 'string', v });
  const slot = ({ index, key }: Slot): Value => ({
    t: 'ref',
    path: key === undefined ? `{${index}}` : `{${index}.${key}}`,
  });
  const { fallback, required, many, prefix, suffix, upper, cast } = wrapper;
  return {
    t: 'call',
    callee: 'process.env',
    args: [slot(wrapper.parameter)],
    keywords: {
      presence: text(wrapper.presence),
      ...(fallback !== undefined && { fallback: slot(fallback) }),
      ...(wrapper.default !== undefined && { default: text(wrapper.default) }),
      ...(cast !== undefined && { cast: text(cast) }),
      ...(many !== undefined && { many: text(many) }),
      ...(prefix !== undefined && { prefix: text(prefix) }),
      ...(suffix !== undefined && { suffix: text(suffix) }),
      ...(upper === true && { upper: { t: 'bool', v: true } }),
      ...(required !== undefined && { required: slot(required), requires: { t: 'bool', v: required.own } }),
    },
  };
}
