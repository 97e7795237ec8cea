import config from 'config';
import { env as browser } from './browser';
import { Router } from 'express';

const options = { env: { KEY: 'x' } };
export const a = options.env.OBJECT_PROPERTY;
// none

export function run(process: { env: Record<string, string> }) {
  return process.env.PARAMETER_PROCESS;
  // none
}

export function local() {
  const process = { env: { A: '1' } };
  return process.env.LOCAL_PROCESS;
  // none
}

export function take(env: Record<string, string>) {
  return env.PARAMETER_ENV;
  // none
}

export class Holder {
  env = { A: 1 };
  read() {
    return this.env.THIS_ENV;
    // none
  }
}

export const b = config.get('CONFIG_PACKAGE');
// none
export const c = browser.BROWSER_ENV;
// none
export const d = new Map([['K', 1]]).get('MAP_KEY');
// none
export const f = new URLSearchParams('').get('QUERY_KEY');
// none
export const g = localStorage.getItem('STORAGE_KEY');
// none
export const h = Router().get('ROUTER_GET', () => {});
// none
export const i = import.meta.env.MODE;
// none
export const j = import.meta.env.DEV;
// none
export const k = import.meta.env.PROD ? 1 : 2;
// none
export const l = import.meta.env.SSR;
// none
export const m = import.meta.env.BASE_URL;
// none
export const n = import.meta.url;
// none
export const o = { STRIPE_KEY: 'x' }.STRIPE_KEY;
// none
export const p = window.env?.WINDOW_ENV;
// none
declare const window: { env?: Record<string, string> };
export const q = (name: string) => name;
export const r = q('JUST_A_CALL');
// none
enum Name {
  ENUM_KEY = 'ENUM_KEY',
}
export const s = Name.ENUM_KEY;
// none
export const t = new Headers().get('X_API_KEY');
// none
export const u = 'process.env.CONCATENATED' + '.X';
// none
export const v = /process\.env\.IN_A_REGEX/;
// none
