import type { JobFact } from '../../../model/facts';
import type { SyntaxNode } from '../../../syntax/node';
import { headOf } from '../ranges';
import { decoratorNames, type ResolvedCall } from './calls';
import type { Resolver } from './resolve';
import { handlerName, option } from './routes/route-context';
import { type Script, scopeAt } from './script';
import { codeChildren, stringOf } from './unwrap';
import type { Values } from './values';

type Job = Pick<JobFact, 'system' | 'name' | 'queue' | 'schedule'>;

/** Queues, workers and schedules that a file sets up. */
export function jobFacts(
  script: Script,
  resolver: Resolver,
  values: Values,
  calls: readonly ResolvedCall[],
): readonly JobFact[] {
  const decorated = decoratorNames(script);
  return calls.flatMap((call) => {
    const job = new Reading(script, resolver, values, call, calls).job(decorated.get(call.node.startIndex));
    if (job === undefined) return [];
    const scope = scopeAt(script, call.node.startIndex);
    return [{ kind: 'job' as const, ...job, range: headOf(call.node), ...(scope !== undefined && { scope }) }];
  });
}

/** What is given a schedule and a function, by its callee. */
const TIMERS: ReadonlyMap<string, string> = new Map([
  ['node-cron.schedule', 'node-cron'],
  ['croner.Cron', 'croner'],
]);
/** The same, where it is constructed. */
const TIMER_CLASSES: ReadonlyMap<string, string> = new Map([
  ['cron.CronJob', 'cron'],
  ['croner', 'croner'],
]);

class Reading {
  readonly #script: Script;
  readonly #resolver: Resolver;
  readonly #values: Values;
  readonly #call: ResolvedCall;
  readonly #calls: readonly ResolvedCall[];

  constructor(script: Script, resolver: Resolver, values: Values, call: ResolvedCall, calls: readonly ResolvedCall[]) {
    this.#script = script;
    this.#resolver = resolver;
    this.#values = values;
    this.#call = call;
    this.#calls = calls;
  }

  job(decorates: string | undefined): Job | undefined {
    const { path } = this.#call.resolved;
    if (decorates !== undefined) return this.#decorated(path, decorates);
    if (this.#call.construct && /^(bullmq\.(Queue|Worker)|bull|bee-queue)$/.test(path)) return this.#queue(path);
    if (/^(bullmq\.Queue|bull)\.(add|upsertJobScheduler)$/.test(path)) return this.#repeated();
    const timer = TIMERS.get(path) ?? (this.#call.construct ? TIMER_CLASSES.get(path) : undefined);
    if (timer !== undefined) return this.#scheduled(timer, 0, 1);
    if (path === 'Deno.cron') return this.#named('deno', 0, this.#text(1));
    if (path === 'node-schedule.scheduleJob') {
      return this.#text(1) === undefined
        ? this.#scheduled('node-schedule', 0, 1)
        : this.#named('node-schedule', 0, this.#text(1));
    }
    if (/^(agenda|agenda\.Agenda|@hokify\/agenda\.Agenda)\.define$/.test(path)) return this.#named('agenda', 0);
    if (/^(agenda|agenda\.Agenda|@hokify\/agenda\.Agenda)\.every$/.test(path))
      return this.#named('agenda', 1, this.#text(0));
    if (/(^|\.)inngest\w*\.createFunction$|^inngest\.Inngest\.createFunction$/i.test(path)) return this.#inngest();
    if (/^@trigger\.dev\/sdk(\/v3)?\.(schedules\.)?(task|schemaTask)$/.test(path)) {
      return this.#fromOptions('trigger.dev', 'id', 'cron');
    }
    if (/^pg-boss(\.PgBoss|\.default)?\.(work|schedule)$/.test(path)) {
      return this.#named('pg-boss', 0, path.endsWith('schedule') ? this.#text(1) : undefined);
    }
    if (path === '@temporalio/worker.Worker.create') return this.#fromOptions('temporal', 'taskQueue', 'schedule');
    return undefined;
  }

  #arg(index: number): SyntaxNode | undefined {
    return codeChildren(this.#call.args)[index];
  }

  /** An argument's text; constants of this file are followed. */
  #text(index: number): string | undefined {
    return this.#textOf(this.#arg(index));
  }

  #textOf(node: SyntaxNode | undefined): string | undefined {
    if (node === undefined) return undefined;
    const plain = stringOf(node);
    if (plain !== undefined) return plain;
    const value = this.#values.of(node);
    if (value.t === 'string') return value.v;
    if (value.t === 'number') return `every ${value.v} ms`;
    if (value.t === 'env' && value.default?.t === 'string') return value.default.v;
    // Nest's `CronExpression.EVERY_HOUR`.
    return value.t === 'ref' && value.path.includes('CronExpression.')
      ? (value.path.split('.').at(-1) ?? undefined)
      : undefined;
  }

