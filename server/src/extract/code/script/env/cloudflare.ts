import { isIn } from '../../scan';
import type { Script } from '../script';
import type { EnvObject } from './env-object';

type Allows = (name: string) => boolean;

const NAME = /\benv\b/;
const BINDINGS = /\b(Env|Bindings)\b/;
const TYPES = /\b(?:interface|type)\s+([A-Za-z_$][\w$]*)\s*(?:=\s*)?\{([^{}]{0,6000})\}/g;
const MEMBER = /([A-Za-z_$][\w$]*)\s*\??\s*:\s*([^;,\n]+)/g;
const GENERIC = /\bBindings\s*:\s*(?:([A-Za-z_$][\w$.]*)|\{([^{}]{0,4000})\})/;

/**
 * The environment of a worker, which is handed to handlers: `env.X` where a type of this file says that it is a text,
 * `c.env.X` where Hono is told of bindings. Databases, buckets and queues among the bindings are no variables.
 */
export function workerEnvs(script: Script): readonly EnvObject[] {
  const { text } = script;
  if (!isIn(NAME, script.file) || !isIn(BINDINGS, script.file)) return [];
  const types = new Map<string, Allows>();
  for (const match of text.matchAll(TYPES)) types.set(match[1] ?? '', textMembers(match[2] ?? ''));
  return [...typedNames(script, types), ...honoContexts(script, types), ...pagesFunctions(script, types)];
}

function textMembers(body: string): Allows {
  const names = new Set<string>();
  for (const match of body.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '').matchAll(MEMBER)) {
    if (/^(string\b|['"])/.test(match[2] ?? '')) names.add(match[1] ?? '');
  }
  return (name) => names.has(name);
}

function typedNames(script: Script, types: ReadonlyMap<string, Allows>): readonly EnvObject[] {
  const objects: EnvObject[] = [];
  // `export default { fetch(request, env) {} } satisfies ExportedHandler<Env>`.
  const handler = /\bExportedHandler<\s*([\w$]+)\s*>/.exec(script.text)?.[1];
  for (const match of script.text.matchAll(/(?<![\w$.])env(?=\s*(?:[.[]|\?\.|\}?\s*;|\n))/g)) {
    const declaration = script.names.lookup('env', match.index);
    if (declaration?.kind !== 'parameter') continue;
    const type = declaration.type ?? handler;
    const allows = type === undefined ? undefined : types.get(type);
    const node = allows === undefined ? null : script.nodeAt(match.index);
    if (allows !== undefined && node?.type === 'identifier') objects.push({ node, accessor: 'env', allows });
  }
  return objects;
}

function honoContexts(script: Script, types: ReadonlyMap<string, Allows>): readonly EnvObject[] {
  const generic = /\bHono\b/.test(script.text) ? GENERIC.exec(script.text) : null;
  if (generic === null) return [];
  const isPlain: Allows = (name) =>
    /^[A-Z][A-Z0-9_]*$/.test(name) && !/^(DB|KV|AI|BUCKET|CACHE|ASSETS|QUEUE)$/.test(name);
  const allows = generic[2] === undefined ? (types.get(generic[1] ?? '') ?? isPlain) : textMembers(generic[2]);
  const objects: EnvObject[] = [];
  for (const match of script.text.matchAll(/(?<![\w$.])(c|ctx|context)\s*\.\s*env\b/g)) {
    const node = script.nodeAt(match.index);
    const object = node?.type === 'identifier' ? node.parent : null;
    if (object?.type === 'member_expression') objects.push({ node: object, accessor: 'c.env', allows });
  }
  return objects;
}

/** `const onRequest: PagesFunction<Env> = async ({ env }) => ...`, or with the context as a whole. */
function pagesFunctions(script: Script, types: ReadonlyMap<string, Allows>): readonly EnvObject[] {
  const objects: EnvObject[] = [];
  const typed =
    /\bPagesFunction<\s*([\w$]+)\s*>\s*=\s*(?:async\s*)?\(?\s*(?:\{[^{}]{0,200}?\benv\b[^{}]{0,200}\}|([\w$]+))\s*\)?\s*=>/g;
  for (const match of script.text.matchAll(typed)) {
    const allows = types.get(match[1] ?? '');
    let fn = script.nodeAt(match.index + match[0].length - 1);
    if (fn?.type !== 'arrow_function') fn = fn?.parent ?? null;
    if (allows === undefined || fn?.type !== 'arrow_function') continue;
    const context = match[2];
    const pattern =
      context === undefined
        ? /(?<![\w$.])env(?=\s*[.[])/g
        : new RegExp(`(?<![\\w$.])${context.replaceAll('$', '\\$')}\\.env\\b`, 'g');
    pattern.lastIndex = match.index + match[0].length;
    for (
      let use = pattern.exec(script.text);
      use !== null && use.index < fn.endIndex;
      use = pattern.exec(script.text)
    ) {
      const at = script.nodeAt(use.index);
      const node = context === undefined ? at : at?.parent;
      if (node != null && /^(identifier|member_expression)$/.test(node.type))
        objects.push({ node, accessor: 'env', allows });
    }
  }
  return objects;
}
