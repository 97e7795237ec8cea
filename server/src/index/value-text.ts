import type { DetailUnit } from '../catalog/service';
import type { Value } from '../model/value';
import { amountOf, measured, measuredText, unitOfKey } from './measures';

type Call = Extract<Value, { t: 'call' }>;

/** Owners of names that tell nothing until they are followed: settings, configuration, the object itself. */
const OPAQUE_OWNERS = /(?:^|[./])(?:settings|config|conf|cfg|env|options|opts|self|this|cls|props|process|args)\./i;

/** Calls that hand on what they are given. */
const HANDS_ON =
  /^(?:int|float|str|bool|list|tuple|set|Number|String|Boolean|parseInt|parseFloat|(?:pathlib\.)?Path|String\.to_(?:integer|atom|existing_atom)|Path\.expand)$/;

/** Settings that are looked up while the program runs: what they hold is told where they are set. */
const LOOKS_UP =
  /^(?:Application\.(?:get|fetch|compile)_env!?|System\.\w+|.*\b(?:get|getOrThrow|fetch|getConfig|get_config))$/;

const JOINS = /^(?:os\.path\.join|(?:node:)?path\.(?:join|resolve)|Path\.join)$/;

/** A folder that a path starts at: readers know the path below it. */
const BASE_FOLDER = /(?:dir|root|path|dirname|folder)$/i;

/**
 * A value as a reader would write it, or undefined where it says nothing. Variables stand in braces: `{API_URL}`. The
 * unit is what its numbers count.
 */
export function valueText(value: Value, unit?: DetailUnit): string | undefined {
  switch (value.t) {
    case 'string':
      return unit === undefined ? value.v : measuredText(value.v, unit);
    case 'number':
      return unit === undefined ? String(value.v) : measured(value.v, unit);
    case 'bool':
      return String(value.v);
    case 'ref':
      return nameText(value.path);
    case 'call':
      return callText(value, unit);
    case 'env': {
      const fallback = value.default === undefined ? undefined : valueText(value.default, unit);
      return fallback === undefined || fallback === '' ? `{${value.name}}` : `${fallback} ({${value.name}})`;
    }
    case 'either':
      return joined(value.options, ' or ', unit);
    case 'template':
      return templateText(value.parts);
    case 'map': {
      const texts = Object.entries(value.entries).map(([key, entry]) => {
        const text = valueText(entry, unit ?? unitOfKey(key));
        return text === undefined ? undefined : `${key}: ${text}`;
      });
      const known = texts.filter((text) => text !== undefined);
      return known.length === 0 ? undefined : known.join(', ');
    }
    case 'list':
      return elixirDuration(value.items) ?? withOptions(value.items, unit) ?? joined(value.items, ', ', unit);
    default:
      return undefined;
  }
}

/** `{Oban.Plugins.Cron, crontab: [...]}`: a module and what it is given. */
function withOptions([first, second, ...others]: readonly Value[], unit: DetailUnit | undefined): string | undefined {
  if (first?.t !== 'ref' || second?.t !== 'map' || others.length > 0) return undefined;
  const [name, options] = [valueText(first), valueText(second, unit)];
  return name === undefined || options === undefined ? undefined : `${name} (${options})`;
}

function joined(values: readonly Value[], separator: string, unit: DetailUnit | undefined): string | undefined {
  const texts = values.map((value) => valueText(value, unit)).filter((text) => text !== undefined);
  // `info ({LOG_LEVEL}) or info` says the second twice.
  const own = texts.filter((text) => !texts.some((other) => other.startsWith(`${text} ({`)));
  return own.length === 0 ? undefined : [...new Set(own)].join(separator);
}

/** Atoms, constants and classes name themselves; paths of code say nothing to a reader. */
function nameText(path: string): string | undefined {
  if (/^:\w+[?!]?$/.test(path)) return path.slice(1);
  // A constant that leads nowhere would read like a variable of the environment.
  if (/^[A-Z0-9]+_[A-Z0-9_]+$/.test(path)) return undefined;
  if (/^[A-Z]\w*(\.[A-Z]\w*)*$/.test(path)) return path;
  const last = path.slice(path.lastIndexOf('.') + 1);
  return /^[A-Z]\w*$/.test(last) && !OPAQUE_OWNERS.test(path) ? last : undefined;
}

