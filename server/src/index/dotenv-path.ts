import { baseName } from './paths';

/** A file of `.env` lines, whatever it is a template of. */
export function isDotenv(path: string): boolean {
  const name = baseName(path);
  return /^\.env(?:rc)?(?:[.\-_]|$)/.test(name) || /\.env(?:\.(?:dist|example|local|sample|template))?$/.test(name);
}
