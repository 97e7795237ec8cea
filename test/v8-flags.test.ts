import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { AS_EVER, COMPILED_ONCE, commandLineFlags, mayChange, serverFlags } from '../server/src/v8-flags';

test.each([['server', serverFlags] as const, ['command line', commandLineFlags] as const])(
  'the flags of the %s are known to the version that runs',
  (_, flags) => {
    const { status, stderr } = spawnSync(process.execPath, [...flags(process.versions.v8), '--eval', '0']);
    expect([status, stderr.toString()]).toEqual([0, '']);
  },
);

test('what compiles late is asked for by the name that the version knows', () => {
  const late = (v8: string): string | undefined => commandLineFlags(v8).at(-1);
  expect(late('11.3.244.8-node.38')).toBe('--interrupt-budget=800000');
  expect(late('11.8.172.17-node.20')).toBe('--invocation-count-for-turbofan=30000');
  expect(late('12.4.254.21-node.57')).toBe('--invocation-count-for-turbofan=30000');
  expect(late('14.2.231.18-electron.0')).toBe('--invocation-count-for-turbofan=30000');
});

test('a server may change flags while it runs, and takes back those that it changes', () => {
  expect(mayChange(serverFlags('12.4.254'))).toBe(true);
  expect(mayChange(commandLineFlags('12.4.254'))).toBe(false);
  const script = `for (const flag of ${JSON.stringify([...COMPILED_ONCE, ...AS_EVER])}) require('v8').setFlagsFromString(flag)`;
  const { status, stderr } = spawnSync(process.execPath, [...serverFlags(process.versions.v8), '--eval', script]);
  expect([status, stderr.toString()]).toEqual([0, '']);
  expect(AS_EVER).toEqual(['--wasm-tier-up', '--wasm-dynamic-tiering', '--wasm-lazy-compilation']);
});

test('of a version that nobody knows yet nothing is asked', () => {
  expect([...serverFlags('15.0.1'), ...commandLineFlags('15.0.1'), ...serverFlags('10.2.154')]).toEqual([]);
});
