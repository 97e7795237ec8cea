import type { Fact, JobFact } from '../../../../model/facts';
import { isIn } from '../../scan';
import { decoratingCalls, resolveCallee } from '../calls';
import { type PythonContext, placeOf } from '../context';
import { dottedAt } from '../source';
import { beatFacts } from './beat';
import { calledJob, registeringCalls } from './called-jobs';
import { decoratedJob } from './decorated-jobs';
import type { Found } from './job-values';

const SYSTEMS =
  /celery|apscheduler|\brq\b|django_rq|dramatiq|huey|\barq\b|taskiq|airflow|prefect|dagster|\bschedule\b|CRONJOBS|procrastinate|modal|repeat_every|background_task/i;

/** Background tasks, schedules and flows. */
export function jobFacts(context: PythonContext): readonly Fact[] {
  if (!isIn(SYSTEMS, context.source.file)) return [];
  return [...decorated(context), ...called(context), ...beatFacts(context)];
}

function decorated(context: PythonContext): readonly JobFact[] {
  const { source, text } = context;
  const calls = new Map(decoratingCalls(context).map((site) => [site.node.startIndex, site]));
  return source.decorators.flatMap(({ node, decorates }): readonly JobFact[] => {
    const start = node.startIndex + 1;
    const written = dottedAt(text, start);
    const site = calls.get(start);
    const path = site === undefined ? context.names.resolve(written, start)?.path : resolveCallee(context, site)?.path;
    if (path === undefined) return [];
    const given = site === undefined ? { args: [], keywords: {} } : context.values.ofArguments(site.args);
    const found = decoratedJob({ path, written, text, ...given });
    return found === undefined ? [] : [job(found, found.name ?? decorates, placeOf(context, node))];
  });
}

function called(context: PythonContext): readonly JobFact[] {
  return registeringCalls(context).flatMap((site): readonly JobFact[] => {
    const found = calledJob(context, site);
    return found?.name === undefined ? [] : [job(found, found.name, placeOf(context, site.node))];
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
