import type { ReadHelper } from '../../../../model/facts';
import type { SyntaxNode } from '../../../../syntax/node';
import { defaultText } from '../../../redact';
import { readArguments } from '../arguments';
import type { Names } from '../names';
import { enclosing, type Scope } from '../scope-tree';
import type { CallSite, PythonSource } from '../source';
import { dottedAt } from '../source';
import type { Access } from './access';
import { stops } from './guards';
import { surroundingsOf } from './surroundings';

/** A function of this file that reads the variable it is given the name of. */
interface Helper {
  readonly scope: Scope;
  readonly nameParameter: number;
  readonly nameKeyword: string;
  readonly defaultParameter: number;
  readonly defaultKeyword: string | undefined;
  /** The text of the default that the parameter has itself. */
  readonly ownDefault: string | undefined;
  readonly missing: Access['missing'];
  readonly cast: string | undefined;
  readonly isMethod: boolean;
}

const NO_DEFAULT = /^(None|\.\.\.|[A-Z_]+|object\(\)|\w*(?:UNSET|MISSING|Undefined|NOTSET)\w*)$/;

/** Wrapper functions around accessors, found by their body. */
export class Helpers {
  readonly #source: PythonSource;
  readonly #names: Names;
  readonly #byScope = new Map<Scope, Helper>();
  readonly #inside = new Set<number>();
  readonly #called = new Set<Helper>();

  constructor(source: PythonSource, names: Names, accesses: readonly Access[]) {
    this.#source = source;
    this.#names = names;
    for (const access of accesses) this.#learn(access);
  }

  /** The access is a helper's own: it asks for whatever the helper is given. */
  isParameter(access: Access): boolean {
    return this.#inside.has(access.node.id);
  }

  /** The helper that an access is the inside of, if nothing in this file calls it. */
  uncalled(access: Access): ReadHelper | undefined {
    const scope = enclosing(this.#names.scopes.at(access.node.startIndex), 'function');
    const helper = scope === undefined ? undefined : this.#byScope.get(scope);
    if (helper === undefined || this.#called.has(helper)) return undefined;
    return {
      name: helper.scope.name,
      nameParameter: helper.nameParameter,
      missing: helper.missing,
      ...(helper.defaultParameter !== -1 && { defaultParameter: helper.defaultParameter }),
      ...(helper.ownDefault !== undefined && { ownDefault: defaultText('', unquoted(helper.ownDefault)) }),
      ...(helper.cast !== undefined && { cast: helper.cast }),
    };
  }

  /** The reads that calls of the helpers are. */
  accesses(): readonly Access[] {
    if (this.#byScope.size === 0) return [];
    return this.#source.calls.flatMap((site) => {
      const helper = this.#helperOf(site);
      if (helper === undefined) return [];
      this.#called.add(helper);
      return this.#access(site, helper);
    });
  }

  #learn(access: Access): void {
    const { nameNode } = access;
    if (nameNode?.type !== 'identifier') return;
    const name = dottedAt(this.#source.text, nameNode.startIndex);
    const scope = enclosing(this.#names.scopes.at(nameNode.startIndex), 'function');
    if (scope === undefined) return;
    const isMethod =
      scope.parent?.kind === 'class' && /^(self|cls)$/.test(this.#names.scopes.parametersOf(scope)[0]?.name ?? '');
    const parameters = this.#names.scopes.parametersOf(scope).slice(isMethod ? 1 : 0);
    const nameParameter = parameters.findIndex((parameter) => parameter.name === name);
    if (nameParameter === -1) return;
    const used = access.defaultNode === undefined ? 'default' : access.defaultNode.text;
    const defaultParameter = parameters.findIndex(
      (parameter) => parameter.name === used || /^default/.test(parameter.name),
    );
    const own = parameters[defaultParameter]?.default;
    const body = this.#source.text.slice(scope.start, scope.end);
    const around = surroundingsOf(access.node, name, this.#source.text);
    const written = defaultParameter === -1 ? access.defaultNode?.text : undefined;
    const fixed = written === undefined || /^(?:None|""|'')$/.test(written) ? undefined : written;
    this.#inside.add(access.node.id);
    if (access.asksOnly === true || this.#byScope.has(scope)) return;
    this.#byScope.set(scope, {
      scope,
      isMethod,
      nameParameter,
      nameKeyword: name,
      defaultParameter,
      defaultKeyword: parameters[defaultParameter]?.name,
      ownDefault: fixed ?? (own !== undefined && !NO_DEFAULT.test(own) ? own : undefined),
      missing: access.missing === 'raises' || stops(body) ? 'raises' : 'none',
      cast: access.cast ?? around.cast ?? castOfBody(body),
    });
  }

  #helperOf(site: CallSite): Helper | undefined {
    const written = dottedAt(site.text, 0);
    if (written === '' || written.length !== site.text.length) return undefined;
    const dot = written.lastIndexOf('.');
    const name = written.slice(dot + 1);
    if (dot === -1) {
      const [binding] = this.#names.lookup(name, site.node.startIndex);
      return binding?.kind === 'function' ? this.#byScope.get(binding.scope) : undefined;
    }
    const owner = written.slice(0, dot);
    for (const helper of this.#byScope.values()) {
      const parent = helper.scope.parent;
      if (helper.scope.name !== name || parent?.kind !== 'class') continue;
      if (owner === parent.name || /^(self|cls)$/.test(owner)) return helper;
    }
    return undefined;
  }

  #access(site: CallSite, helper: Helper): readonly Access[] {
    const args = readArguments(site.args, this.#source.text);
    const nameNode = args.positional[helper.nameParameter] ?? args.keywords.get(helper.nameKeyword);
    if (nameNode === undefined || this.#isOwnParameter(nameNode)) return [];
    const given = this.#given(helper, args.positional, args.keywords);
    const defaultNode = given?.type === 'none' && helper.missing === 'raises' ? undefined : given;
    return [
      {
        node: site.node,
        nameNode,
        accessor: dottedAt(site.text, 0),
        missing: helper.missing,
        ...(defaultNode && { defaultNode, hasDefault: true }),
        ...(defaultNode === undefined &&
          helper.ownDefault !== undefined && { defaultText: unquoted(helper.ownDefault), hasDefault: true }),
        ...(helper.cast !== undefined && { cast: helper.cast }),
      },
    ];
  }

  #given(
    helper: Helper,
    positional: readonly SyntaxNode[],
    keywords: ReadonlyMap<string, SyntaxNode>,
  ): SyntaxNode | undefined {
    if (helper.defaultKeyword === undefined) return undefined;
    return positional[helper.defaultParameter] ?? keywords.get(helper.defaultKeyword);
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

function castOfBody(body: string): string | undefined {
  if (/\breturn\s+int\(/.test(body)) return 'int';
  if (/\breturn\s+float\(/.test(body)) return 'float';
  if (/\breturn\b[^\n]*\.lower\(\)[^\n]*(?:==|\bin\b)|\breturn\s+\w+\s+in\s+[({[]["'](?:1|true|yes)/i.test(body))
    return 'bool';
  if (/\breturn\b[^\n]*\.split\(/.test(body)) return 'list';
  return undefined;
}

function unquoted(text: string): string {
  return /^(["'])(.*)\1$/.exec(text)?.[2] ?? text;
}
