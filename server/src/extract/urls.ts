import { redactText } from './redact';

/** An absolute URL as a fact holds it. */
export interface ParsedUrl {
  /** Lower case, without port. */
  readonly host: string;
  /** Scheme, host, port and path; no query, no user, no password. */
  readonly url: string;
}

const ABSOLUTE = /^([a-z][a-z0-9+.-]*):\/\/(?:[^\s/?#@]*@)?([^\s/?#:]+)(:\d+)?([^\s?#]*)/i;
/** Servers of calls between browsers are named without slashes: `stun:stun.example.com:3478`, `turn:…?transport=udp`. */
const RELAY = /^((?:stun|turn)s?):((?:[a-z0-9_-]+|\{\})(?:\.(?:[a-z0-9_-]+|\{\}))+)(:(?:\d+|\{\}))?(?:\?[\w=&-]*)?$/i;
const HOST = /^(?:[a-z0-9_-]+|\*|\{\})(?:\.(?:[a-z0-9_-]+|\{\}))*$/i;
/** Schemas and namespaces are names, not places that a program talks to. */
const NAMESPACE_HOSTS = new Set([
  'www.w3.org',
  'w3.org',
  'json-schema.org',
  'schema.org',
  'purl.org',
  'xmlns.com',
  'ogp.me',
  'www.sitemaps.org',
  'schemas.xmlsoap.org',
  'schemas.microsoft.com',
  'ns.adobe.com',
]);

/**
 * Reads an absolute web or socket URL, or the address of a STUN or TURN server. `{}` stands for a hole of a template.
 * Undefined for anything else, for namespaces and for hosts that cannot be one.
 */
export function parseUrl(text: string): ParsedUrl | undefined {
  const match = ABSOLUTE.exec(text.trim());
  if (match === null) return parseRelay(text.trim());
  const [, scheme = '', rawHost = '', port = '', path = ''] = match;
  if (!/^(https?|wss?)$/i.test(scheme)) return undefined;
  const host = rawHost.toLowerCase();
  if (!HOST.test(host) || NAMESPACE_HOSTS.has(host) || host === '{}') return undefined;
  return { host, url: redactText(`${scheme.toLowerCase()}://${host}${port}${path}`) };
}

function parseRelay(text: string): ParsedUrl | undefined {
  const match = RELAY.exec(text);
  if (match === null) return undefined;
  const [, scheme = '', rawHost = '', port = ''] = match;
  const host = rawHost.toLowerCase();
  return { host, url: redactText(`${scheme.toLowerCase()}:${host}${port}`) };
}
