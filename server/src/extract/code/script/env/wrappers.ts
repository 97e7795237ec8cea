import type { EnvReadFact, Presence } from '../../../../model/facts';
import type { SyntaxNode } from '../../../../syntax/node';
import type { Script } from '../script';
import { codeChildren } from '../unwrap';
import { constantText } from './constant-text';
import { assemble, defaultOf, type EnvContext, fromUse, VARIABLE } from './env-context';
import { RAISES } from './exits';
import type { OpenRead } from './found-reads';
import { type ListedName, listedNames, namesIn } from './listed-names';
import { useOf } from './presence';
import { givenIn, nameShape, parametersOf, type Slot, shapedName } from './wrapper-shape';

/** A function of this file that reads the variable which one of its parameters names. */
export interface Wrapper {
  readonly fn: SyntaxNode;
  /** A method's begins with a dot. */
  readonly name: string;
  /** The class or object that has the method. */
  readonly owner?: string;
  /** The parameter that names the variable. */
  readonly parameter: Slot;
  readonly many?: 'list' | 'rest';
  readonly prefix?: string;
  readonly suffix?: string;
  readonly upper?: boolean;
  readonly presence: Presence;
  /** The parameter that holds the default. */
  readonly fallback?: Slot;
  /** The parameter that says whether absence stops the program, and what it says by itself. */
  readonly required?: Slot & { readonly own: boolean };
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
      facts.push(...factsOfCall(context, wrapper, call.node, args));
      const outer = outerWrapper(context, wrapper, call.node, args);
      if (outer !== undefined && !wrappers.some(({ fn }) => fn.id === outer.fn.id)) wrappers.push(outer);
    }
    facts.push(...handedOn(context, wrapper));
  }
  return { facts, wrappers, open: rest };
}

function factsOfCall(
  context: EnvContext,
  wrapper: Wrapper,
  call: SyntaxNode,
  args: readonly SyntaxNode[],
): readonly EnvReadFact[] {
  const { script } = context;
  const first = givenIn(args, wrapper.parameter);
  if (first === undefined) return [];
  if (wrapper.many !== undefined) {
    const found =
      wrapper.many === 'list'
        ? namesIn(script, first)
        : args.slice(wrapper.parameter.index).flatMap((node) => namedBy(script, node));
    return (found ?? [])
      .filter(({ name }) => VARIABLE.test(name))
      .map(({ node, name }) => assemble(context, node, name, wrapper.name, knownOf(wrapper)));
  }
  const text = constantText(script, first);
  const name = text === undefined ? undefined : shapedName(wrapper, text);
  if (name !== undefined) return VARIABLE.test(name) ? [wrappedFact(context, wrapper, call, args, name)] : [];
  // `["A", "B"].map((name) => read(name))`.
  return (listedNames(context, first)?.names ?? [])
    .filter((found) => VARIABLE.test(found.name))
    .map((found) => assemble(context, found.node, shapedName(wrapper, found.name), wrapper.name, knownOf(wrapper)));
}

function namedBy(script: Script, node: SyntaxNode): readonly ListedName[] {
  if (node.type === 'spread_element') return namesIn(script, node.namedChild(0) ?? node) ?? [];
  const name = constantText(script, node);
  return name === undefined ? [] : [{ node, name }];
}

function knownOf({ presence, default: text, cast }: Wrapper): Partial<EnvReadFact> {
  return { presence, ...(text !== undefined && { default: text }), ...(cast !== undefined && { cast }) };
}

/** A function that hands its own parameter on is a wrapper as well. */
function outerWrapper(
  context: EnvContext,
  wrapper: Wrapper,
  call: SyntaxNode,
  args: readonly SyntaxNode[],
): Wrapper | undefined {
  const name = givenIn(args, wrapper.parameter);
  if (name?.type !== 'identifier' || wrapper.many !== undefined) return undefined;
  const outer = wrapperOf(context, { node: call, index: name, accessor: wrapper.name });
  if (outer === undefined) return undefined;
  const isGiven = wrapper.fallback !== undefined && givenIn(args, wrapper.fallback) !== undefined;
  const { prefix, suffix, upper } = wrapper;
  const presence = outer.presence === 'bare' && !isGiven ? wrapper.presence : outer.presence;
  const cast = outer.cast ?? wrapper.cast;
  return {
    ...outer,
    presence,
    ...(prefix !== undefined && { prefix: prefix + (outer.prefix ?? '') }),
    ...(suffix !== undefined && { suffix: (outer.suffix ?? '') + suffix }),
    ...(upper === true && { upper }),
    ...(presence === wrapper.presence && outer.default === undefined && wrapper.default !== undefined && !isGiven
      ? { default: wrapper.default }
      : {}),
    ...(cast !== undefined && { cast }),
  };
}

