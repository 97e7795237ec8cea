// form: wrapper that is given an object
function fromObject({ name, fallback }: { name: string; fallback?: string }) {
  return process.env[name] ?? fallback;
}
export const a = fromObject({ name: 'OBJECT_NAME', fallback: 'f' });
//                                   ^^^^^^^^^^^ env OBJECT_NAME optional default=f
const withOptions = (name: string, { required = true, def }: { required?: boolean; def?: string } = {}) => {
  const value = process.env[name];
  if (!value && required) throw new Error(name);
  return value ?? def;
};
export const b = withOptions('OPTIONS_PLAIN');
//                            ^^^^^^^^^^^^^ env OPTIONS_PLAIN required
export const c = withOptions('OPTIONS_OPTIONAL', { required: false });
//                            ^^^^^^^^^^^^^^^^ env OPTIONS_OPTIONAL optional
export const d = withOptions('OPTIONS_DEFAULT', { def: 'd' });
//                            ^^^^^^^^^^^^^^^ env OPTIONS_DEFAULT optional default=d

// form: wrapper with a prefix
const prefixed = (name: string) => process.env[`ACME_${name}`];
const capitals = (name: string) => process.env[name.toUpperCase()];
export const e = prefixed('ONE');
//               ^^^^^^^^^^^^^^^ env ACME_ONE required
export const f = capitals('lower_name');
//               ^^^^^^^^^^^^^^^^^^^^^^ env LOWER_NAME required
const shouted = (name: string) => name.toUpperCase();
export const g = shouted('not_read');
// none

// form: wrapper over several names
function requireAll(...names: string[]) {
  for (const name of names) if (!process.env[name]) throw new Error(name);
}
function requireList(names: readonly string[]) {
  names.forEach((name) => {
    if (!process.env[name]) throw new Error(name);
  });
}
const listed = (...names: string[]) => names.join(' ');
requireAll('ALL_A', 'ALL_B');
//          ^^^^^ env ALL_A required
//                   ^^^^^ env ALL_B required
requireList(['LIST_A', 'LIST_B']);
//            ^^^^^^ env LIST_A required
//                      ^^^^^^ env LIST_B required
listed('NOT_A_READ', 'NOR_THIS');
// none

// form: wrapper handed to map
const requireEnv = (name: string): string => {
  const value = process.env[name];
  if (value === undefined) throw new Error(name);
  return value;
};
export const h = ['MAPPED_A', 'MAPPED_B'].map(requireEnv);
//                 ^^^^^^^^ env MAPPED_A required
//                             ^^^^^^^^ env MAPPED_B required
export const i = ['MAPPED_C'].map((name) => requireEnv(name));
//                 ^^^^^^^^ env MAPPED_C required
const NAME = 'CONSTANT_NAME';
export const j = requireEnv(NAME);
//               ^^^^^^^^^^^^^^^^ env CONSTANT_NAME required
export const k = ['NOT_MAPPED'].map(String);
// none

// form: wrapper around a wrapper
const orThrow = (name: string) => requireEnv(name);
export const l = orThrow('OUTER_NAME');
//                        ^^^^^^^^^^ env OUTER_NAME required

// form: class that keeps the environment
class Settings {
  private readonly own = process.env;
  constructor(private readonly env = process.env) {}
  get(key: string, fallback?: string) {
    return this.env[key] ?? fallback;
  }
  direct() {
    return this.env.KEPT_DIRECT;
    //              ^^^^^^^^^^^ env KEPT_DIRECT required
  }
  field() {
    return this.own['KEPT_FIELD'];
    //               ^^^^^^^^^^ env KEPT_FIELD required
  }
  other() {
    return this.environment.NOT_KEPT;
    // none
  }
  environment = { NOT_KEPT: '1' };
}
export const m = new Settings().get('KEPT_MADE');
//                                   ^^^^^^^^^ env KEPT_MADE required
const settings = new Settings();
export const n = settings.get('KEPT_NAMED', 'n');
//                             ^^^^^^^^^^ env KEPT_NAMED optional default=n
const cache = new Map<string, string>();
export const o = cache.get('NOT_A_SETTING');
// none
