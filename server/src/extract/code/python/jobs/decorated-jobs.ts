import type { Keywords, Value } from '../../../../model/value';
import { type Found, literal, triggerOf, words } from './job-values';
import { intervalOf, scheduleText } from './schedules';

/** A decorator as it is resolved and as it is written, with what it is given. */
export interface Decorator {
  readonly path: string;
  readonly written: string;
  readonly args: readonly Value[];
  readonly keywords: Keywords;
  /** The file. */
  readonly text: string;
}

interface Rule {
  readonly is: (decorator: Decorator) => boolean;
  readonly found: (decorator: Decorator) => Found;
}

const RULES: readonly Rule[] = [
  {
    is: ({ path }) => /^celery\.(?:shared_task|task\.task|Celery\.task)$/.test(path),
    found: (decorator) => ({ system: 'celery', name: nameOf(decorator), queue: queueOf(decorator) }),
  },
  {
    is: ({ path }) => /^celery\.(task|decorators)\.periodic_task$/.test(path),
    found: (decorator) => ({
      system: 'celery',
      name: nameOf(decorator),
      schedule: scheduleText(decorator.keywords['run_every']),
    }),
  },
  {
    is: ({ path }) =>
      /(?:^|\.)celery(?:_app)?\.(?:\w+\.)*task$|celery\w*\.task$/i.test(path) ||
      (/\.app\.task$/.test(path) && /celery/i.test(path)),
    found: (decorator) => ({ system: 'celery', name: nameOf(decorator), queue: queueOf(decorator) }),
  },
  {
    is: ({ path }) => path === 'dramatiq.actor',
    found: (decorator) => ({
      system: 'dramatiq',
      name: words(decorator.keywords['actor_name']),
      queue: queueOf(decorator),
    }),
  },
  {
    is: ({ path }) => /^(rq\.decorators|django_rq)\.job$/.test(path),
    found: (decorator) => ({ system: 'rq', queue: words(decorator.args[0]) ?? queueOf(decorator) }),
  },
  {
    is: ({ path }) => /^huey\b.*\.(db_)?(periodic_)?task$/.test(path),
    found: (decorator) => huey(decorator, decorator.path),
  },
  {
    is: ({ written }) => /\bhuey\.(db_)?(periodic_)?task$/.test(written),
    found: (decorator) => huey(decorator, decorator.written),
  },
  {
    is: ({ path, text }) => /^taskiq\b.*\.task$|broker\.task$/.test(path) && /taskiq/.test(text),
    found: ({ args }) => ({ system: 'taskiq', name: words(args[0]) }),
  },
  {
    is: ({ path }) => /^procrastinate\b.*\.(task|periodic)$/.test(path),
    found: (decorator) => ({
      system: 'procrastinate',
      name: nameOf(decorator),
      queue: queueOf(decorator),
      schedule: words(decorator.keywords['cron']),
    }),
  },
  {
    is: ({ path }) => path === 'background_task.background',
    found: (decorator) => ({
      system: 'django-background-tasks',
      queue: queueOf(decorator),
      schedule: scheduleText(decorator.keywords['schedule']),
    }),
  },
  {
    is: ({ path }) => /^(fastapi_utils|fastapi_utilities)\b.*\.repeat_every$/.test(path),
    found: ({ args, keywords }) => ({
      system: 'fastapi-utils',
      schedule: intervalOf({ seconds: keywords['seconds'] ?? args[0] ?? { t: 'other' } }),
    }),
  },
  {
    is: ({ path }) => /^airflow\b.*\.dag$/.test(path),
    found: ({ args, keywords }) => ({
      system: 'airflow',
      name: words(keywords['dag_id']) ?? words(args[0]),
      schedule: scheduleText(keywords['schedule'] ?? keywords['schedule_interval']),
    }),
  },
  {
    is: ({ path }) => path === 'prefect.flow',
    found: (decorator) => ({ system: 'prefect', name: nameOf(decorator) }),
  },
  {
    is: ({ path }) => /^dagster\.(job|schedule|sensor)$/.test(path),
    found: (decorator) => ({
      system: 'dagster',
      name: nameOf(decorator),
      schedule: words(decorator.keywords['cron_schedule']),
    }),
  },
  {
    is: ({ path, written, text }) =>
      /^apscheduler\b.*\.scheduled_job$/.test(path) ||
      (/scheduler\.scheduled_job$/.test(written) && /apscheduler/.test(text)),
    found: ({ args, keywords }) => ({
      system: 'apscheduler',
      name: words(keywords['id']),
      schedule: triggerOf(args[0], keywords),
    }),
  },
  {
    is: ({ path, keywords }) =>
      /^modal\.App\.function$|^modal\.(Stub|App)\b.*\.function$/.test(path) && keywords['schedule'] !== undefined,
    found: (decorator) => ({
      system: 'modal',
      name: nameOf(decorator),
      schedule: scheduleText(decorator.keywords['schedule']),
    }),
  },
];

/** The job that a decorator makes of a function. */
export function decoratedJob(decorator: Decorator): Found | undefined {
  return RULES.find(({ is }) => is(decorator))?.found(decorator);
}

function nameOf({ keywords }: Decorator): string | undefined {
  return literal(keywords['name']);
}

function queueOf({ keywords }: Decorator): string | undefined {
  return words(keywords['queue']) ?? words(keywords['queue_name']);
}

function huey(decorator: Decorator, callee: string): Found {
  const schedule = /periodic/.test(callee) ? scheduleText(decorator.args[0]) : undefined;
  return { system: 'huey', name: nameOf(decorator), schedule };
}
