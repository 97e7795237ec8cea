import type { Matcher } from '../catalog/match';
import type { FileFacts } from '../model/facts';
import { findApplications } from './applications';
import { Joined } from './joined';
import { knownPackages } from './known-packages';
import { ModulePaths } from './module-paths';
import { folderOf } from './paths';
import { versionsOf } from './resolved-versions';
import { saysTheSameOfPackages } from './same-facts';
import { type Change, changesBetween } from './sorted-files';
import { ToldFiles } from './told-files';
import { ownPackages } from './unrecognised';

/** What holds as long as the files say the same of packages. */
interface Frame {
  readonly matcher: Matcher;
  readonly paths: ModulePaths;
  readonly files: ToldFiles;
  readonly joined: Joined;
  /** How many ways of imports were remembered when all files had been read. */
  readonly size: number;
}

/** So many ways of imports that nobody may take any more are remembered before all is made anew: a megabyte or two. */
const MOST_WAYS = 20_000;

/**
 * What one snapshot leaves for the next, so that an edit costs what it changes and not what the workspace holds. All of
 * it can be made anew from the facts: a snapshot is the same with and without.
 */
export class Kept {
  readonly #most: number;
  #given: readonly FileFacts[] = [];
  #frame: Frame | undefined;

  constructor(most = MOST_WAYS) {
    this.#most = most;
  }

  /** How many ways of imports are remembered. */
  get size(): number {
    return this.#frame?.paths.size ?? 0;
  }

  /** All that is joined of these files, sorted by path. */
  joined(given: readonly FileFacts[], matcher: Matcher): Joined {
    const known = this.#frame;
    const changes = known?.matcher === matcher ? changesBetween(this.#given, given) : [];
    const holds = known?.matcher === matcher && changes.every(({ before, now }) => saysTheSameOfPackages(before, now));
    this.#given = given;
    if (holds && known.paths.size < 2 * known.size + this.#most) {
      update(known, changes, given);
      return known.joined;
    }
    this.#frame = frameOf(given, matcher);
    return this.#frame.joined;
  }
}

function frameOf(given: readonly FileFacts[], matcher: Matcher): Frame {
  const paths = new ModulePaths(given);
  const files = new ToldFiles(paths);
  const held = {
    matcher,
    applications: findApplications(given),
    versions: versionsOf(given),
    known: knownPackages(given),
    own: ownPackages(given),
  };
  const joined = new Joined(files, paths, held, given);
  joined.update(files.update(changesBetween([], given), []), []);
  return { matcher, paths, files, joined, size: paths.size };
}

function update({ paths, files, joined }: Frame, changes: readonly Change[], given: readonly FileFacts[]): void {
  const others = changes.filter(({ before, now }) => before === undefined || now === undefined);
  const folders = paths.change(
    given,
    others.map(({ path }) => path),
  );
  const isMoved = ({ path }: FileFacts): boolean => folders.has(folderOf(path));
  const moved = folders.size === 0 ? [] : given.filter(isMoved).map(({ path }) => path);
  joined.update(files.update(changes, moved), moved);
}
