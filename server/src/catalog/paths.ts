import { fits } from './glob';
import { hostName } from './names';

type Paths = Readonly<Record<string, readonly string[]>>;

/** Whether an address is one that programs ask: at hosts without stated paths, every one is. */
export function asks(paths: Paths | undefined, host: string, url: string): boolean {
  if (paths === undefined) return true;
  const name = hostName(host);
  const stated = Object.entries(paths).find(([pattern]) => fits(pattern, name));
  if (stated === undefined) return true;
  const path = pathOf(url);
  return stated[1].some((pattern) => fits(pattern, path));
}

function pathOf(url: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*([^?#]*)/i.exec(url)?.[1] ?? '';
}
