import type { ReadHelper } from '../../../../model/facts';
import type { SyntaxNode } from '../../../../syntax/node';
import { defaultText } from '../../../redact';
import { type Arguments, readArguments } from '../arguments';
import { plainString } from '../literals';
import type { Names } from '../names';
import { closingBracket } from '../parameters';
import { enclosing, type Scope } from '../scope-tree';
import type { CallSite, PythonSource } from '../source';
import { dottedAt } from '../source';
import type { Access } from './access';
import { constantText } from './constant-name';
import { type Helper, helperAround, partsOfShape, shaped } from './helper';
import { isNoRead } from './writes';

/** Wrapper functions around accessors, found by their body. */
export class Helpers {
  readonly #source: PythonSource;
  readonly #names: Names;
  readonly #byStart = new Map<number, Helper>();
  /** Which helper an access is the inside of. */
  readonly #around = new Map<number, number>();
  readonly #called = new Set<Helper>();

  constructor(source: PythonSource, names: Names, accesses: readonly Access[]) {
    this.#source = source;
    this.#names = names;
    // A function that only asks whether a variable exists is learnt where it does nothing else with it.
    for (const access of accesses) if (access.asksOnly !== true) this.#learn(access);
    for (const access of accesses) if (access.asksOnly === true) this.#learn(access);
  }

  /** All that is known of the helpers, but for where they stand. */
  get all(): readonly object[] {
    return [...this.#byStart.values()].map(({ start: _, scope, ...rest }) => ({ ...rest, in: scope?.parent?.name }));
  }

  /** The access is a helper's own: it asks for whatever the helper is given. */
  isParameter(access: Access): boolean {
    return this.#around.has(access.node.id);
  }

  /** The helper that an access is the inside of, if nothing in this file calls it. */
  uncalled(access: Access): ReadHelper | undefined {
    const start = this.#around.get(access.node.id);
    const helper = start === undefined ? undefined : this.#byStart.get(start);
    if (helper === undefined || helper.asksOnly || this.#called.has(helper)) return undefined;
    const { many, shape, required } = helper;
    const owner = helper.isMethod || helper.scope?.parent?.kind === 'class' ? `${helper.scope?.parent?.name}.` : '';
    return {
      name: owner + helper.name,
      nameParameter: helper.nameParameter,
      missing: helper.missing,
      ...(helper.defaultParameter !== -1 && { defaultParameter: helper.defaultParameter }),
      ...(helper.ownDefault !== undefined && { ownDefault: defaultText('', unquoted(helper.ownDefault)) }),
      ...(helper.cast !== undefined && { cast: helper.cast }),
      ...(many !== undefined && { many }),
      ...(shape !== undefined && partsOfShape(shape)),
      ...(required !== undefined && { required }),
    };
  }

  /** The reads that calls of the helpers are. */
  accesses(): readonly Access[] {
    if (this.#byStart.size === 0) return [];
    return this.#source.calls.flatMap((site) => {
      const helper = this.#helperOf(site);
      if (helper === undefined) return [];
      this.#called.add(helper);
      return this.#access(site, helper);
    });
  }

  #learn(access: Access): void {
    const helper = isNoRead(access) ? undefined : helperAround(access, this.#names, this.#source.text);
    if (helper === undefined) return;
    const known = this.#byStart.get(helper.start);
    const kept = known === undefined ? helper : joined(known, helper);
    if (kept !== known) this.#byStart.set(helper.start, kept);
    this.#around.set(access.node.id, helper.start);
  }

  #helperOf(site: CallSite): Helper | undefined {
    const made = /^([A-Z]\w*)\([^()]*\)\.(\w+)$/.exec(site.text);
    const written = made === null ? dottedAt(site.text, 0) : `${made[1]}.${made[2]}`;
    if (written === '' || (made === null && written.length !== site.text.length)) return undefined;
    const dot = written.lastIndexOf('.');
    const name = written.slice(dot + 1);
    if (dot !== -1) return this.#methodOf(written.slice(0, dot), name, site.node.startIndex);
    const [binding] = this.#names.lookup(name, site.node.startIndex);
    if (binding?.kind === 'function') return this.#byStart.get(binding.scope.start);
    if (binding?.kind !== 'value' || binding.node.type !== 'assignment') return undefined;
    const right = binding.node.childForFieldName('right');
    return right?.type === 'lambda' ? this.#byStart.get(right.startIndex) : undefined;
  }

