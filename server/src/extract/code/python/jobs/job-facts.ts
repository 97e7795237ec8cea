import type { Fact, JobFact } from '../../../../model/facts';
import type { Keywords, Value } from '../../../../model/value';
import { resolveCallee } from '../calls';
import { type PythonContext, placeOf } from '../context';
import { dottedAt } from '../source';
import { beatFacts } from './beat';
import { cronOf, intervalOf, scheduleText } from './schedules';

const SYSTEMS =
  /celery|apscheduler|\brq\b|django_rq|dramatiq|huey|\barq\b|taskiq|airflow|prefect|dagster|\bschedule\b|CRONJOBS|procrastinate|modal|repeat_every|background_task/i;

interface Found {
  readonly system: string;
  readonly name?: string | undefined;
  readonly queue?: string | undefined;
  readonly schedule?: string | undefined;
}

/** Background tasks, schedules and flows. */
export function jobFacts(context: PythonContext): readonly Fact[] {
  if (!SYSTEMS.test(context.text)) return [];
  return [...decorated(context), ...called(context), ...beatFacts(context)];
}

function decorated(context: PythonContext): readonly JobFact[] {
  const { source, text } = context;
  const calls = new Map(source.calls.map((site) => [site.node.startIndex, site]));
  return source.decorators.flatMap(({ node, decorates }): readonly JobFact[] => {
    const start = node.startIndex + 1;
    const written = dottedAt(text, start);
    const site = calls.get(start);
    const path = site === undefined ? context.names.resolve(written, start)?.path : resolveCallee(context, site)?.path;
    if (path === undefined) return [];
    const { args, keywords } = site === undefined ? { args: [], keywords: {} } : context.values.ofArguments(site.args);
    const found = ofDecorator(path, written, args, keywords, context);
    if (found === undefined) return [];
    return [job(found, found.name ?? decorates, placeOf(context, node))];
  });
}

function ofDecorator(
  path: string,
  written: string,
  args: readonly Value[],
  keywords: Keywords,
  context: PythonContext,
): Found | undefined {
  const name = literal(keywords['name']);
  const queue = words(keywords['queue']) ?? words(keywords['queue_name']);
  if (path === 'celery.shared_task' || path === 'celery.task.task' || /^celery\.Celery\.task$/.test(path))
    return { system: 'celery', name, queue };
  if (/^celery\.(task|decorators)\.periodic_task$/.test(path))
    return { system: 'celery', name, schedule: scheduleText(keywords['run_every']) };
  if (
    /(?:^|\.)celery(?:_app)?\.(?:\w+\.)*task$|celery\w*\.task$/i.test(path) ||
    (/\.app\.task$/.test(path) && /celery/i.test(path))
  )
    return { system: 'celery', name, queue };
  if (/^dramatiq\.actor$/.test(path)) return { system: 'dramatiq', name: words(keywords['actor_name']), queue };
  if (/^(rq\.decorators|django_rq)\.job$/.test(path)) return { system: 'rq', queue: words(args[0]) ?? queue };
  if (/^huey\b.*\.(db_)?(periodic_)?task$/.test(path))
    return { system: 'huey', name, schedule: /periodic/.test(path) ? scheduleText(args[0]) : undefined };
  if (/\bhuey\.(db_)?(periodic_)?task$/.test(written))
    return { system: 'huey', name, schedule: /periodic/.test(written) ? scheduleText(args[0]) : undefined };
  if (/^taskiq\b.*\.task$|broker\.task$/.test(path) && /taskiq/.test(context.text))
    return { system: 'taskiq', name: words(args[0]) };
  if (/^procrastinate\b.*\.(task|periodic)$/.test(path))
    return { system: 'procrastinate', name, queue, schedule: words(keywords['cron']) };
  if (/^background_task\.background$/.test(path))
    return { system: 'django-background-tasks', queue, schedule: scheduleText(keywords['schedule']) };
  if (/^(fastapi_utils|fastapi_utilities)\b.*\.repeat_every$/.test(path))
    return {
      system: 'fastapi-utils',
      schedule: intervalOf({ seconds: keywords['seconds'] ?? args[0] ?? { t: 'other' } }),
    };
  if (/^airflow\b.*\.dag$/.test(path))
    return {
      system: 'airflow',
      name: words(keywords['dag_id']) ?? words(args[0]),
      schedule: scheduleText(keywords['schedule'] ?? keywords['schedule_interval']),
    };
  if (/^prefect\.flow$/.test(path)) return { system: 'prefect', name };
  if (/^dagster\.(job|schedule|sensor)$/.test(path))
    return { system: 'dagster', name, schedule: words(keywords['cron_schedule']) };
  if (
    /^apscheduler\b.*\.scheduled_job$/.test(path) ||
    (/scheduler\.scheduled_job$/.test(written) && /apscheduler/.test(context.text))
  ) {
    return { system: 'apscheduler', name: words(keywords['id']), schedule: triggerOf(args[0], keywords) };
  }
  if (/^modal\.App\.function$|^modal\.(Stub|App)\b.*\.function$/.test(path) && keywords['schedule'] !== undefined)
    return { system: 'modal', name, schedule: scheduleText(keywords['schedule']) };
  return undefined;
}

