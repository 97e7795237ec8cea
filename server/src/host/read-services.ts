import type { Node } from 'jsonc-parser';
import type { OwnService } from '../catalog/own-service';
import type { Service } from '../catalog/service';
import { generalName, type Kind } from './general-name';
import { type FieldReader, isType, oneOf, readFields, type Tell, text } from './json-fields';

/** A scanned repository says what stands here: nothing of it may cost time or room without end. */
const MOST_SERVICES = 500;
const MOST_ITEMS = 300;
const LONGEST = 200;
const MOST_STARS = 4;

/** The `services` of a project file or a setting. What is wrong is told where it stands, and the rest of it holds. */
export function readServices(node: Node, tell: Tell): readonly OwnService[] | undefined {
  if (!isType(node, 'object', tell)) return undefined;
  const services = new Map<string, OwnService>();
  for (const property of (node.children ?? []).slice(0, MOST_SERVICES)) {
    const [key, value] = property.children ?? [];
    if (key === undefined || value === undefined) continue;
    const id = String(key.value);
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id) || id.length > 60) {
      tell(key.offset, `"${id}" is no id: lower case words joined with -, such as "billing-api".`);
    } else if (services.has(id)) {
      tell(key.offset, `The service "${id}" is here twice; the first one counts.`);
    } else if (isType(value, 'object', tell)) {
      const { replace, ...fields } = readFields(value, `services.${id}.`, FIELDS, tell);
      services.set(id, { id, fields: fields as Partial<Service>, replace: replace === true, offset: key.offset });
    }
  }
  const rest = (node.children?.length ?? 0) - MOST_SERVICES;
  if (rest > 0) tell(node.offset, `Only the first ${MOST_SERVICES} services count; ${rest} are left out.`);
  return [...services.values()];
}

const UNITS = ['ms', 's', 'min', 'h', 'duration', 'bytes'] as const;
const SYSTEMS = ['django', 'phoenix', 'pydantic', 'vite', 'next', 'other'] as const;
const ROLES = ['webhook-signature', 'webhook-event', 'send', 'model', 'client'] as const;

const byEcosystem: FieldReader = (value, tell) =>
  readFields(value, '', { npm: names('package'), pypi: names('package'), hex: names('package') }, tell);

const FIELDS: Readonly<Record<string, FieldReader>> = {
  $schema: text,
  replace: (value, tell) => (isType(value, 'boolean', tell) ? value.value === true : undefined),
  name: plain(80),
  purpose: plain(90),
  type: oneOf('service', 'library'),
  category: plain(60),
  docs: address,
  source: address,
  packages: byEcosystem,
  imports: byEcosystem,
  wraps: names('id'),
  env: names('variable'),
  envHints: names('hint'),
  hosts: names('host'),
  notHosts: names('host'),
  paths,
  urls: names('scheme'),
  images: names('pattern'),
  actions: names('pattern'),
  workflows: names('id'),
  configFiles: names('pattern'),
  systemPackages: names('pattern'),
  commands: names('pattern'),
  settings: rules(['path'], { system: oneOf(...SYSTEMS), path: name('pattern'), value: name('hint') }),
  calls: rules(['callee'], {
    callee: name('pattern'),
    argument: position,
    is: names('hint'),
    role: oneOf(...ROLES),
  }),
  details: rules(['label', 'callee'], {
    label: plain(40),
    callee: name('pattern'),
    keyword: name('hint'),
    argument: position,
    per: position,
    text: plain(80),
    unit: oneOf(...UNITS),
  }),
  settingDetails: rules(['label', 'path'], {
    label: plain(40),
    system: oneOf(...SYSTEMS),
    path: name('pattern'),
    beside: (value, tell) => (isType(value, 'boolean', tell) ? value.value === true : undefined),
    unit: oneOf(...UNITS),
  }),
};

/** A name or a pattern that says enough to be matched, and costs nothing to match. */
function name(kind: Kind): FieldReader {
  return (value, tell) => {
    const given = text(value, tell);
    if (given === undefined) return undefined;
    const wrong = problemOf(kind, given);
    if (wrong !== undefined) tell(value.offset, `"${given.slice(0, LONGEST)}" is left out: ${wrong}.`);
    return wrong === undefined ? given : undefined;
  };
}

function problemOf(kind: Kind, given: string): string | undefined {
  if (given.trim() === '') return 'it is empty';
  if (given.length > LONGEST) return `it has more than ${LONGEST} characters`;
  if (!/^[^\p{C}\p{Zl}\p{Zp}]+$/u.test(given)) return 'it holds characters that cannot be seen';
  if (given.split('*').length - 1 > MOST_STARS) return `it has more than ${MOST_STARS} wildcards`;
  return generalName(kind, given);
}

function names(kind: Kind): FieldReader {
  const one = name(kind);
  return (value, tell) => {
    if (!isType(value, 'array', tell)) return undefined;
    const items = value.children ?? [];
    if (items.length > MOST_ITEMS) tell(value.offset, `Only the first ${MOST_ITEMS} of these count.`);
    const read = items.slice(0, MOST_ITEMS).map((item) => one(item, tell));
    return [...new Set(read.filter((item) => item !== undefined))];
  };
}

function rules(required: readonly string[], fields: Readonly<Record<string, FieldReader>>): FieldReader {
  return (value, tell) => {
    if (!isType(value, 'array', tell)) return undefined;
    return (value.children ?? []).slice(0, MOST_ITEMS).flatMap((item) => {
      const rule = readFields(item, '', fields, tell);
      const missing = required.find((field) => rule[field] === undefined);
      // What stands there and was refused has been told already.
      const stands = item.children?.some((property) => property.children?.[0]?.value === missing) ?? false;
      if (missing !== undefined && item.type === 'object' && !stands) {
        tell(item.offset, `This rule needs a "${missing}".`);
      }
      return missing === undefined ? [rule] : [];
    });
  };
}

function paths(value: Node, tell: Tell): Readonly<Record<string, unknown>> | undefined {
  if (!isType(value, 'object', tell)) return undefined;
  const read = names('hint');
  const entries = (value.children ?? []).slice(0, MOST_ITEMS).flatMap((property) => {
    const [host, list] = property.children ?? [];
    return host === undefined || list === undefined ? [] : [[String(host.value), read(list, tell) ?? []] as const];
  });
  return Object.fromEntries(entries);
}

/** A position, or a name. */
function position(value: Node, tell: Tell): unknown {
  if (value.type === 'number' && Number.isInteger(value.value) && Number(value.value) >= 0) return value.value;
  return name('hint')(value, tell);
}

/** A text that is printed in documents, rows and hovers: nothing in it may be taken for markup. */
function plain(longest: number): FieldReader {
  return (value, tell) => {
    const given = text(value, tell)?.trim();
    if (given === undefined) return undefined;
    const holds = given !== '' && given.length <= longest && /^[^\p{C}\p{Zl}\p{Zp}<>[\]`|*\\]+$/u.test(given);
    if (!holds)
      tell(value.offset, `This must be a plain text of at most ${longest} characters, without < > [ ] \` | * \\.`);
    return holds ? given : undefined;
  };
}

function address(value: Node, tell: Tell): string | undefined {
  const given = text(value, tell);
  const holds =
    given !== undefined &&
    given.length <= 500 &&
    /^https:\/\/[\w.-]+(?::\d{1,5})?(?:[/?#][\w./?#&=%~:@+,;-]*)?$/.test(given);
  if (given !== undefined && !holds) tell(value.offset, 'This must be an address that starts with https://.');
  return holds ? given : undefined;
}