function callText(call: Call, unit: DetailUnit | undefined): string | undefined {
  const [first] = call.args;
  const name = call.callee.slice(call.callee.lastIndexOf('.') + 1);
  // A module's own function, `next-auth/providers/google`, is named by where it lies.
  if (/^[@\w-]+(?:\/[\w-]+)+$/.test(call.callee)) return call.callee.slice(call.callee.lastIndexOf('/') + 1);
  if (name === 'timedelta') return deltaText(call);
  if (call.callee === '+') return fromNowText(call);
  if (call.callee === '/') return undefined;
  // `new Date(Date.now() + 3600000)` is that moment.
  if (call.callee === 'Date' && first?.t === 'call' && first.callee === '+') return fromNowText(first);
  if (HANDS_ON.test(call.callee)) return first === undefined ? undefined : valueText(first, unit);
  if (LOOKS_UP.test(call.callee)) return undefined;
  if (JOINS.test(call.callee)) {
    const parts = isBaseFolder(first) ? call.args.slice(1) : call.args;
    const texts = parts.map((part) => valueText(part));
    return texts.includes(undefined) ? undefined : texts.join('/');
  }
  const texts = [...call.args.map((arg) => valueText(arg)), valueText({ t: 'map', entries: call.keywords })];
  const known = texts.filter((text) => text !== undefined);
  // What a helper returns is unknown; a class names what it makes.
  if (known.length === 0 && !/^[A-Z]/.test(name)) return undefined;
  return known.length === 0 ? name : `${name}(${known.join(', ')})`;
}

/** `now + timedelta(days=7)`, `Date.now() + 3600000`. */
function fromNowText({ args, keywords }: Call): string | undefined {
  const [, span] = args;
  const unit = keywords['unit'];
  if (span === undefined) return undefined;
  const text = valueText(span, unit?.t !== 'string' ? undefined : unit.v === 'ms' ? 'ms' : 's');
  return text === undefined ? undefined : `${text} from now`;
}

/** `timedelta(minutes=15)`; its positions are days, seconds, microseconds. */
function deltaText({ args, keywords }: Call): string | undefined {
  const [days, seconds] = args;
  const parts = Object.entries({ ...(days && { days }), ...(seconds && { seconds }), ...keywords }).map(
    ([unit, amount]) => timeText(amount, unit),
  );
  return parts.length === 0 || parts.includes(undefined) ? undefined : parts.join(' ');
}

/** `{15, :minutes}`, which is how Elixir's libraries write a duration. */
function elixirDuration(items: readonly Value[]): string | undefined {
  const [amount, unit] = items;
  if (items.length !== 2 || amount === undefined || unit?.t !== 'ref' || !unit.path.startsWith(':')) return undefined;
  return timeText(amount, unit.path);
}

function timeText(amount: Value, unit: string): string | undefined {
  if (amount.t !== 'env') {
    const text = valueText(amount);
    return text === undefined ? undefined : amountOf(text, unit);
  }
  const fallback = amount.default === undefined ? undefined : valueText(amount.default);
  const text = amountOf(fallback ?? `{${amount.name}}`, unit);
  return text === undefined || fallback === undefined ? text : `${text} ({${amount.name}})`;
}

function templateText(parts: readonly Value[]): string {
  const [first, next] = parts;
  const below = isBaseFolder(first) && next?.t === 'string' && next.v.startsWith('/');
  return (below ? parts.slice(1) : parts)
    .map((part, index) => {
      const text =
        part.t === 'string' || part.t === 'number'
          ? String(part.v)
          : part.t === 'template'
            ? templateText(part.parts)
            : undefined;
      return (below && index === 0 ? text?.slice(1) : text) ?? (part.t === 'env' ? `{${part.name}}` : '{}');
    })
    .join('');
}

function isBaseFolder(value: Value | undefined): boolean {
  return value?.t === 'ref' && BASE_FOLDER.test(value.path);
}
