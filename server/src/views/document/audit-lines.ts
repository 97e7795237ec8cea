import { isScriptPath } from '../../index/script-path';
import { HIDDEN, type Value } from '../../model/value';
import type { DocumentContext } from './context';
import { factsOf } from './facts-of';
import { code, fileLink, link, some } from './markdown';
import { moduleLine, type OwnModule, ownModules, stem } from './own-modules';

const AUDIT = /(^|[-_.])(audit[-_]?(log|logs|logger|trail|service|actions?|events?|types?)?)([-_.]|$)/i;
/** What an action's name looks like where nothing else says that it is one: `LOGIN_FAILED`, `user.created`. */
const UNMISTAKABLE = /^[A-Z][A-Z0-9]+(_[A-Z0-9]+)+$|^[a-z][a-z0-9_-]*(\.[a-z][a-z0-9_-]*){1,3}$/;
const NAME = /^[\w.:-]{3,60}$/;
const SHOWN_ACTIONS = 40;

/** What is written to an audit log: the actions that its module names, and those of the calls that write it. */
export function auditLines(context: DocumentContext): readonly string[] {
  const { snapshot } = context;
  const actions = new Set<string>();
  for (const { fact } of factsOf(snapshot, 'call')) {
    if (!/audit/i.test(fact.callee)) continue;
    for (const value of [...fact.args, { t: 'map' as const, entries: fact.keywords }]) {
      for (const action of actionsIn(value)) actions.add(action);
    }
    const writes =
      /audit[^.]*$/i.test(fact.callee) || /audit[^./]*\.(log|record|track|write|create|add|emit)$/i.test(fact.callee);
    for (const arg of writes ? fact.args : []) {
      if (arg.t === 'string' && UNMISTAKABLE.test(arg.v)) actions.add(arg.v);
    }
  }
  const lists = factsOf(snapshot, 'binding').filter(({ fact, path }) => {
    if (!/(action|event)s?(types?|names?)?$/i.test(fact.name.replaceAll('_', ''))) return false;
    return /audit/i.test(fact.name) || AUDIT.test(stem(path));
  });
  const places = lists.flatMap(({ fact, path, line }) => {
    const listed = listedActions(fact.value);
    for (const action of listed) actions.add(action);
    return listed.length === 0 ? [] : [{ path, line }];
  });
  if (actions.size === 0) return [];
  const named = places.length === 0 ? '' : ` (${some(places.map(link), 2)})`;
  return [
    ...moduleLines(
      ownModules(context, AUDIT).filter(({ path }) => !isScriptPath(path) && !/\.(tsx|jsx|vue|svelte)$/.test(path)),
    ),
    `- Tracked actions: ${some([...actions].sort().map(code), SHOWN_ACTIONS)}${named}`,
  ];
}

/** Modules of which only the file is known share a line; beside one that others use, they say nothing. */
function moduleLines(modules: readonly OwnModule[]): readonly string[] {
  const isAlone = (module: OwnModule): boolean => module.users.length === 0;
  const alone = modules.filter(isAlone).map(({ path }) => fileLink(path));
  return [
    ...modules.filter((module) => !isAlone(module)).map((module) => moduleLine('Implementation', module)),
    ...(alone.length === 0 || alone.length < modules.length ? [] : [`- Implementation: ${some(alone, 6)}`]),
  ];
}

function actionsIn(value: Value): readonly string[] {
  if (value.t !== 'map') return [];
  return Object.entries(value.entries).flatMap(([key, entry]) => {
    if (!/^(action|event|event_?type|action_?type)$/i.test(key)) return [];
    const options = entry.t === 'either' ? entry.options : [entry];
    return options.flatMap((option) => (option.t === 'string' && NAME.test(option.v) ? [option.v] : []));
  });
}

/** A list of names, or a table whose values are names. One that is something else names no actions at all. */
function listedActions(value: Value): readonly string[] {
  const named =
    value.t === 'list'
      ? value.items.map((item) => (item.t === 'string' ? item.v : ''))
      : value.t === 'map'
        ? Object.entries(value.entries).map(([key, entry]) => (entry.t === 'string' ? shownName(key, entry.v) : ''))
        : [];
  return named.length > 1 && named.every((name) => NAME.test(name)) ? named : [];
}

/** `PASSWORD_CHANGED: 'PASSWORD_CHANGED'` is hidden for its name, which is no secret. */
function shownName(key: string, text: string): string {
  return text === HIDDEN ? key : text;
}
