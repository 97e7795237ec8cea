// form: default export, class and object of another file
export default function env(key: string, fallback?: string): string {
  const value = process.env[key] ?? fallback;
  if (value === undefined) throw new Error(key);
  return value;
}
export const optional = (key: string, fallback = ''): string => process.env[key] ?? fallback;
export class Config {
  static need(key: string): string {
    const value = process.env[key];
    if (!value) throw new Error(key);
    return value;
  }
  text(key: string, fallback?: string) {
    return process.env[key] ?? fallback;
  }
}
export const config = new Config();
export const read = { string: (key: string) => process.env[key] };
export function all(...keys: string[]) {
  for (const key of keys) if (!process.env[key]) throw new Error(key);
}
export const ENV = process.env;
export const environment = { production: false };
export const cache = new Map<string, string>();
