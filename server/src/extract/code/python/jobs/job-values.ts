import type { Keywords, Value } from '../../../../model/value';
import { cronOf, intervalOf, scheduleText } from './schedules';

/** What a decorator or a call says about a job. */
export interface Found {
  readonly system: string;
  readonly name?: string | undefined;
  readonly queue?: string | undefined;
  readonly schedule?: string | undefined;
}

/** `'cron', hour=3`, `CronTrigger(...)`, `'interval', minutes=5`. */
export function triggerOf(trigger: Value | undefined, keywords: Keywords): string | undefined {
  if (trigger?.t === 'string')
    return trigger.v === 'cron' ? cronOf(keywords) : trigger.v === 'interval' ? intervalOf(keywords) : trigger.v;
  return scheduleText(trigger);
}

/** `my_task.s()` names the task. */
export function taskOf(value: Value | undefined): string | undefined {
  return value?.t === 'call' ? value.callee.replace(/\.(s|si|signature)$/, '') : words(value);
}

export function literal(value: Value | undefined): string | undefined {
  return value?.t === 'string' ? value.v : undefined;
}

export function words(value: Value | undefined): string | undefined {
  if (value?.t === 'string') return value.v;
  return value?.t === 'ref' ? value.path : undefined;
}
