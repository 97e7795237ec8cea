import type { EnvReadFact, Presence } from '../../../../model/facts';
import type { SyntaxNode } from '../../../../syntax/node';
import { functionAt, type Script } from '../script';
import { codeChildren, stringOf } from '../unwrap';
import type { OpenRead } from './direct-reads';
import { assemble, defaultOf, type EnvContext, fromUse, VARIABLE } from './env-context';
import { RAISES } from './exits';
import { useOf } from './presence';

/** A function of this file that reads the variable which one of its parameters names. */
export interface Wrapper {
  readonly fn: SyntaxNode;
  readonly name: string;
  /** Position of the parameter that names the variable. */
  readonly parameter: number;
  readonly presence: Presence;
  /** Position of the parameter that holds the default. */
  readonly fallback?: number;
  /** The default where a call gives none. */
  readonly default?: string;
  readonly cast?: string;
}

export interface Wrapped {
  readonly facts: readonly EnvReadFact[];
  readonly wrappers: readonly Wrapper[];
  /** Reads with open names that no wrapper explains. */
  readonly open: readonly OpenRead[];
}

/** Follows reads by parameter to the calls that give the name, through at most two functions. */
export function wrappedReads(context: EnvContext, open: readonly OpenRead[]): Wrapped {
  const wrappers: Wrapper[] = [];
  const rest: OpenRead[] = [];
  for (const read of open) {
    const wrapper = wrapperOf(context, read);
    if (wrapper === undefined) rest.push(read);
    else if (!wrappers.some(({ fn }) => fn.id === wrapper.fn.id)) wrappers.push(wrapper);
  }
  const facts: EnvReadFact[] = [];
  for (let index = 0; index < wrappers.length && index < 40; index += 1) {
    const wrapper = wrappers[index];
    if (wrapper === undefined) continue;
    for (const call of callsOf(context.script, wrapper)) {
      const args = codeChildren(call.args);
      const name = args[wrapper.parameter];
      const text = stringOf(name);
      if (text !== undefined && VARIABLE.test(text)) facts.push(wrappedFact(context, wrapper, call.node, args, text));
      else if (name?.type === 'identifier') {
        const outer = wrapperOf(context, { node: call.node, index: name, accessor: wrapper.name });
        if (outer === undefined || wrappers.some(({ fn }) => fn.id === outer.fn.id)) continue;
        const presence =
          outer.presence === 'bare' && wrapper.fallback === undefined ? wrapper.presence : outer.presence;
        const cast = outer.cast ?? wrapper.cast;
        wrappers.push({ ...outer, presence, ...(cast !== undefined && { cast }) });
      }
    }
  }
  return { facts, wrappers, open: rest };
}

interface Parameter {
  readonly name: string;
  readonly value: SyntaxNode | null;
}

function wrapperOf(context: EnvContext, read: OpenRead): Wrapper | undefined {
  const { script } = context;
  if (read.index.type !== 'identifier') return undefined;
  const declaration = script.names.lookup(read.index.text, read.index.startIndex);
  if (declaration?.kind !== 'parameter') return undefined;
  const fn = functionAt(script, declaration.at);
  if (fn === undefined) return undefined;
  const name = nameOf(script, fn);
  const parameters = parametersOf(fn);
  const parameter = parameters.findIndex((each) => each.name === read.index.text);
  if (name === undefined || parameter === -1) return undefined;
  const use = useOf(script, read.node, read.index.text);
  const body = fn.childForFieldName('body')?.text.slice(0, 3000) ?? '';
  const fallback = parameters.findIndex(
    (each, index) =>
      index !== parameter &&
      (each.name === use.defaultNode?.text || /^(def|default|fallback|or[A-Z]|or$)/i.test(each.name)),
  );
  const own = fallback === -1 ? undefined : parameters[fallback]?.value;
  const text = own === null || own === undefined ? undefined : defaultOf(context, own, '');
  const literal = fallback === -1 && use.presence === 'default' ? fromUse(context, use, '').default : undefined;
  return {
    fn,
    name,
    parameter,
    presence: presenceOf(use.presence, RAISES.test(body), fallback !== -1, text ?? literal),
    ...(fallback !== -1 && { fallback }),
    ...((text ?? literal) !== undefined && { default: text ?? literal ?? '' }),
    ...castOf(use.cast, body),
  };
}

/** What a call without a default means. */
function presenceOf(found: Presence, raises: boolean, hasFallback: boolean, text: string | undefined): Presence {
  if (text !== undefined) return 'default';
  if (raises) return 'raises';
  return found === 'default' && hasFallback ? 'bare' : found;
}

