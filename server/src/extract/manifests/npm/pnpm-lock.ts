import { baseName } from '../../paths';
import type { Reader } from '../../reader';
import { linesOf } from '../../text-index';
import { Locked } from '../locked';

const SECTION = /^(?:dependencies|devDependencies|optionalDependencies):\s*$/;
const ENTRY = /^(['"]?)([^'"\s:]+)\1:(?:\s+(['"]?)([^'"\s]+)\3)?\s*$/;

/** Where the reading stands: in which member, in which of its sections, at which package. */
interface Place {
  readonly importers: boolean;
  readonly folder?: string | undefined;
  /** How far the section's header is indented; undefined outside of sections. */
  readonly section?: number | undefined;
  readonly name?: string | undefined;
}

/**
 * pnpm's lock file, versions 5 to 9: the versions of direct dependencies, by member. Read by its indentation, since a
 * real one is too long for a YAML parser.
 */
export const pnpmLockReader: Reader = {
  id: 'pnpm-lock',
  endings: ['yaml'],
  matches: (path) => baseName(path) === 'pnpm-lock.yaml',
  read(file) {
    const locked = new Locked();
    let place: Place = { importers: false };
    for (const { text } of linesOf(file.text)) {
      const line = text.trim();
      if (line === '' || line.startsWith('#')) continue;
      const indent = text.length - text.trimStart().length;
      if (indent === 0 && /^(packages|snapshots):/.test(line)) break;
      place = step(place, indent, line, locked);
    }
    return { facts: [], locked: locked.record };
  },
};

function step(place: Place, indent: number, line: string, locked: Locked): Place {
  if (indent === 0) {
    if (line === 'importers:') return { importers: true };
    return { importers: false, folder: '', section: sectionAt(line, 0) };
  }
  const [, , key = '', , value] = ENTRY.exec(line) ?? [];
  if (place.importers && indent === 2) return { importers: true, folder: key === '.' ? '' : key };
  if (place.importers && indent === 4) return { ...place, name: undefined, section: sectionAt(line, 4) };
  return place.section === undefined ? place : dependency(place, indent - place.section, key, value, locked);
}

function sectionAt(line: string, indent: number): number | undefined {
  return SECTION.test(line) ? indent : undefined;
}

/** A package with its version beside it, or with a `version` one step deeper. */
function dependency(place: Place, depth: number, key: string, value: string | undefined, locked: Locked): Place {
  const name = depth === 2 ? key : depth === 4 && key === 'version' ? place.name : undefined;
  if (name !== undefined && value !== undefined) addVersion(locked, place.folder ?? '', name, value);
  return depth === 2 ? { ...place, name: key } : place;
}

/** `1.19.7(hono@4.11.3)`, `5.0.0_react@18.2.0`, `/string-width@4.2.3`, `link:../core`. */
function addVersion(locked: Locked, folder: string, name: string, written: string): void {
  const bare = written.replace(/[(_].*$/, '');
  if (/^(link|file|workspace|https?|git)[:+@]/.test(bare)) return;
  const version = /(?:^|[@/])(\d+\.\d+[^@/]*)$/.exec(bare)?.[1];
  if (version === undefined) return;
  locked.add(`npm:${name}`, version);
  locked.add(`${folder}#npm:${name}`, version);
}
