import { COLD, WARM } from '../tools/ours';
import { AST_GREP, RIPGREP, STACK_ANALYSER } from '../tools/peers';
import { aboveLinear, eachFurther } from './growth';
import { type Results, runNamed, type ScanResult } from './results';

/** A measure beside what it must not exceed. */
export interface Target {
  readonly measure: string;
  readonly value: number;
  /** The same of the processors' time, where it is known: what counts on a machine that does other things as well. */
  readonly byWork?: number | undefined;
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
  const ratios = RATIOS.map(([mine, other, limit]): Target => {
    const [ours, theirs] = [runNamed(scan, mine), runNamed(scan, other)];
    const value = (ours?.wall ?? Number.NaN) / (theirs?.wall ?? Number.NaN);
    const byWork = ours?.cpu === undefined || !theirs?.cpu ? undefined : ours.cpu / theirs.cpu;
    return { measure: `${scan.title}: ${mine} / ${other}`, value, byWork, limit, unit: 'x' };
  });
  const memory = runNamed(scan, COLD)?.memory ?? Number.NaN;
  return [...ratios, { measure: `${scan.title}: peak memory, cold`, value: memory, limit: 220, unit: 'MB' }];
}

function serverTargets({ servers, memory }: Results): readonly Target[] {
  const targets: Target[] = [];
  for (const { title, requests, edits } of servers) {
    for (const [kind, times] of Object.entries(edits)) {
      const edit = { byWork: times.cpu, limit: 25, unit: 'ms' } as const;
      targets.push({ measure: `${title}: ${kind}, hover p95`, value: times.hover.p95, ...edit });
      targets.push({ measure: `${title}: ${kind}, sidebar p95`, value: times.tree?.p95 ?? Number.NaN, ...edit });
    }
    for (const [method, { p95 }] of Object.entries(requests)) {
      const limit = / during /.test(method) ? 50 : 5;
      targets.push({ measure: `${title}: ${method} p95`, value: p95, limit, unit: 'ms' });
    }
  }
  if (memory !== undefined) {
    const value = memory.start.memory.peak ?? memory.start.memory.now;
    targets.push({ measure: `server memory, ${memory.files} files`, value, limit: 600, unit: 'MB' });
  }
  return targets;
}

function growthTargets({ growth }: Results): readonly Target[] {
  const last = growth.length - 1;
  const [above, early, late] = [
    aboveLinear(growth, last),
    eachFurther(growth, 1, 'cold'),
    eachFurther(growth, last, 'cold'),
  ];
  if (above === undefined || early === undefined || late === undefined) return [];
  const common = { limit: 15, unit: '%' } as const;
  return [
    { measure: 'time by file above that of the smallest workspace, cold', value: above * 100, ...common },
    ...(last < 2
      ? []
      : [
          {
            measure: 'each further file above those of the first step, cold',
            value: (late / early - 1) * 100,
            ...common,
          },
        ]),
  ];
}
