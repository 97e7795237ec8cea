/** Whether a host is this machine, a private name or a placeholder: worth no integration. */
export function isLocalHost(host: string): boolean {
  return (
    /^(localhost|127(\.\d+){3}|0\.0\.0\.0|::1|host\.docker\.internal|10(\.\d+){3}|192\.168(\.\d+){2})$/.test(host) ||
    /(^|\.)(example\.(com|org|net)|test|local|localhost|internal|invalid|example)$/.test(host) ||
    !host.includes('.')
  );
}
