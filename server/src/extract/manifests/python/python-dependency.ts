import type { DependencyFact } from '../../../model/facts';
import { at, type Data, type Entry, entriesOf, itemsOf, type Parsed, textOf, textsOf } from '../../data/data';
import { redactText } from '../../redact';
import { isDevGroup, parseWhole } from './requirement';

type Group = DependencyFact['group'];

/** A list of PEP 508 texts: `dependencies = ["redis>=5"]`. */
export function requirementList(parsed: Parsed, list: Data | undefined, group: Group): readonly DependencyFact[] {
  return itemsOf(list).flatMap((item) => {
    const text = textOf(item);
    const requirement = text === undefined ? undefined : parseWhole(text);
    if (requirement === undefined) return [];
    const start = item.start + requirement.start;
    return [
      {
        kind: 'dependency' as const,
        ecosystem: 'pypi' as const,
        name: requirement.name,
        version: requirement.version,
        group,
        ...(requirement.extras.length > 0 && { extras: requirement.extras }),
        range: parsed.range(start, start + requirement.name.length),
      },
    ];
  });
}

/** A map from names to versions or tables, as Poetry and Pipenv write it. */
export function dependencyTable(parsed: Parsed, table: Data | undefined, group: Group): readonly DependencyFact[] {
  return entriesOf(table).flatMap((entry) => {
    if (entry.key.toLowerCase() === 'python') return [];
    const optional =
      group === 'runtime' && variants(entry).every((variant) => textOf(at(variant, 'optional')) === 'true');
    const extras = variants(entry).flatMap((variant) => (variant.t === 'map' ? textsOf(at(variant, 'extras')) : []));
    return [
      {
        kind: 'dependency' as const,
        ecosystem: 'pypi' as const,
        name: entry.key,
        version: [...new Set(variants(entry).flatMap((variant) => versionOf(variant) ?? []))].join(' || '),
        group: optional ? 'optional' : group,
        ...(extras.length > 0 && { extras: [...new Set(extras)] }),
        range: parsed.range(entry.keyStart, entry.keyEnd),
      },
    ];
  });
}

/** Poetry allows several tables for one name, one for each platform or Python. */
function variants(entry: Entry): readonly Data[] {
  return entry.value.t === 'list' ? entry.value.items : [entry.value];
}

function versionOf(variant: Data): string | undefined {
  if (variant.t === 'scalar') return variant.text;
  const source = textOf(at(variant, 'git')) ?? textOf(at(variant, 'url')) ?? textOf(at(variant, 'path'));
  return textOf(at(variant, 'version')) ?? (source === undefined ? undefined : redactText(source));
}

/** What a named group is for. */
export function groupFor(name: string, otherwise: Group): Group {
  return isDevGroup(name) ? 'dev' : otherwise;
}
