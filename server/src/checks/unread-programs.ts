import { baseName, folderOf } from '../index/paths';
import type { Snapshot } from '../model/workspace';
import { type Context, type Dotenv, isBelow } from './context';

/** A program in a language that is not read: nobody knows which variables it asks for. */
export interface UnreadProgram {
  readonly language: string;
  readonly path: string;
}

/** Manifests of languages that are not read, by their names in lower case. */
const LANGUAGES: readonly (readonly [RegExp, string])[] = [
  [/^go\.mod$/, 'Go'],
  [/^(?:gemfile|config\.ru|.*\.gemspec)$/, 'Ruby'],
  [/^composer\.json$/, 'PHP'],
  [/^(?:pom\.xml|build\.gradle(?:\.kts)?|build\.sbt)$/, 'Java, Kotlin or Scala'],
  [/^cargo\.toml$/, 'Rust'],
  [/^.*\.(?:csproj|fsproj|vbproj)$/, '.NET'],
  [/^pubspec\.yaml$/, 'Dart'],
  [/^package\.swift$/, 'Swift'],
  [/^(?:project\.clj|deps\.edn)$/, 'Clojure'],
];

export function unreadPrograms({ files }: Snapshot): readonly UnreadProgram[] {
  return files.flatMap(({ path, role, facts }) => {
    if (role !== 'source' || !facts.some(({ kind }) => kind === 'configFile')) return [];
    const name = baseName(path).toLowerCase();
    const language = LANGUAGES.find(([pattern]) => pattern.test(name))?.[1];
    return language === undefined ? [] : [{ language, path }];
  });
}

/** A program that may read a `.env` file: it lies below the file's folder, or the file belongs to no other program. */
export function unreadProgramOf({ chain, unread }: Context, file: Dotenv): UnreadProgram | undefined {
  const owner = chain.applicationOf(file.path).folder;
  return unread.find(({ path }) => {
    const folder = folderOf(path);
    return (
      isBelow(folder, file.folder) || (isBelow(file.folder, folder) && !(isBelow(owner, folder) && owner !== folder))
    );
  });
}
