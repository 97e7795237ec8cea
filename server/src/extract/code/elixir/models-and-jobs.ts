import type { JobFact, ModelFact } from '../../../model/facts';
import type { Range } from '../../../model/text';
import type { Value } from '../../../model/value';
import { headOf } from '../ranges';
import { isIn } from '../scan';
import { argumentsOf } from './arguments';
import type { CallContext } from './calls';
import type { LocalCall } from './captures';
import { isConfiguration } from './settings';
import { configBase } from './settings-path';
import { moduleTextAt } from './text-at';

const SCHEMAS = /Schema|:schema/;

/** Ecto's `schema "users"`. */
export function readModels({ source, values }: CallContext): readonly ModelFact[] {
  if (!isIn(SCHEMAS, source.file)) return [];
  return source.locals.flatMap((call) => {
    if (call.name !== 'schema') return [];
    const { positional, block } = argumentsOf(call.node);
    const table = positional[0] === undefined ? undefined : values.textOf(positional[0]);
    const name = source.outline.moduleAt(call.start);
    if (table === undefined || block === undefined || name === undefined) return [];
    return [{ kind: 'model', orm: 'ecto', name, table, range: headOf(call.node), ...source.scopeAt(call.start) }];
  });
}

/** Oban workers, and the schedules of Oban and Quantum in the configuration. */
export function readJobs(context: CallContext): readonly JobFact[] {
  const { source } = context;
  return [
    ...source.locals.flatMap((call) => (call.name === 'use' ? worker(context, call) : [])),
    ...(isConfiguration(source.path, source.text) ? source.locals.flatMap((call) => schedules(context, call)) : []),
  ];
}

function worker({ source, values }: CallContext, call: LocalCall): readonly JobFact[] {
  const first = argumentsOf(call.node).positional[0];
  const index = first?.startIndex ?? 0;
  const module = first?.type === 'alias' ? source.names.resolve(moduleTextAt(source.text, index), index) : '';
  const name = source.outline.moduleAt(call.start);
  if (!/^Oban(\.Pro)?\.Workers?(\.\w+)?$/.test(module) || name === undefined) return [];
  const { queue: named, max_attempts: tried } = values.ofCall(call.node).keywords;
  const queue = nameOf(named) ?? 'default';
  const attempts = tried?.t === 'number' ? { attempts: tried.v } : {};
  const range = headOf(call.node);
  return [{ kind: 'job', system: 'oban', name, queue, ...attempts, range, ...source.scopeAt(call.start) }];
}

function schedules(context: CallContext, call: LocalCall): readonly JobFact[] {
  if (call.name !== 'config') return [];
  const { args, keywords } = context.values.ofCall(call.node);
  const base = configBase(context, call.node) ?? '';
  const options: Value = { t: 'map', entries: keywords };
  const found: Scheduled[] = [];
  if (/\bOban$/.test(base) || mentions(args, 'Oban')) found.push(...crontab(options, 0));
  const jobs = keywords['jobs'];
  if (jobs !== undefined) found.push(...quantumJobs(jobs));
  return found.map((one) => ({ kind: 'job', ...one, range: entryRange(context, call, one) }));
}

/** The line of the entry itself: a crontab may stand far below its `config`. */
function entryRange({ source }: CallContext, call: LocalCall, { schedule = '', name }: Scheduled): Range {
  const head = headOf(call.node);
  const text = source.text.slice(call.start, call.node.endIndex);
  const written = JSON.stringify(schedule);
  const last = name.slice(name.lastIndexOf('.') + 1);
  let found = -1;
  for (let at = text.indexOf(written); at >= 0; at = text.indexOf(written, at + 1)) {
    if (found < 0) found = at;
    // One schedule may start several workers: each is named right behind it.
    const behind = /^\s*,\s*\{?\s*([\w.]{1,200})/.exec(text.slice(at + written.length, at + written.length + 300))?.[1];
    if (behind === undefined || behind.slice(behind.lastIndexOf('.') + 1) !== last) continue;
    found = at;
    break;
  }
  if (found < 0) return head;
  const above = text.slice(0, found);
  const line = head.line + (above.match(/\n/g)?.length ?? 0);
  const column = line === head.line ? head.column + found : found - above.lastIndexOf('\n') - 1;
  return { line, column, endLine: line, endColumn: column + written.length };
}

type Scheduled = Pick<JobFact, 'system' | 'name' | 'queue' | 'schedule'>;

function mentions(args: readonly Value[], name: string): boolean {
  return args.some((arg) => arg.t === 'ref' && arg.path === name);
}

/** Every `crontab:` in Oban's options: `{"0 3 * * *", Worker, queue: :nightly}`. */
function crontab(value: Value, depth: number): readonly Scheduled[] {
  if (depth > 6) return [];
  if (value.t === 'list') return value.items.flatMap((item) => crontab(item, depth + 1));
  if (value.t !== 'map') return [];
  return Object.entries(value.entries).flatMap(([key, entry]) =>
    key === 'crontab' && entry.t === 'list' ? entry.items.flatMap(cronEntry) : crontab(entry, depth + 1),
  );
}

function cronEntry(entry: Value): readonly Scheduled[] {
  if (entry.t !== 'list') return [];
  const [schedule, worker, options] = entry.items;
  if (schedule?.t !== 'string' || worker?.t !== 'ref') return [];
  const queue = options?.t === 'map' ? nameOf(options.entries['queue']) : undefined;
  return [{ system: 'oban', name: worker.path, schedule: schedule.v, ...(queue !== undefined && { queue }) }];
}

/** `[{"* * * * *", {Mod, :fun, []}}, name: [schedule: "@daily", task: {Mod, :fun, []}]]`. */
function quantumJobs(jobs: Value): readonly Scheduled[] {
  if (jobs.t === 'map') {
    return Object.entries(jobs.entries).flatMap(([name, job]): readonly Scheduled[] => {
      const schedule = job.t === 'map' ? job.entries['schedule'] : undefined;
      return schedule?.t === 'string' ? [{ system: 'quantum', name, schedule: schedule.v }] : [];
    });
  }
  if (jobs.t !== 'list') return [];
  return jobs.items.flatMap((job): readonly Scheduled[] => {
    if (job.t === 'map') return quantumJobs(job);
    const [schedule, task] = job.t === 'list' ? job.items : [];
    if (schedule?.t !== 'string') return [];
    const parts = task?.t === 'list' ? task.items : [];
    const name = parts.flatMap((part) => (part.t === 'ref' ? [part.path.replace(/^:/, '')] : [])).join('.');
    return name === '' ? [] : [{ system: 'quantum', name, schedule: schedule.v }];
  });
}

function nameOf(value: Value | undefined): string | undefined {
  if (value?.t === 'ref') return value.path.replace(/^:/, '');
  return value?.t === 'string' ? value.v : undefined;
}
