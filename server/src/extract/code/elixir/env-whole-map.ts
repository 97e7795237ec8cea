import type { SyntaxNode } from '../../../syntax/node';
import { argumentsOf, namedChildren } from './arguments';
import type { CallContext } from './calls';
import { type EnvCall, NAME, nameIn } from './env-calls';

/** `System.get_env()` gives all variables: those are read that a key, `Map.get`, `Map.take` or a pattern names. */
export function wholeMapReads(context: CallContext, call: SyntaxNode, accessor: string): readonly EnvCall[] {
  const matched = matchedReads(context, call, accessor);
  if (matched.length > 0) return matched;
  const direct = readsOf(context, call, accessor);
  if (direct.length > 0) return direct;
  // `env = System.get_env()`, then `env["KEY"]`.
  const variable = context.source.variables.find(({ value }) => value.id === call.id);
  if (variable === undefined) return [];
  const { text, outline } = context.source;
  const end = outline.at(call.startIndex)?.end ?? text.length;
  const uses = new RegExp(`(?<![\\w@:.])${variable.name}(?=\\s*(?:\\[|\\|>|[,)]))`, 'g');
  uses.lastIndex = call.endIndex;
  const found: EnvCall[] = [];
  for (let use = uses.exec(text); use !== null && use.index < end && found.length < 200; use = uses.exec(text)) {
    const node = context.source.nodeAt(use.index);
    if (node?.type === 'identifier') found.push(...readsOf(context, node, accessor));
  }
  return found;
}

function readsOf(context: CallContext, map: SyntaxNode, accessor: string): readonly EnvCall[] {
  const parent = map.parent;
  if (parent?.type === 'access_call') {
    const key = parent.childForFieldName('key');
    return key === null || key.id === map.id ? [] : [{ node: parent, name: nameIn(context, key), accessor }];
  }
  const { source } = context;
  const reader = source.remotes.find(
    (one) =>
      /^(Map|Keyword|Access)$/.test(one.module) &&
      /^(get|take|fetch!?)$/.test(one.name) &&
      (source.pipedInto(one.node)?.id === map.id || argumentsOf(one.node).positional[0]?.id === map.id),
  );
  if (reader === undefined) return [];
  const given = argumentsOf(reader.node).positional;
  const [key, second] = source.pipedInto(reader.node) === undefined ? given.slice(1) : given;
  if (key === undefined) return [];
  if (reader.name === 'take') return takenReads(context, key, accessor);
  const fallback = second === undefined ? undefined : context.values.of(second);
  return [
    {
      node: reader.node,
      name: nameIn(context, key),
      accessor,
      ...(reader.name === 'fetch!' && { presence: 'raises' as const }),
      ...(reader.name === 'fetch' && { presence: 'guarded' as const }),
      ...(fallback !== undefined && fallback.t !== 'null' && { presence: 'default' as const, default: fallback }),
    },
  ];
}

/** `Map.take(System.get_env(), ["A", "B"])` leaves out what is absent. */
function takenReads(context: CallContext, list: SyntaxNode, accessor: string): readonly EnvCall[] {
  const value = context.values.of(list);
  const places = list.type === 'list' ? namedChildren(list) : [];
  return (value.t === 'list' ? value.items : []).slice(0, 50).flatMap((item, index): readonly EnvCall[] => {
    if (item.t !== 'string' || !NAME.test(item.v)) return [];
    const place = places[index];
    return [
      { node: place ?? list, name: item.v, accessor, presence: 'guarded', ...(place !== undefined && { place }) },
    ];
  });
}

/** `%{"KEY" => key} = System.get_env()` stops where one is missing. */
function matchedReads(context: CallContext, call: SyntaxNode, accessor: string): readonly EnvCall[] {
  const match = call.parent?.type === 'binary_operator' ? call.parent : undefined;
  const map = match?.childForFieldName('operator')?.text === '=' ? match.childForFieldName('left') : undefined;
  if (map?.type !== 'map') return [];
  return map.descendantsOfType('binary_operator').flatMap((pair): readonly EnvCall[] => {
    const key = pair?.childForFieldName('operator')?.text === '=>' ? pair.childForFieldName('left') : null;
    const name = key === null ? undefined : nameIn(context, key);
    return key === null || name === undefined ? [] : [{ node: key, name, place: key, accessor, presence: 'raises' }];
  });
}
