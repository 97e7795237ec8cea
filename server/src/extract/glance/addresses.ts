import { isApiAddress } from '../../model/api-address';
import type { WantedCode } from '../../model/wanted-code';
import type { TextFile } from '../reader';

const ADDRESS = /([a-z][a-z0-9+.-]{0,30}):\/\/([\w.$\\{}%@-]*)([^\s'"`<>]{0,200})/gi;

/** Whether a file names an address that proves a service: at one of its hosts, or by a scheme such as `postgres`. */
export function hasTellingAddress({ text, role }: TextFile, wanted: WantedCode): boolean {
  if (!text.includes('://')) return false;
  for (const [address, scheme = '', written = ''] of text.matchAll(ADDRESS)) {
    if (role === 'source' && (isApiAddress(address) || wanted.ofScheme(scheme))) return true;
    const host = hostOf(written);
    if (host === undefined || (host.includes('.') && wanted.ofHost(host))) return true;
  }
  return false;
}

/** The host without names before it, what is filled in at run time as `{}`; `undefined` where it goes on elsewhere. */
function hostOf(written: string): string | undefined {
  const [start = ''] = written.split('\\', 1);
  const host = start
    .slice(start.lastIndexOf('@') + 1)
    .replace(/\$?\{[^{}]*\}|%\w/g, '{}')
    .toLowerCase();
  return /[{}$%]/.test(host.replaceAll('{}', '')) ? undefined : host;
}