  /** `Config.get`, `self.get` inside the class or one derived from it, `config.get` of `config = Config()`. */
  #methodOf(owner: string, name: string, offset: number): Helper | undefined {
    for (const helper of this.#byStart.values()) {
      const parent = helper.scope?.parent;
      if (helper.name !== name || parent?.kind !== 'class') continue;
      if (owner === parent.name) return helper;
      if (/^(self|cls)$/.test(owner)) {
        const around = enclosing(this.#names.scopes.at(offset), 'class');
        if (around === parent || (around !== undefined && this.#derives(around, parent.name))) return helper;
        continue;
      }
      const constant = /^\w+$/.test(owner) ? this.#names.constant(owner, offset) : undefined;
      if (constant?.type === 'call' && constant.childForFieldName('function')?.text === parent.name) return helper;
    }
    return undefined;
  }

  #derives(scope: Scope, base: string): boolean {
    if (scope.bases === undefined) return false;
    const end = closingBracket(this.#source.text, scope.bases);
    return end !== -1 && new RegExp(`\\b${base}\\b`).test(this.#source.text.slice(scope.bases, end));
  }

  #access(site: CallSite, helper: Helper): readonly Access[] {
    const args = readArguments(site.args, this.#source.text);
    if (helper.many === 'rest') {
      const named = args.positional.slice(helper.nameParameter).filter((node) => node.type !== 'list_splat');
      return named.flatMap((nameNode) => this.#accessOf(site, helper, args, nameNode));
    }
    const nameNode = args.positional[helper.nameParameter] ?? args.keywords.get(helper.nameKeyword);
    return nameNode === undefined ? [] : this.#accessOf(site, helper, args, nameNode);
  }

  #accessOf(site: CallSite, helper: Helper, args: Arguments, nameNode: SyntaxNode): readonly Access[] {
    if (this.#isOwnParameter(nameNode)) return [];
    const text = helper.shape === undefined ? undefined : constantText(nameNode, this.#names);
    if (helper.shape !== undefined && text === undefined) return [];
    const missing = this.#missing(helper, args);
    const given = this.#given(helper, args);
    const defaultNode = given?.type === 'none' && missing === 'raises' ? undefined : given;
    const besides = helper.besides.length === 0 ? undefined : constantText(nameNode, this.#names);
    return [
      ...(besides === undefined ? [] : helper.besides).map(
        (shape): Access => ({
          node: site.node,
          impliedName: shaped({ shape }, besides ?? ''),
          accessor: helper.name,
          missing: 'none',
          asksOnly: true,
        }),
      ),
      {
        node: site.node,
        ...(text === undefined ? { nameNode } : { impliedName: shaped(helper, text) }),
        ...(helper.many === 'list' && { isList: true }),
        accessor: dottedAt(site.text, 0) === site.text ? site.text : helper.name,
        missing,
        ...((helper.asksOnly || missing !== helper.missing) && { asksOnly: true }),
        ...(defaultNode && { defaultNode, hasDefault: true }),
        ...(defaultNode === undefined &&
          helper.ownDefault !== undefined && { defaultText: unquoted(helper.ownDefault), hasDefault: true }),
        ...(helper.cast !== undefined && { cast: helper.cast }),
      },
    ];
  }

  /** `env("X", required=False)` overrules what the helper does by itself. */
  #missing({ missing, required }: Helper, args: Arguments): Access['missing'] {
    if (required === undefined || missing === 'none') return missing;
    const given = args.keywords.get(required.keyword) ?? args.positional[required.index];
    const says = given === undefined ? required.own : given.type !== 'false';
    return says ? 'raises' : 'none';
  }

  #given({ defaultKeyword, defaultParameter, many }: Helper, args: Arguments): SyntaxNode | undefined {
    if (defaultKeyword === undefined) return undefined;
    if (many === 'rest') return args.keywords.get(defaultKeyword);
    return args.positional[defaultParameter] ?? args.keywords.get(defaultKeyword);
  }

  /** A helper that hands its own parameter on is one hop too far. */
  #isOwnParameter(node: SyntaxNode): boolean {
    if (node.type !== 'identifier') return false;
    const scope = enclosing(this.#names.scopes.at(node.startIndex), 'function');
    if (scope === undefined) return false;
    const name = dottedAt(this.#source.text, node.startIndex);
    return this.#names.scopes.parametersOf(scope).some((parameter) => parameter.name === name);
  }
}

function unquoted(text: string): string {
  return plainString(text) ?? text;
}

/** A function that looks up several names made of one: the plain name is what it is asked for. */
function joined(known: Helper, other: Helper): Helper {
  const isSame = known.shape === other.shape || known.many !== undefined || other.many !== undefined;
  if (isSame || known.nameParameter !== other.nameParameter) return known;
  const [main, extra] = known.shape !== undefined && other.shape === undefined ? [other, known] : [known, other];
  return extra.shape === undefined ? main : { ...main, besides: [...known.besides, extra.shape] };
}
