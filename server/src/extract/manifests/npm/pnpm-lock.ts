import { baseName } from '../../paths';
import type { Reader } from '../../reader';
import { linesOf } from '../../text-index';
import { Locked } from '../locked';

const SECTION = /^(?:dependencies|devDependencies|optionalDependencies):\s*$/;
const ENTRY = /^(['"]?)([^'"\s:]+)\1:(?:\s+(['"]?)([^'"\s]+)\3)?\s*$/;

/**
 * pnpm's lock file, versions 5 to 9: the versions of direct dependencies, by member. Read by its indentation, since a
 * real one is too long for a YAML parser.
 */
export const pnpmLockReader: Reader = {
  id: 'pnpm-lock',
  matches: (path) => baseName(path) === 'pnpm-lock.yaml',
  read(file) {
    const locked = new Locked();
    /** The member being read; undefined outside of members. */
    let folder: string | undefined;
    let importers = false;
    /** How far a section's header is indented, or -1 outside of one. */
    let section = -1;
    let name: string | undefined;
    for (const { text } of linesOf(file.text)) {
      const trimmed = text.trim();
      if (trimmed === '' || trimmed.startsWith('#')) continue;
      const indent = text.length - text.trimStart().length;
      if (indent === 0) {
        importers = trimmed === 'importers:';
        folder = importers ? undefined : '.';
        section = !importers && SECTION.test(trimmed) ? 0 : -1;
        if (/^(packages|snapshots):/.test(trimmed)) break;
        continue;
      }
      if (importers && indent === 2) {
        folder = ENTRY.exec(trimmed)?.[2];
        section = -1;
        continue;
      }
      if (importers && indent === 4) {
        section = SECTION.test(trimmed) ? 4 : -1;
        continue;
      }
      if (section === -1 || folder === undefined) continue;
      const [, , key = '', , value] = ENTRY.exec(trimmed) ?? [];
      if (indent === section + 2) {
        name = key;
        if (value !== undefined) addVersion(locked, folder, name, value);
      } else if (indent === section + 4 && key === 'version' && name !== undefined && value !== undefined) {
        addVersion(locked, folder, name, value);
      }
    }
    return { facts: [], locked: locked.record };
  },
};

/** `1.19.7(hono@4.11.3)`, `5.0.0_react@18.2.0`, `/string-width@4.2.3`, `link:../core`. */
function addVersion(locked: Locked, folder: string, name: string, written: string): void {
  const bare = written.replace(/[(_].*$/, '');
  if (/^(link|file|workspace|https?|git)[:+@]/.test(bare)) return;
  const version = /(?:^|[@/])(\d+\.\d+[^@/]*)$/.exec(bare)?.[1];
  if (version === undefined) return;
  locked.add(`npm:${name}`, version);
  locked.add(`${folder === '.' ? '' : folder}#npm:${name}`, version);
}
