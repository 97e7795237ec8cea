import type { Value } from '../../../../model/value';
import type { SyntaxNode } from '../../../../syntax/node';
import { isIn } from '../../scan';
import { readArguments } from '../arguments';
import type { Names, Resolved } from '../names';
import { concern, type Parts } from '../parts';
import type { CallSite, MemberSite, PythonSource } from '../source';
import { dottedAt } from '../source';
import { Values } from '../value-of';
import { ownKeys } from '../whole-environment';
import { type Access, isEnvName } from './access';
import { callAccess, conventionalAccess, PLAIN } from './call-access';
import { castName } from './casts';
import { constantText } from './constant-name';
import { Helpers } from './helpers';
import { namesOf } from './name-nodes';
import { setAccesses } from './set-accesses';

const MARKER =
  /environ|getenv|envvar|env_var|\benv\b|decouple|starlette\.config|dotenv|prettyconf|envparse|dj_database_url/i;
const MAX_NESTING = 6;
/** A method of what another call or an expression gives, where that may be the environment. */
const OF_RESULT = /environ|\b(?:Env|FileAwareEnv|AutoConfig|Config|dotenv_values)\(/;

const SUBSCRIPTS = concern<Access>(stays, stays);
const CALLS = concern<Access>(stays, stays);
const MEMBERS = concern<Access>(stays, stays);

/** Nodes know where they are. */
function stays(access: Access): Access {
  return access;
}

/** Every expression of a file that asks for a variable, found once and looked up by node. */
export class Accesses {
  readonly all: readonly Access[];
  readonly helpers: Helpers;
  readonly values: Values;
  readonly #source: PythonSource;
  readonly #names: Names;
  readonly #byNode = new Map<number, Access>();
  readonly #scheme = new Map<string, { readonly cast?: string; readonly default?: Value }>();
  readonly #resolved = new Map<number, { name: string; default?: Value } | undefined>();
  readonly #byHelper: ReadonlySet<Access>;
  #nesting = 0;

  constructor(source: PythonSource, names: Names, parts: Parts) {
    this.#source = source;
    this.#names = names;
    this.values = new Values(source.text, names, (node) => this.at(node));
    const all: Access[] = [];
    if (isIn(MARKER, source.file)) {
      all.push(...parts.each(source.subscripts, SUBSCRIPTS, (site) => this.#subscript(site.node, site.text)));
      all.push(...parts.each(source.calls, CALLS, (site) => this.#call(site)));
      all.push(...parts.each(source.members, MEMBERS, (site) => this.#member(site)));
      all.push(...setAccesses(source, names));
    }
    this.helpers = new Helpers(source, names, all);
    parts.learn(JSON.stringify([this.helpers.all, ...this.#scheme]));
    const byHelpers = this.helpers.accesses();
    this.#byHelper = new Set(byHelpers);
    all.push(...byHelpers);
    for (const access of all) this.#byNode.set(access.node.id, access);
    this.all = all;
  }

  /** The variable that a node reads in place, with its default as a value. */
  at(node: SyntaxNode): { readonly name: string; readonly default?: Value } | undefined {
    const asker = this.#names.asker;
    if (asker?.holds(node.startIndex) === false) asker.more();
    const access = this.#byNode.get(node.id);
    // `dj_database_url.config()` gives what the variable means, not the variable.
    if (access === undefined || /_url\.config$/.test(access.accessor)) return undefined;
    if (this.#byHelper.has(access)) asker?.more();
    // What was found out for others does not tell what it rests on.
    if (asker === undefined && this.#resolved.has(node.id)) return this.#resolved.get(node.id);
    const [first] =
      access.nameNode === undefined
        ? []
        : (namesOf(access.nameNode, { text: this.#source.text, names: this.#names }) ?? []);
    const name = access.impliedName ?? first?.name;
    if (this.#nesting >= MAX_NESTING) this.#names.entangle();
    if (name === undefined || this.#nesting >= MAX_NESTING) return undefined;
    this.#nesting++;
    const values = new Values(this.#source.text, this.#names, (inner) => this.at(inner));
    const fallback =
      access.defaultNode === undefined ? this.schemeOf(name)?.default : values.of(access.defaultNode, name);
    this.#nesting--;
    const read = { name: (access.prefix ?? '') + name, ...(fallback && { default: fallback }) };
    if (asker === undefined) this.#resolved.set(node.id, read);
    return read;
  }

  /** What `environ.Env(DEBUG=(bool, False))` says about a variable. */
  schemeOf(name: string): { readonly cast?: string; readonly default?: Value } | undefined {
    return this.#scheme.get(name);
  }

  #subscript(node: SyntaxNode, written: string): readonly Access[] {
    const value = written === '' ? node.childForFieldName('value') : null;
    const resolved = written === '' ? this.#names.resolveNode(value) : this.#resolve(written, node.startIndex);
    const path = resolved?.path;
    if (path === undefined || !/^(os\.environb?|starlette\.config\.environ|dotenv\.dotenv_values)$/.test(path))
      return [];
    const nameNode = node.childForFieldName('subscript');
    if (nameNode === null) return [];
    const accessor = path === 'dotenv.dotenv_values' ? 'dotenv_values' : path;
    return this.#besides({ node, nameNode, accessor, missing: 'raises' }, value, written);
  }

  #member({ node, key, of }: MemberSite): readonly Access[] {
    const owner = this.#names.resolve(dottedAt(this.#source.text, of.startIndex), of.startIndex);
    if (owner?.path !== 'os.environ' && !(owner?.made === true && owner.path === 'environ.Env')) return [];
    return [{ node, nameNode: key, accessor: 'os.environ', missing: 'none', asksOnly: true }];
  }

  #call(site: CallSite): readonly Access[] {
    const { text } = this.#source;
    const { root } = site;
    const isName = root !== '' && root.length === site.text.length;
    if (!isName && !OF_RESULT.test(site.text)) return [];
    const callee = isName ? null : site.node.childForFieldName('function');
    const resolved = isName ? this.#resolve(root, site.node.startIndex) : this.#names.resolveNode(callee);
    if (resolved === undefined) return root === 'map' && isName ? this.#mapped(site) : this.#starred(site);
    if (/^environ\.(Env|FileAwareEnv)$/.test(resolved.path) && !resolved.made) this.#readScheme(site);
    const access = this.#accessOf(site, resolved);
    if (access === undefined) return [];
    if (looksAround(access, resolved)) this.#names.asker?.more();
    const around = access.accessor.startsWith('env') && text.includes('.prefixed(') ? prefixAround(site.node) : '';
    const prefix = (resolved.made ? prefixOfInstance(text, root) : '') + around;
    const object = callee?.type === 'attribute' ? callee.childForFieldName('object') : null;
    const given = access.hasDefault === true ? access : { ...access, ...this.#partialDefault(root, site) };
    return this.#besides(prefix === '' ? given : { ...given, prefix }, object, root);
  }

  #accessOf(site: CallSite, { path, made }: Resolved): Access | undefined {
    if (!made) return callAccess(site, { path, made }, this.#source.text) ?? this.#foreign(site, path);
    const isInstance = /(^|\.)(Env|FileAwareEnv|Config|AutoConfig)$/.test(path);
    return callAccess(site, { path: isInstance ? `${path}.__call__` : path, made }, this.#source.text);
  }

  /** What a name stands for; `from os import *` gives `environ` and `getenv`. */
  #resolve(written: string, offset: number): Resolved | undefined {
    const resolved = this.#names.resolve(written, offset);
    if (resolved !== undefined || !this.#names.stars.includes('os') || !/^(environ|getenv)\b/.test(written)) {
      return resolved;
    }
    const isFree = this.#names.lookup(/^\w+/.exec(written)?.[0] ?? '', offset).length === 0;
    return isFree ? { path: `os.${written}`, module: 'os', made: false } : undefined;
  }

  /** `map(os.environ.get, ["A", "B"])`. */
  #mapped(site: CallSite): readonly Access[] {
    const [first, list] = readArguments(site.args, this.#source.text).positional;
    if (first === undefined || list === undefined) return [];
    const plain = PLAIN[this.#names.resolveNode(first)?.path ?? ''];
    return plain === undefined ? [] : [{ node: site.node, nameNode: list, isList: true, ...plain }];
  }

  /** The default of `read = partial(os.getenv, default="d")`. */
  #partialDefault(root: string, site: CallSite): Pick<Access, 'defaultNode' | 'hasDefault'> {
    const constant = root.includes('.') ? undefined : this.#names.constant(root, site.node.startIndex);
    if (constant?.type !== 'call' || !/\bpartial\(/.test(constant.text.slice(0, 40))) return {};
    const list = constant.childForFieldName('arguments');
    const defaultNode = readArguments(list, this.#source.text).keywords.get('default');
    return defaultNode === undefined ? {} : { defaultNode, hasDefault: true };
  }

  /** A copy of the environment may hold keys of its own: they hide a variable or stand in for it. */
  #besides(access: Access, value: SyntaxNode | null, written: string): readonly Access[] {
    const { nameNode, node } = access;
    const owner = /^\w+/.exec(written)?.[0];
    const copy = value ?? (owner === undefined ? undefined : this.#names.constant(owner, node.startIndex));
    if (copy === undefined || nameNode === undefined || !/^(os\.environ|dotenv)/.test(access.accessor)) return [access];
    if (!/^(dictionary|binary_operator|call)$/.test(copy.type) || copy.startIndex >= nameNode.startIndex)
      return [access];
    const name = constantText(nameNode, this.#names);
    if (name === undefined || !isEnvName(name)) return [access];
    const { over, under } = ownKeys(copy, (inner) => this.#names.resolveNode(inner));
    if (over.has(name)) return [];
    if (owner !== undefined && value === null) {
      this.#names.asker?.more();
      const between = this.#source.text.slice(copy.endIndex, node.startIndex);
      if (new RegExp(`(?<![\\w.])${owner}\\[["']${name}["']\\]\\s*=[^=]`).test(between)) return [];
    }
    const defaultNode = access.hasDefault === true ? undefined : under.get(name);
    return [defaultNode === undefined ? access : { ...access, defaultNode, hasDefault: true }];
  }

  /** `from config.env import env`, then `env("X")`. */
  #foreign(site: CallSite, path: string): Access | undefined {
    if (/^(environs|environ|os|decouple)\b/.test(path)) return undefined;
    if (!/^env(?:\.\w+)?$/.test(site.text) || !path.endsWith(`.${site.text}`)) return undefined;
    return conventionalAccess(site, site.text.slice(4) || '__call__', this.#source.text);
  }

  /** `from .base import *`, then `env("X")`. */
  #starred(site: CallSite): readonly Access[] {
    const isLocal = this.#names.stars.some((module) => module.startsWith('.') || /settings|config|base/.test(module));
    if (!isLocal || !/^env(\.\w+)?$/.test(site.text)) return [];
    if (this.#names.lookup('env', site.node.startIndex).length > 0) return [];
    const access = conventionalAccess(site, site.text.slice(4) || '__call__', this.#source.text);
    return access === undefined ? [] : [access];
  }

  #readScheme(site: CallSite): void {
    this.#names.asker?.more();
    for (const [name, node] of readArguments(site.args, this.#source.text).keywords) {
      const [type, fallback] = node.type === 'tuple' ? [node.namedChild(0), node.namedChild(1)] : [node, null];
      const cast = type === null ? undefined : castName(type.text);
      this.#scheme.set(name, {
        ...(cast !== undefined && { cast }),
        ...(fallback !== null && { default: this.values.of(fallback, name) }),
      });
    }
  }
}

/** What the access says may rest on code around its function. */
function looksAround({ accessor }: Access, { path, made }: Resolved): boolean {
  return made || accessor.startsWith('env') || path.startsWith('typer.');
}

/** `config = Config(env_prefix="APP_")`, `env = Env(prefix="APP_")`: what every name of an instance begins with. */
function prefixOfInstance(text: string, root: string): string {
  const name = /^\w+/.exec(root)?.[0];
  if (name === undefined || !/\b(?:env_)?prefix\s*=/.test(text)) return '';
  const made = new RegExp(
    `^[ \\t]*${name}\\s*=\\s*[\\w.]+\\([^\\n)]{0,200}\\b(?:env_)?prefix\\s*=\\s*["'](\\w+)["']`,
    'm',
  );
  return made.exec(text)?.[1] ?? '';
}

/** The prefixes of `with env.prefixed("APP_"):` around a node, outermost first. */
function prefixAround(node: SyntaxNode): string {
  let prefix = '';
  let current = node.parent;
  for (let i = 0; current !== null && i < 60; i++, current = current.parent) {
    if (current.type !== 'with_statement') continue;
    const head = current.text.slice(0, 200).split('\n', 1)[0] ?? '';
    prefix = (/\.prefixed\(\s*["'](\w+)["']/.exec(head)?.[1] ?? '') + prefix;
  }
  return prefix;
}
