import type { Keywords, Value } from '../../../../model/value';
import { resolveCallee } from '../calls';
import type { PythonContext } from '../context';
import { places } from '../parts';
import type { CallSite } from '../source';
import { type Found, literal, taskOf, triggerOf, words } from './job-values';
import { cronOf, scheduleText } from './schedules';

const VERBS =
  /^(add_job|enqueue|enqueue_in|enqueue_at|cron|DAG|ScheduleDefinition|do|add_periodic_task|build_schedule_from_partitioned_job|define_asset_job)$/;

interface Call {
  readonly context: PythonContext;
  readonly site: CallSite;
  readonly verb: string;
  readonly path: string;
  readonly args: readonly Value[];
  readonly keywords: Keywords;
}

/** What a call registers, where it is one of that system. */
type Rule = (call: Call) => Found | undefined;

const RULES: readonly Rule[] = [
  function scheduler({ context, site, verb, path, args, keywords }) {
    const isScheduler =
      /^apscheduler\b/.test(path) || (/scheduler\.add_job$/i.test(site.text) && /apscheduler/i.test(context.text));
    if (verb !== 'add_job' || !isScheduler) return undefined;
    const name = words(keywords['id']) ?? words(args[0]) ?? words(keywords['func']);
    return { system: 'apscheduler', name, schedule: triggerOf(args[1] ?? keywords['trigger'], keywords) };
  },
  function enqueued({ verb, path, args }) {
    if (!/^enqueue/.test(verb) || !/^(rq|django_rq)\b/.test(path)) return undefined;
    return { system: 'rq', name: words(args[verb === 'enqueue' ? 0 : 1]) };
  },
  function arq({ path, args, keywords }) {
    if (path !== 'arq.cron' && path !== 'arq.cron.cron') return undefined;
    return { system: 'arq', name: words(args[0]), schedule: cronOf(keywords) };
  },
  function airflow({ verb, path, args, keywords }) {
    if (verb !== 'DAG' || !/^airflow\b/.test(path)) return undefined;
    const schedule = scheduleText(keywords['schedule'] ?? keywords['schedule_interval']);
    return { system: 'airflow', name: words(args[0]) ?? words(keywords['dag_id']), schedule };
  },
  function dagsterSchedule({ path, keywords }) {
    if (path !== 'dagster.ScheduleDefinition') return undefined;
    const name = literal(keywords['name']) ?? words(keywords['job']) ?? words(keywords['job_name']);
    return { system: 'dagster', name, schedule: words(keywords['cron_schedule']) };
  },
  function dagsterAssets({ path, args, keywords }) {
    if (path !== 'dagster.define_asset_job') return undefined;
    return { system: 'dagster', name: words(args[0]) ?? words(keywords['name']) };
  },
  function celery({ context, verb, args, keywords }) {
    if (verb !== 'add_periodic_task' || !/celery/i.test(context.text)) return undefined;
    return { system: 'celery', name: literal(keywords['name']) ?? taskOf(args[1]), schedule: scheduleText(args[0]) };
  },
  function schedule({ context, site, args }) {
    const every = /^schedule\.every\((\d*)\)\.([\w.]+?)(?:\.at\(\s*["']([\d:]+)["']\s*\))?\.do$/.exec(site.text);
    if (every === null || context.names.resolve('schedule', site.node.startIndex)?.path !== 'schedule')
      return undefined;
    const [, count = '', unit = '', at] = every;
    const text = `every ${count === '' ? '' : `${count} `}${unit}${at === undefined ? '' : ` at ${at}`}`;
    return { system: 'schedule', name: words(args[0]), schedule: text };
  },
];

const REGISTERING = places<CallSite>();

/** Calls that may register a job. */
export function registeringCalls({ parts, source }: PythonContext): readonly CallSite[] {
  return parts.only(source.calls, REGISTERING, (site) => VERBS.test(verbOf(site)));
}

function verbOf({ text }: CallSite): string {
  return text.slice(text.lastIndexOf('.') + 1);
}

/** The job that such a call registers. */
export function calledJob(context: PythonContext, site: CallSite): Found | undefined {
  const verb = verbOf(site);
  const path = resolveCallee(context, site)?.path ?? '';
  const call = { context, site, verb, path, ...context.values.ofArguments(site.args) };
  for (const rule of RULES) {
    const found = rule(call);
    if (found !== undefined) return found;
  }
  return undefined;
}
