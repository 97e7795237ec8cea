import type { ConfigFileFact } from '../../model/facts';
import { baseName } from '../paths';
import { shortText } from '../short-text';
import { FILE_START } from '../text-index';

/** Short facts of a configuration file; what is undefined or empty is left out. */
export type Details = Readonly<Record<string, string | undefined>>;

/**
 * The one fact that a configuration file gives about itself. Where a tool reads several names, its file is told under
 * the usual one (`fly.toml` for `fly.staging.toml`, `wrangler.toml` for `wrangler.jsonc`, `docker-compose.yml` for
 * `compose.yaml`, `main.tf` for any `.tf`), and where a name is used by several tools, under one that tells them apart
 * (`app.json (expo)`, `.do/app.yaml`, `config/deploy.yml` for Kamal, `kubernetes.yaml` for any manifest).
 */
export function configFile(path: string, details: Details = {}, name = baseName(path).toLowerCase()): ConfigFileFact {
  const known = Object.entries(details).flatMap(([label, text]) =>
    text === undefined || text.trim() === '' ? [] : [[label, shortText(text)] as const],
  );
  return {
    kind: 'configFile',
    name,
    range: FILE_START,
    ...(known.length > 0 && { details: Object.fromEntries(known) }),
  };
}

/** Several words in one detail: at most eight, and how many more there are. */
export function listed(words: readonly string[]): string | undefined {
  const distinct = [...new Set(words)];
  if (distinct.length === 0) return undefined;
  const rest = distinct.length - 8;
  return rest > 0 ? `${distinct.slice(0, 8).join(', ')} and ${rest} more` : distinct.join(', ');
}

/** A count in words; nothing for none. */
export function counted(count: number): string | undefined {
  return count === 0 ? undefined : String(count);
}
