import { AST_GREP, RIPGREP, STACK_ANALYSER } from '../tools/peers';
import { medianOf, type Results, type ScanResult, type ServerResult } from './results';
import { megabytes, milliseconds, ratio, table } from './table';
import { targetsOf } from './targets';

/** All tables of a run. */
export function printed(results: Results): string {
  return [
    ...results.scans.map(scanTable),
    ...(results.growth.length === 0 ? [] : [growthTable(results)]),
    ...results.servers.flatMap(serverTables),
    ...(results.memory === undefined ? [] : [memoryTable(results)]),
    targetTable(results),
  ].join('\n\n');
}

function titled(title: string, text: string): string {
  return `${title}\n\n${text}`;
}

function scanTable(scan: ScanResult): string {
  const rows = scan.programs.map(({ name, median, memory }) => [
    name,
    milliseconds(median),
    megabytes(memory),
    ...[STACK_ANALYSER, AST_GREP, RIPGREP].map((peer) => ratio(median, medianOf(scan, peer))),
  ]);
  const head = ['whole process', 'median', 'peak', `/ ${STACK_ANALYSER}`, `/ ${AST_GREP}`, `/ ${RIPGREP}`];
  const size = `${scan.files} files, ${megabytes(scan.bytes / 1024 ** 2)}`;
  return titled(`${scan.title} (${size})`, table(head, rows));
}

function growthTable({ growth }: Results): string {
  const rows = growth.map(({ files, bytes, cold, warm }) => [
    String(files),
    megabytes(bytes / 1024 ** 2),
    milliseconds(cold),
    `${((cold / files) * 1000).toFixed(0)} µs`,
    milliseconds(warm),
  ]);
  return titled('Growth', table(['files', 'bytes', 'cold', 'by file', 'warm'], rows));
}

function serverTables({ title, start, requests, edits }: ServerResult): readonly string[] {
  const started = `Server on ${title}: first tree after ${milliseconds(start.time)}, ${megabytes(start.memory.now)} (peak ${megabytes(start.memory.peak)})`;
  const answers = Object.entries(requests ?? {}).map(([method, { p50, p95, p99 }]) => [
    method,
    ...[p50, p95, p99].map(milliseconds),
  ]);
  const after = Object.entries(edits ?? {}).map(([kind, { hover, tree }]) => [
    kind,
    ...[hover.p50, hover.p95, hover.p99, tree?.p50, tree?.p95, tree?.p99].map(milliseconds),
  ]);
  return [
    started,
    ...(answers.length === 0 ? [] : [table(['answer', 'p50', 'p95', 'p99'], answers)]),
    ...(after.length === 0
      ? []
      : [table(['after an edit of 3,000 lines', 'hover p50', 'p95', 'p99', 'sidebar p50', 'p95', 'p99'], after)]),
  ];
}

function memoryTable({ memory }: Results): string {
  const start = memory?.start;
  const text = `${memory?.files} files: first tree after ${milliseconds(start?.time)}, ${megabytes(start?.memory.now)} (peak ${megabytes(start?.memory.peak)})`;
  return titled("The server's memory", text);
}

function targetTable(results: Results): string {
  const rows = targetsOf(results).map(({ measure, value, limit, unit }) => [
    measure,
    `${value.toFixed(unit === 'x' ? 2 : 1)} ${unit}`,
    `${limit} ${unit}`,
    value <= limit ? 'yes' : 'NO',
  ]);
  return titled('Targets', table(['measure', 'measured', 'at most', 'reached'], rows));
}
