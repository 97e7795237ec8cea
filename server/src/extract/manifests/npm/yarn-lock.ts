import { baseName } from '../../paths';
import type { Reader } from '../../reader';
import { linesOf } from '../../text-index';
import { Locked } from '../locked';

/** A package name, `@`, and what was asked for. */
const DESCRIPTOR = /^((?:@[^/@]+\/)?[^/@]+)@(.+)$/;

/** yarn's lock file, classic and berry. It keeps versions by requirement and does not tell which are direct. */
export const yarnLockReader: Reader = {
  id: 'yarn.lock',
  endings: ['lock'],
  matches: (path) => baseName(path) === 'yarn.lock',
  read(file) {
    const locked = new Locked();
    let descriptors: readonly string[] = [];
    for (const { text } of linesOf(file.text)) {
      if (/^["\w@]/.test(text) && text.trimEnd().endsWith(':')) {
        descriptors = text
          .trimEnd()
          .slice(0, -1)
          .split(',')
          .map((part) => part.trim().replace(/^"|"$/g, '').trim());
        continue;
      }
      const version = /^ {2}version:? "?([^"\s]+)"?\s*$/.exec(text)?.[1];
      if (version === undefined) continue;
      for (const descriptor of descriptors) addDescriptor(locked, descriptor, version);
      descriptors = [];
    }
    return { facts: [], locked: locked.record };
  },
};

function addDescriptor(locked: Locked, descriptor: string, version: string): void {
  const [, name, asked] = DESCRIPTOR.exec(descriptor) ?? [];
  // `workspace:`, `link:`, `portal:` are folders of this repository, and `patch:` repeats a package that stands there.
  if (name === undefined || asked === undefined || /^(workspace|link|portal|patch|file):/.test(asked)) return;
  locked.add(`npm:${name}`, version);
  locked.add(`npm:${name}@${asked.replace(/^npm:(?=[^@]*$)/, '')}`, version);
}
