import type { SettingFact } from '../../../model/facts';
import type { SyntaxNode } from '../../../syntax/node';
import { headOf } from '../ranges';
import { follow } from './follow';
import { returnsOf } from './functions';
import type { Script } from './script';
import { codeChildren, unwrap } from './unwrap';
import { keyOf, type Values } from './values';

type System = SettingFact['system'];

/** Build configuration that says what a program talks to: the file's name, its system, and the keys worth telling. */
const FILES: readonly (readonly [RegExp, System, string, RegExp])[] = [
  [
    /^vite\.config\.[cm]?[jt]s$/,
    'vite',
    '',
    /^(server|preview)\.(port|host|proxy\..+)$|^(base|build\.outDir|plugins)$/,
  ],
  [
    /^next\.config\.[cm]?[jt]s$/,
    'next',
    '',
    /^(rewrites|redirects|headers|images|output|basePath|assetPrefix|env|distDir)(\.|$)/,
  ],
  [/^nuxt\.config\.[cm]?[jt]s$/, 'other', 'nuxt.', /^(modules|runtimeConfig|nitro|routeRules|devServer)(\.|$)/],
  [/^drizzle\.config\.[cm]?[jt]s$/, 'other', 'drizzle.', /^(dialect|schema|out|driver|dbCredentials)(\.|$)/],
  [/^vue\.config\.[cm]?[jt]s$/, 'other', 'vue.', /^(devServer\.(port|proxy.*)|publicPath|outputDir)$/],
  [/^(astro|svelte|remix|sst|wxt)\.config\.[cm]?[jt]s$/, 'other', '', /^(adapter|integrations|output|site|base)$/],
  [/^app\.config\.[cm]?[jt]s$/, 'other', 'expo.', /^(expo\.)?(name|slug|scheme|extra|plugins|updates)(\.|$)/],
];

export function settingFacts(script: Script, values: Values): readonly SettingFact[] {
  const name = script.file.path.slice(script.file.path.lastIndexOf('/') + 1);
  const file = FILES.find(([pattern]) => pattern.test(name));
  if (file === undefined) return [];
  const root = configObject(script);
  if (root === undefined) return [];
  const [, system, prefix, wanted] = file;
  const facts: SettingFact[] = [];
  flatten(script, root, '', 0, (path, key, value) => {
    if (!wanted.test(path) || facts.length > 200) return;
    facts.push({
      kind: 'setting',
      system,
      path: `${prefix}${path}`,
      value: values.of(value, lastPart(path)),
      range: headOf(key),
    });
  });
  return facts;
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** Calls back for each key that is worth a fact: leaves, and objects below which nothing more is told apart. */
function flatten(
  script: Script,
  object: SyntaxNode,
  prefix: string,
  depth: number,
  told: (path: string, key: SyntaxNode, value: SyntaxNode) => void,
): void {
  for (const child of codeChildren(object).slice(0, 80)) {
    const entry = entryOf(script, child);
    if (entry === undefined) continue;
    const { key, inner } = entry;
    const path = `${prefix}${entry.name}`;
    // A proxy's entries are addresses; what is below one belongs together.
    const isWhole = /(^|\.)proxy\.[^.]*[/^]/.test(path) || depth >= 2;
    if (inner.type === 'object' && !isWhole) flatten(script, inner, `${path}.`, depth + 1, told);
    else told(path, key, inner);
  }
}

interface Entry {
  readonly name: string;
  readonly key: SyntaxNode;
  /** What it gives: of a function what that returns. */
  readonly inner: SyntaxNode;
}

/** `key: value`, `key() { return value }`. */
function entryOf(script: Script, child: SyntaxNode): Entry | undefined {
  const isMethod = child.type === 'method_definition';
  const key = child.childForFieldName(isMethod ? 'name' : 'key');
  const value = child.type === 'pair' ? child.childForFieldName('value') : child;
  if (key === null || value === null) return undefined;
  const name = child.type === 'pair' ? (keyOf(child) ?? '') : key.text;
  if (name === '' || name.endsWith('.')) return undefined;
  const inner = isMethod || isFunction(value) ? returned(value) : follow(script, value);
  return inner === undefined ? undefined : { name, key, inner };
}

function isFunction(node: SyntaxNode): boolean {
  return /^(arrow_function|function_expression)$/.test(node.type);
}

function returned(fn: SyntaxNode): SyntaxNode | undefined {
  const body = fn.childForFieldName('body');
  if (body === null) return undefined;
  if (body.type !== 'statement_block') return unwrap(body);
  const value = returnsOf(body).at(-1)?.namedChild(0);
  return value === null || value === undefined ? undefined : unwrap(value);
}

/** The object that a configuration file gives, through `defineConfig`, plugins' wrappers and functions. */
function configObject(script: Script): SyntaxNode | undefined {
  const exported = script.exports.find((node) =>
    /^export\s+default\b/.test(script.text.slice(node.startIndex, node.startIndex + 20)),
  );
  let node =
    exported?.childForFieldName('value') ??
    script.assignments.find(({ name }) => name === 'module.exports')?.value ??
    null;
  for (let steps = 0; node !== null && steps < 10; steps += 1) {
    const inner: SyntaxNode = follow(script, node);
    const { type } = inner;
    if (type === 'object') return inner;
    if (isFunction(inner) || type === 'function_declaration') node = returned(inner) ?? null;
    else if (type === 'call_expression') {
      const list = inner.childForFieldName('arguments');
      const args: readonly SyntaxNode[] = list === null ? [] : codeChildren(list);
      node =
        args.find((argument) => /^(object|identifier|arrow_function|call_expression)$/.test(argument.type)) ?? null;
    } else return undefined;
  }
  return undefined;
}
