import type { Fact } from '../../../model/facts';
import { isStoreName } from '../store-names';
import { type PythonContext, placeAt } from './context';
import { places } from './parts';
import { enclosing } from './scope-tree';
import type { AssignSite } from './source';

const TELLING = places<AssignSite>();

/** Names that a module binds at its top, and what configuration classes bind in their bodies. */
export function bindingFacts(context: PythonContext): readonly Fact[] {
  const facts: Fact[] = [];
  const { source, names, parts, values } = context;
  const isTelling = ({ target, node }: AssignSite): boolean =>
    target.startsWith('self.') ||
    (target !== '' && !target.includes('.') && names.scopes.at(node.startIndex).kind !== 'function');
  for (const site of parts.only(source.assigns, TELLING, isTelling)) {
    if (site.target.startsWith('self.')) facts.push(...ownStore(context, site));
    if (site.target.includes('.')) continue;
    const start = site.node.startIndex;
    const scope = names.scopes.at(start);
    const prefix = scope.kind === 'class' ? `${scope.name}.` : '';
    if (
      prefix !== '' &&
      (enclosing(scope, 'function') !== undefined || !/(Config|Settings|Configuration)\w*\.$/.test(prefix))
    ) {
      continue;
    }
    const right = site.node.childForFieldName('right');
    if (right === null) continue;
    const value = values.of(right, site.target);
    if (value.t === 'other') continue;
    facts.push({
      kind: 'binding',
      name: prefix + site.target,
      value,
      exported: !site.target.startsWith('_'),
      ...placeAt(context, start, start + site.target.length),
    });
  }
  return facts;
}

const EMPTY =
  /=\s*(?:\{\s*\}|\[\s*\]|(?:dict|list|set|defaultdict|OrderedDict|deque)\([^()\n]{0,40}\))[ \t]*(?:#[^\n]*)?$/;

/** What a comment says beside data that a database will keep one day. */
const INSTEAD_OF_DATABASE = /#[^\n]*\b(?:database|in[- ]?memory|persist\w*|production)\b/i;

/** `self.sessions = {}` in `__init__`: data that an object keeps, under the class's name. */
function ownStore(context: PythonContext, site: AssignSite): readonly Fact[] {
  const { source, names, values } = context;
  const name = site.target.slice('self.'.length);
  const start = site.node.startIndex;
  if (name.includes('.')) return [];
  const line = source.positions.lineText(source.positions.lineAt(start));
  if (!isStoreName(name) && !INSTEAD_OF_DATABASE.test(line)) return [];
  const scope = names.scopes.at(start);
  if (scope.name !== '__init__' || !EMPTY.test(line)) return [];
  const owner = enclosing(scope, 'class');
  const right = site.node.childForFieldName('right');
  const value = right === null ? undefined : values.of(right, name);
  if (owner === undefined || value === undefined || value.t === 'other') return [];
  return [
    {
      kind: 'binding',
      name: `${owner.name}.${name}`,
      value,
      ...placeAt(context, start, start + site.target.length),
    },
  ];
}