function castOf(found: string | undefined, body: string): { readonly cast?: string } {
  if (found !== undefined) return { cast: found };
  if (/\bparseInt\s*\(/.test(body)) return { cast: 'int' };
  if (/\b(Number|parseFloat)\s*\(/.test(body)) return { cast: 'number' };
  if (/===?\s*['"](true|1)['"]/.test(body)) return { cast: 'bool' };
  return /\.split\s*\(/.test(body) ? { cast: 'list' } : {};
}

function nameOf(script: Script, fn: SyntaxNode): string | undefined {
  const { type } = fn;
  if (type === 'function_declaration') return fn.childForFieldName('name')?.text;
  if (type === 'method_definition') return `.${fn.childForFieldName('name')?.text ?? ''}`;
  const assigned = script.byValue.get(fn.startIndex);
  if (assigned !== undefined)
    return assigned.name.replace(/^this\.|^(module\.)?exports\./, assigned.name.startsWith('this.') ? '.' : '');
  const around = fn.parent;
  return around?.type === 'pair' ? `.${around.childForFieldName('key')?.text ?? ''}` : undefined;
}

function parametersOf(fn: SyntaxNode): readonly Parameter[] {
  const single = fn.childForFieldName('parameter');
  if (single !== null) return [{ name: single.text, value: null }];
  const list = fn.childForFieldName('parameters');
  if (list === null) return [];
  return codeChildren(list).map((child) => {
    const name = child.childForFieldName('pattern') ?? child.childForFieldName('left') ?? child;
    return { name: name.text, value: child.childForFieldName('value') ?? child.childForFieldName('right') };
  });
}

/** The calls of a function by its name, or of a method by `this.name` and `Class.name`. */
function callsOf(script: Script, wrapper: Wrapper): Script['calls'] {
  const isMethod = wrapper.name.startsWith('.');
  const name = isMethod ? wrapper.name.slice(1) : wrapper.name;
  return script.calls.filter((site) => {
    const start = site.callee.startIndex;
    if (site.args.startIndex - start > 120) return false;
    const written = script.text.slice(start, site.args.startIndex).replace(/<[^()]*>\s*$|\s+|\?\.$/g, '');
    if (isMethod)
      return (
        /^[\w$]+\.#?[\w$]+$/.test(written) && written.endsWith(`.${name}`) && isOwn(script, wrapper, site.node, written)
      );
    if (written !== name) return false;
    const declaration = script.names.lookup(name, start);
    if (declaration === undefined) return false;
    const { node, values } = declaration;
    return node?.id === wrapper.fn.id || values.some((value) => value.id === wrapper.fn.id);
  });
}

/** `this.get()` inside the class itself, or a name that this file declares as the class or an object around it. */
function isOwn(script: Script, wrapper: Wrapper, call: SyntaxNode, written: string): boolean {
  const owner = written.split('.')[0] ?? '';
  const around = script.frames.at(wrapper.fn.startIndex)?.parent;
  if (owner === 'this') {
    return around?.data.kind === 'class' && call.startIndex >= around.start && call.startIndex < around.end;
  }
  const declaration = script.names.lookup(owner, call.startIndex);
  if (declaration === undefined || declaration.kind === 'import') return false;
  const place = wrapper.fn.startIndex;
  const holds = (node: SyntaxNode): boolean => node.startIndex <= place && place < node.endIndex;
  if (declaration.node !== undefined && holds(declaration.node)) return true;
  const name = around?.data.kind === 'class' ? around.data.name : '';
  return declaration.values.some((value) => holds(value) || (name !== '' && value.text.startsWith(`new ${name}(`)));
}

function wrappedFact(
  context: EnvContext,
  wrapper: Wrapper,
  node: SyntaxNode,
  args: readonly SyntaxNode[],
  name: string,
): EnvReadFact {
  context.reads.set(node.id, name);
  const use = useOf(context.script, node, name);
  const given = wrapper.fallback === undefined ? undefined : args[wrapper.fallback];
  const isGiven = given !== undefined && given.text !== 'undefined' && given.type !== 'null';
  const text = isGiven ? defaultOf(context, given, name) : wrapper.default;
  const around = fromUse(context, use, name);
  const presence = isGiven ? 'default' : wrapper.presence;
  const cast = around.cast ?? wrapper.cast;
  // A wrapper that returns what it finds leaves the rest to the code around the call.
  const open = presence === 'bare' || presence === 'guarded' || presence === 'compared';
  return assemble(context, node, name, wrapper.name.replace(/^\./, ''), {
    ...(open ? { ...around, ...(around.presence === 'bare' && { presence }) } : { presence }),
    ...(!open && text !== undefined && { default: text }),
    ...(cast !== undefined && { cast }),
    ...(around.boundTo !== undefined && { boundTo: around.boundTo }),
  });
}
