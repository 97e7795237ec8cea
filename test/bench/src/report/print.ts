import { AST_GREP, RIPGREP, STACK_ANALYSER } from '../tools/peers';
import { growthTable } from './growth';
import { type Results, runNamed, type SameResult, type ScanResult, type ServerResult } from './results';
import { megabytes, milliseconds, ratio, table } from './table';
import { targetsOf } from './targets';

/** All tables of a run. */
export function printed(results: Results): string {
  return [
    ...results.scans.map(scanTable),
    ...results.same.map(sameTable),
    ...(results.growth.length === 0 ? [] : [titled('Growth', growthTable(results.growth))]),
    ...results.servers.flatMap(serverTables),
    ...(results.memory === undefined ? [] : [memoryTable(results)]),
    targetTable(results),
  ].join('\n\n');
}

function titled(title: string, text: string): string {
  return `${title}\n\n${text}`;
}

function scanTable(scan: ScanResult): string {
  const rows = scan.programs.map(({ name, median }) => [
    name,
    milliseconds(median.wall),
    milliseconds(median.cpu),
    megabytes(median.memory),
    ...[STACK_ANALYSER, AST_GREP, RIPGREP].flatMap((peer) => {
      const theirs = runNamed(scan, peer);
      return [ratio(median.wall, theirs?.wall), ratio(median.cpu, theirs?.cpu)];
    }),
  ]);
  const peers = [STACK_ANALYSER, AST_GREP, RIPGREP].flatMap((peer) => [`/ ${peer}`, 'CPU']);
  const size = `${scan.files} files, ${megabytes(scan.bytes / 1024 ** 2)}`;
  return titled(`${scan.title} (${size})`, table(['whole process', 'median', 'CPU', 'peak', ...peers], rows));
}

function sameTable({ title, bytes, others }: SameResult): string {
  const rows = others.map(({ name, isSame }) => [name, isSame ? 'the same' : 'OTHER BYTES']);
  return titled(`What is printed of ${title}: ${bytes} bytes`, table(['beside a cold run', 'output'], rows));
}

function serverTables({ title, cold, warm, requests, edits }: ServerResult): readonly string[] {
  const starts = [
    ['cold', milliseconds(cold.time), milliseconds(cold.cpu), megabytes(cold.memory.now), megabytes(cold.memory.peak)],
    ['warm', milliseconds(warm.time), milliseconds(warm.cpu), megabytes(warm.memory.now), megabytes(warm.memory.peak)],
  ];
  const answers = Object.entries(requests).map(([method, { p50, p95, p99 }]) => [
    method,
    ...[p50, p95, p99].map(milliseconds),
  ]);
  const after = Object.entries(edits).map(([kind, { hover, tree, cpu }]) => [
    kind,
    ...[hover.p50, hover.p95, hover.p99, tree?.p50, tree?.p95, tree?.p99, cpu].map(milliseconds),
  ]);
  return [
    titled(`The server on ${title}`, table(['first tree', 'after', 'CPU', 'memory', 'peak'], starts)),
    table(['answer', 'p50', 'p95', 'p99'], answers),
    table(['after an edit of 3,000 lines', 'hover p50', 'p95', 'p99', 'sidebar p50', 'p95', 'p99', 'CPU each'], after),
  ];
}

function memoryTable({ memory }: Results): string {
  const start = memory?.start;
  const text = `${memory?.files} files: first tree after ${milliseconds(start?.time)} (CPU ${milliseconds(start?.cpu)}), ${megabytes(start?.memory.now)} (peak ${megabytes(start?.memory.peak)})`;
  return titled("The server's memory", text);
}

function targetTable(results: Results): string {
  const rows = targetsOf(results).map(({ measure, value, byWork, limit, unit }) => {
    const shown = (number: number): string => `${number.toFixed(unit === 'x' ? 2 : 1)} ${unit}`;
    const verdict = value <= limit ? 'yes' : 'NO';
    return [measure, shown(value), byWork === undefined ? '-' : shown(byWork), `${limit} ${unit}`, verdict];
  });
  return titled('Targets', table(['measure', 'measured', 'by CPU', 'at most', 'reached'], rows));
}