  #queue(path: string): Job | undefined {
    const name = this.#text(0);
    if (name === undefined) return undefined;
    return { system: path.split('.')[0] ?? path, name, queue: name };
  }

  /** `queue.add("name", data, { repeat: { pattern } })`, `queue.upsertJobScheduler("id", { every })`. */
  #repeated(): Job | undefined {
    const isScheduler = this.#call.resolved.path.endsWith('upsertJobScheduler');
    const options = isScheduler ? this.#arg(1) : option(codeChildren(this.#call.args).at(-1), 'repeat');
    const schedule = this.#textOf(option(options, 'pattern') ?? option(options, 'cron') ?? option(options, 'every'));
    const name = this.#text(0);
    if (schedule === undefined || name === undefined) return undefined;
    const system = this.#call.resolved.module;
    const owner = /^(?:this\.)?#?[\w$]+/.exec(
      this.#script.text.slice(this.#call.node.startIndex, this.#call.node.startIndex + 60),
    )?.[0];
    const made = this.#calls.find(({ construct, result }) => construct && result === owner);
    const queue = made === undefined ? undefined : this.#textOf(codeChildren(made.args)[0]);
    return { system, name, schedule, ...(queue !== undefined && { queue }) };
  }

  #scheduled(system: string, at: number, handler: number): Job | undefined {
    const schedule = this.#text(at);
    if (schedule === undefined) return undefined;
    const context = {
      script: this.#script,
      resolver: this.#resolver,
      values: this.#values,
      calls: this.#calls,
    };
    const name =
      handlerName(context, this.#arg(handler)) ??
      this.#call.result ??
      scopeAt(this.#script, this.#call.node.startIndex) ??
      '';
    return { system, name, schedule };
  }

  #named(system: string, at: number, schedule?: string): Job | undefined {
    const name = this.#text(at);
    return name === undefined ? undefined : { system, name, ...(schedule !== undefined && { schedule }) };
  }

  #fromOptions(system: string, id: string, cron: string): Job | undefined {
    const options = this.#arg(0);
    const name = this.#textOf(option(options, id));
    const schedule = this.#textOf(option(options, cron)) ?? this.#textOf(option(option(options, cron), 'pattern'));
    return name === undefined ? undefined : { system, name, ...(schedule !== undefined && { schedule }) };
  }

  /** `inngest.createFunction({ id }, { cron } or { event }, handler)`. */
  #inngest(): Job | undefined {
    const name = this.#textOf(option(this.#arg(0), 'id')) ?? this.#textOf(option(this.#arg(0), 'name'));
    const schedule = this.#textOf(option(this.#arg(1), 'cron'));
    const event = this.#textOf(option(this.#arg(1), 'event'));
    if (name === undefined) return undefined;
    return {
      system: 'inngest',
      name,
      ...(schedule !== undefined && { schedule }),
      ...(event !== undefined && { queue: event }),
    };
  }

  #decorated(path: string, name: string): Job | undefined {
    if (/^@nestjs\/bull(mq)?\.Processor$/.test(path)) {
      const queue = this.#text(0) ?? this.#textOf(option(this.#arg(0), 'name'));
      return { system: path.includes('bullmq') ? 'bullmq' : 'bull', name, ...(queue !== undefined && { queue }) };
    }
    if (!/^@nestjs\/schedule\.(Cron|Interval|Timeout)$/.test(path)) return undefined;
    const schedule = this.#text(0);
    return { system: 'nestjs-schedule', name, ...(schedule !== undefined && { schedule }) };
  }
}