/** `["A", "B"].map(requireEnv)`. */
function handedOn(context: EnvContext, wrapper: Wrapper): readonly EnvReadFact[] {
  if (wrapper.name.startsWith('.') || wrapper.parameter.index !== 0 || wrapper.many !== undefined) return [];
  const { script } = context;
  const given = new RegExp(`\\.(?:map|forEach|flatMap)\\(\\s*${wrapper.name.replaceAll('$', '\\$')}\\s*\\)`, 'g');
  return [...script.text.matchAll(given)].flatMap((match) => {
    const member = script.nodeAt(match.index + 1)?.parent;
    const list = member?.type === 'member_expression' ? member.childForFieldName('object') : null;
    const found = list === null ? undefined : namesIn(script, list);
    return (found ?? [])
      .filter(({ name }) => VARIABLE.test(name))
      .map(({ node, name }) => assemble(context, node, shapedName(wrapper, name), wrapper.name, knownOf(wrapper)));
  });
}

const DEFAULTS = /^(def|default|fallback|or[A-Z]|or$)/i;
const REQUIRED = /^(?:isRequired|required|mandatory|strict|throwIfMissing|throwOnMissing)$/;

function wrapperOf(context: EnvContext, read: OpenRead): Wrapper | undefined {
  const { script } = context;
  const shape = nameShape(script, read.index);
  if (shape === undefined) return undefined;
  const { fn, parameter, ...around } = shape;
  const name = nameOf(script, fn);
  if (name === undefined) return undefined;
  const parameters = parametersOf(fn);
  const use = useOf(script, read.node, read.index.text);
  const body = fn.childForFieldName('body')?.text.slice(0, 3000) ?? '';
  const others = parameters.filter((each) => each.name !== parameter.name);
  const fallback = others.find((each) => each.name === use.defaultNode?.text || DEFAULTS.test(each.name));
  const required = others.find((each) => REQUIRED.test(each.name));
  const own = fallback?.value;
  const text = own === null || own === undefined ? undefined : defaultOf(context, own, '');
  const literal = fallback === undefined && use.presence === 'default' ? fromUse(context, use, '').default : undefined;
  const owner = name.startsWith('.') ? ownerOf(script, fn) : undefined;
  return {
    ...around,
    fn,
    name,
    ...(owner !== undefined && { owner }),
    parameter: parameter.slot,
    presence: presenceOf(use.presence, RAISES.test(body), fallback !== undefined, text ?? literal),
    ...(fallback !== undefined && { fallback: fallback.slot }),
    ...(required !== undefined && { required: { ...required.slot, own: required.value?.text !== 'false' } }),
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

/** The class that a method belongs to, or the name of the object. */
function ownerOf(script: Script, fn: SyntaxNode): string | undefined {
  const body = fn.parent?.type === 'pair' ? fn.parent.parent : fn.parent;
  if (body?.type === 'object') {
    return (
      script.byValue.get(body.startIndex)?.name ?? (body.parent?.type === 'export_statement' ? 'default' : undefined)
    );
  }
  const owner = script.frames.at(fn.startIndex);
  const around = owner?.data.kind === 'class' ? owner : owner?.parent;
  return around?.data.kind === 'class' && around.data.name !== '' ? around.data.name : undefined;
}

/** The calls of a function by its name, or of a method by `this.name` and `Class.name`. */
function callsOf(script: Script, wrapper: Wrapper): Script['calls'] {
  const isMethod = wrapper.name.startsWith('.');
  const name = isMethod ? wrapper.name.slice(1) : wrapper.name;
  return script.calls.filter((site) => {
    const start = site.start.startIndex;
    if (site.args.startIndex - start > 120) return false;
    const written = script.text.slice(start, site.args.startIndex).replace(/<[^()]*>\s*$|\s+|\?\.$/g, '');
    if (isMethod && wrapper.owner !== undefined && /^\(?new/.test(written)) {
      return new RegExp(`^\\(?new${wrapper.owner.replaceAll('$', '\\$')}\\([^()]*\\)\\)?\\.${name}$`).test(written);
    }
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
  const given = wrapper.fallback === undefined ? undefined : givenIn(args, wrapper.fallback);
  const isGiven = given !== undefined && given.text !== 'undefined' && given.type !== 'null';
  const says = wrapper.required === undefined ? undefined : givenIn(args, wrapper.required);
  const isOptional =
    wrapper.required !== undefined && (says === undefined ? !wrapper.required.own : says.text === 'false');
  const text = isGiven ? defaultOf(context, given, name) : wrapper.default;
  const around = fromUse(context, use, name);
  const presence = isGiven ? 'default' : isOptional && wrapper.presence === 'raises' ? 'guarded' : wrapper.presence;
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
