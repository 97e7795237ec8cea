// form: exported wrapper in another file
export function requireEnv(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(name);
  return value;
}

export const getEnv = (name: string, fallback = 'none') => process.env[name] ?? fallback;

export default requireEnv;
