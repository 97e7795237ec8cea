import type { JobFact } from '../../../../model/facts';
import type { Value } from '../../../../model/value';
import type { SyntaxNode } from '../../../../syntax/node';
import { type PythonContext, placeAt } from '../context';
import { plainString } from '../literals';
import { places } from '../parts';
import type { AssignSite, CallSite } from '../source';
import { scheduleText } from './schedules';

const BEAT = /^(?:CELERY_BEAT_SCHEDULE|CELERYBEAT_SCHEDULE|[\w.]*\bconf\.beat_schedule|beat_schedule)$/;

const LISTS = places<AssignSite>();
const UPDATES = places<CallSite>();

/** Celery's beat schedule, wherever it is assigned, and django-crontab's list. */
export function beatFacts(context: PythonContext): readonly JobFact[] {
  const facts: JobFact[] = [];
  const { parts, source } = context;
  for (const site of parts.only(source.assigns, LISTS, ({ target }) => target === 'CRONJOBS' || BEAT.test(target))) {
    if (site.target === 'CRONJOBS') facts.push(...cronJobs(context, site.node.childForFieldName('right')));
    if (BEAT.test(site.target)) facts.push(...entries(context, site.node.childForFieldName('right')));
  }
  for (const site of parts.only(source.calls, UPDATES, ({ text }) => /conf\.update$/.test(text))) {
    for (const child of site.args.namedChildren) {
      if (child?.type === 'keyword_argument' && child.text.startsWith('beat_schedule')) {
        facts.push(...entries(context, child.childForFieldName('value')));
      }
    }
  }
  return facts;
}

function entries(context: PythonContext, dictionary: SyntaxNode | null): readonly JobFact[] {
  if (dictionary?.type !== 'dictionary') return [];
  return dictionary.namedChildren.flatMap((pair): readonly JobFact[] => {
    if (pair?.type !== 'pair') return [];
    const key = pair.childForFieldName('key');
    const value = context.values.of(pair.childForFieldName('value'));
    if (key === null || value.t !== 'map') return [];
    const { task, schedule, options } = value.entries;
    const entry = plainString(key.text);
    const name = text(task) ?? entry;
    const queue = options?.t === 'map' ? text(options.entries['queue']) : undefined;
    const told = scheduleText(schedule);
    if (name === undefined) return [];
    return [
      {
        kind: 'job',
        system: 'celery',
        name,
        ...(queue !== undefined && { queue }),
        ...(told !== undefined && { schedule: told }),
        ...(entry !== undefined && entry !== name && { entry }),
        ...placeAt(context, pair.startIndex, pair.endIndex),
      },
    ];
  });
}

function cronJobs(context: PythonContext, list: SyntaxNode | null): readonly JobFact[] {
  if (list === null) return [];
  return list.namedChildren.flatMap((item): readonly JobFact[] => {
    const value = item?.type === 'tuple' ? context.values.of(item) : undefined;
    if (item === null || value?.t !== 'list') return [];
    const [schedule, name] = value.items.map(text);
    if (schedule === undefined || name === undefined) return [];
    return [
      { kind: 'job', system: 'django-crontab', name, schedule, ...placeAt(context, item.startIndex, item.endIndex) },
    ];
  });
}

function text(value: Value | undefined): string | undefined {
  if (value?.t === 'string') return value.v;
  return value?.t === 'ref' ? value.path : undefined;
}
