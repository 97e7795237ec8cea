/** Names of objects' fields that say that data is kept: `sessions`, `email_storage`, `townCache`. */
const STORE = /(?:^|_)(?:storage|store|cache|sessions?)$|_(?:events|queue|by_id)$/;

export function isStoreName(name: string): boolean {
  return STORE.test(name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase());
}