function called(context: PythonContext): readonly JobFact[] {
  return context.source.calls.flatMap((site): readonly JobFact[] => {
    const verb = site.text.slice(site.text.lastIndexOf('.') + 1);
    if (
      !/^(add_job|enqueue|enqueue_in|enqueue_at|cron|DAG|ScheduleDefinition|do|add_periodic_task|build_schedule_from_partitioned_job|define_asset_job)$/.test(
        verb,
      )
    )
      return [];
    const path = resolveCallee(context, site)?.path ?? '';
    const { args, keywords } = context.values.ofArguments(site.args);
    const place = placeOf(context, site.node);
    const one = (found: Found, name: string | undefined): readonly JobFact[] =>
      name === undefined ? [] : [job(found, name, place)];
    const isScheduler =
      /^apscheduler\b/.test(path) || (/scheduler\.add_job$/i.test(site.text) && /apscheduler/i.test(context.text));
    if (verb === 'add_job' && isScheduler) {
      const name = words(keywords['id']) ?? words(args[0]) ?? words(keywords['func']);
      return one({ system: 'apscheduler', schedule: triggerOf(args[1] ?? keywords['trigger'], keywords) }, name);
    }
    if (/^enqueue/.test(verb) && /^(rq|django_rq)\b/.test(path))
      return one({ system: 'rq' }, words(args[verb === 'enqueue' ? 0 : 1]));
    if (path === 'arq.cron' || path === 'arq.cron.cron')
      return one({ system: 'arq', schedule: cronOf(keywords) }, words(args[0]));
    if (verb === 'DAG' && /^airflow\b/.test(path)) {
      const schedule = scheduleText(keywords['schedule'] ?? keywords['schedule_interval']);
      return one({ system: 'airflow', schedule }, words(args[0]) ?? words(keywords['dag_id']));
    }
    if (path === 'dagster.ScheduleDefinition') {
      const name = literal(keywords['name']) ?? words(keywords['job']) ?? words(keywords['job_name']);
      return one({ system: 'dagster', schedule: words(keywords['cron_schedule']) }, name);
    }
    if (path === 'dagster.define_asset_job')
      return one({ system: 'dagster' }, words(args[0]) ?? words(keywords['name']));
    if (verb === 'add_periodic_task' && /celery/i.test(context.text)) {
      const name = literal(keywords['name']) ?? taskOf(args[1]);
      return one({ system: 'celery', schedule: scheduleText(args[0]) }, name);
    }
    const every = /^schedule\.every\((\d*)\)\.([\w.]+?)(?:\.at\(\s*["']([\d:]+)["']\s*\))?\.do$/.exec(site.text);
    if (every !== null && context.names.resolve('schedule', site.node.startIndex)?.path === 'schedule') {
      const [, count = '', unit = '', at] = every;
      return one(
        {
          system: 'schedule',
          schedule: `every ${count === '' ? '' : `${count} `}${unit}${at === undefined ? '' : ` at ${at}`}`,
        },
        words(args[0]),
      );
    }
    return [];
  });
}

function job(found: Found, name: string, place: ReturnType<typeof placeOf>): JobFact {
  return {
    kind: 'job',
    system: found.system,
    name,
    ...(found.queue !== undefined && { queue: found.queue }),
    ...(found.schedule !== undefined && { schedule: found.schedule }),
    ...place,
  };
}

/** `'cron', hour=3`, `CronTrigger(...)`, `'interval', minutes=5`. */
function triggerOf(trigger: Value | undefined, keywords: Keywords): string | undefined {
  if (trigger?.t === 'string')
    return trigger.v === 'cron' ? cronOf(keywords) : trigger.v === 'interval' ? intervalOf(keywords) : trigger.v;
  return scheduleText(trigger);
}

/** `my_task.s()` names the task. */
function taskOf(value: Value | undefined): string | undefined {
  return value?.t === 'call' ? value.callee.replace(/\.(s|si|signature)$/, '') : words(value);
}

function literal(value: Value | undefined): string | undefined {
  return value?.t === 'string' ? value.v : undefined;
}

function words(value: Value | undefined): string | undefined {
  if (value?.t === 'string') return value.v;
  return value?.t === 'ref' ? value.path : undefined;
}
