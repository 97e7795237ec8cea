import { COLD, WARM } from '../tools/ours';
import { AST_GREP, RIPGREP, STACK_ANALYSER } from '../tools/peers';
import { medianOf, type Results, type ScanResult } from './results';

/** A measure beside what it must not exceed. */
export interface Target {
  readonly measure: string;
  readonly value: number;
  readonly limit: number;
  readonly unit: 'x' | 'ms' | 'MB' | '%';
}

/** Every target that the run measured something for. */
export function targetsOf(results: Results): readonly Target[] {
  return [...results.scans.flatMap(scanTargets), ...serverTargets(results), ...growthTargets(results)].filter(
    ({ value }) => Number.isFinite(value),
  );
}

const RATIOS = [
  [COLD, STACK_ANALYSER, 0.8],
  [COLD, AST_GREP, 0.7],
  [COLD, RIPGREP, 6],
  [WARM, STACK_ANALYSER, 0.3],
  [WARM, RIPGREP, 2.5],
] as const;

function scanTargets(scan: ScanResult): readonly Target[] {
  const ratios = RATIOS.map(([ours, theirs, limit]): Target => {
    const value = (medianOf(scan, ours) ?? Number.NaN) / (medianOf(scan, theirs) ?? Number.NaN);
    return { measure: `${scan.title}: ${ours} / ${theirs}`, value, limit, unit: 'x' };
  });
  const memory = scan.programs.find(({ name }) => name === COLD)?.memory ?? Number.NaN;
  return [...ratios, { measure: `${scan.title}: peak memory, cold`, value: memory, limit: 220, unit: 'MB' }];
}

function serverTargets({ servers, memory }: Results): readonly Target[] {
  const targets: Target[] = [];
  for (const { title, requests, edits } of servers) {
    for (const [kind, times] of Object.entries(edits ?? {})) {
      targets.push({ measure: `${title}: ${kind}, hover p95`, value: times.hover.p95, limit: 25, unit: 'ms' });
      const tree = times.tree?.p95 ?? Number.NaN;
      targets.push({ measure: `${title}: ${kind}, sidebar p95`, value: tree, limit: 25, unit: 'ms' });
    }
    for (const [method, spread] of Object.entries(requests ?? {})) {
      targets.push({
        measure: `${title}: ${method} p95`,
        value: spread.p95,
        limit: / during /.test(method) ? 50 : 5,
        unit: 'ms',
      });
    }
  }
  if (memory !== undefined) {
    const value = memory.start.memory.peak ?? memory.start.memory.now;
    targets.push({ measure: `server memory, ${memory.files} files`, value, limit: 600, unit: 'MB' });
  }
  return targets;
}

/** How far the time by file of the largest workspace is above that of the smallest. */
function growthTargets({ growth }: Results): readonly Target[] {
  const [first, last] = [growth[0], growth.at(-1)];
  if (first === undefined || last === undefined || first === last) return [];
  const above = last.cold / last.files / (first.cold / first.files) - 1;
  return [
    { measure: `time by file, ${first.files} to ${last.files} files, cold`, value: above * 100, limit: 15, unit: '%' },
  ];
}
