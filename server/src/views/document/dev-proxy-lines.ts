import { valueText } from '../../index/value-text';
import type { SettingFact } from '../../model/facts';
import type { Value } from '../../model/value';
import type { Placed } from './facts-of';
import { code, link } from './markdown';

/** Where development servers send requests that are not theirs. */
export function devProxyLines(settings: readonly Placed<'setting'>[]): readonly string[] {
  return settings.flatMap(({ fact, path, line }) => {
    const proxied = proxiedPath(fact);
    const target = proxied === undefined ? undefined : targetOf(fact.value);
    if (proxied === undefined || target === undefined) return [];
    const way =
      proxied === ''
        ? `${code(target)} for what the development server does not answer`
        : `${code(proxied)} to ${code(target)}`;
    return [`- Development proxy: ${way} (${link({ path, line })})`];
  });
}

/** The path whose requests are handed on; empty where all are that the server does not know. */
function proxiedPath({ system, path }: SettingFact): string | undefined {
  const own = system === 'vite' || system === 'other' ? path : '';
  if (own === 'proxy' || own === 'vue.devServer.proxy') return '';
  const prefix = system === 'vite' ? 'server.proxy.' : 'vue.devServer.proxy.';
  return own.startsWith(prefix) ? own.slice(prefix.length).replace(/\.target$/, '') : undefined;
}

function targetOf(value: Value): string | undefined {
  if (value.t !== 'map') return valueText(value);
  const target = Object.hasOwn(value.entries, 'target') ? value.entries['target'] : undefined;
  return target === undefined ? undefined : valueText(target);
}
