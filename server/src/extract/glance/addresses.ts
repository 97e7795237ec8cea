import { isApiAddress } from '../../model/api-address';
import type { WantedCode } from '../../model/wanted-code';
import type { TextFile } from '../reader';

const MARK = '://';
const SCHEME = /[a-z][a-z0-9+.-]*$/i;
const LONGEST_SCHEME = 30;
const REST = /([\w.$\\{}%@-]*)[^\s'"`<>]{0,200}/y;

/** Whether a file names an address that proves a service: at one of its hosts, or by a scheme such as `postgres`. */
export function hasTellingAddress({ text, role }: TextFile, wanted: WantedCode): boolean {
  for (let at = text.indexOf(MARK); at !== -1; at = text.indexOf(MARK, at + 1)) {
    const scheme = SCHEME.exec(text.slice(Math.max(0, at - LONGEST_SCHEME), at))?.[0];
    if (scheme === undefined) continue;
    REST.lastIndex = at + MARK.length;
    const [rest = '', written = ''] = REST.exec(text) ?? [];
    if (role === 'source' && (isApiAddress(scheme + MARK + rest) || wanted.ofScheme(scheme))) return true;
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
