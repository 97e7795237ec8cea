/**
 * What SARIF 2.1.0 asks of the objects that are written here: every object is closed but for the properties that the
 * standard names, and `message` of a result, `name` of a driver and `id` of a rule must be there. The standard's own
 * schema is longer than this project may carry along.
 */
const text = { type: 'string', minLength: 1 };
const count = { type: 'integer', minimum: 1 };
const index = { type: 'integer', minimum: -1 };
const level = { enum: ['none', 'note', 'warning', 'error'] };

function closed(properties: Readonly<Record<string, unknown>>, required: readonly string[] = []) {
  return { type: 'object', additionalProperties: false, properties, required };
}

function list(items: object, more: object = {}) {
  return { type: 'array', items, ...more };
}

const message = closed({ text, markdown: text, id: text, arguments: list(text) }, ['text']);
const wording = closed({ text, markdown: text }, ['text']);
const artifactLocation = closed({
  // A relative address: no scheme, no leading slash, and what is no sign of an address is escaped.
  uri: { type: 'string', pattern: "^(?!/)(?:[A-Za-z0-9\\-._~!$&'()*+,;=@/]|%[0-9A-F]{2})+$" },
  uriBaseId: text,
  index,
  description: message,
});
const region = closed({ startLine: count, startColumn: count, endLine: count, endColumn: count }, ['startLine']);
const location = closed({
  id: index,
  physicalLocation: closed({ artifactLocation, region }, ['artifactLocation']),
  message,
});
const rule = closed(
  {
    id: text,
    name: text,
    shortDescription: wording,
    fullDescription: wording,
    help: wording,
    helpUri: text,
    defaultConfiguration: closed({ level }),
  },
  ['id'],
);
const result = closed(
  {
    ruleId: text,
    ruleIndex: index,
    level,
    message,
    locations: list(location, { minItems: 1 }),
    relatedLocations: list(location, { uniqueItems: true }),
    partialFingerprints: { type: 'object', additionalProperties: text },
  },
  ['message'],
);
const driver = closed(
  { name: text, version: text, semanticVersion: text, informationUri: text, rules: list(rule, { uniqueItems: true }) },
  ['name'],
);
const run = closed(
  {
    tool: closed({ driver }, ['driver']),
    columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
    originalUriBaseIds: { type: 'object', additionalProperties: closed({ uri: text, description: message }) },
    results: list(result),
  },
  ['tool'],
);

export const SARIF = closed({ $schema: text, version: { const: '2.1.0' }, runs: list(run) }, ['version', 'runs']);
