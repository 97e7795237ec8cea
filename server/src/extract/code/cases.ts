import type { CaseFact } from '../../model/facts';
import type { SyntaxNode } from '../../syntax/node';
import { headOf } from './ranges';
import { placesIn, type Scanned } from './scan';

/** Names of what is handled: an event's type, an action, a message's topic. */
const HANDLED = /^(?:type|event|event_type|event_name|kind|action|topic)$/;
/** Names of what is chosen between. */
const CHOSEN = /^(?:\w+_)?(?:provider|backend|driver|strategy)(?:_name|_type)?$|^mode$/;
/** A name can be anything; with a dot inside its value it is an event's. */
const NAMED = /^name$/;
/** A first look at the text before a comparison: no node is asked for unless one of these words stands there. */
const SUBJECT_WORD = /type|event|kind|action|topic|name|provider|backend|driver|strategy|mode/i;
const VALUE = /^(?=.*[a-z])[\w.:/-]{2,80}$/i;
/** `checkout.session.completed` */
const DOTTED = /^[a-z][\w-]*(?:\.[\w-]+)+$/i;
/** What browsers send to every page. */
const DOM_EVENT =
  /^(?:click|dblclick|change|scroll|resize|focus|blur|(?:key|mouse|pointer|touch|drag)(?:down|up|press|move|over|out|enter|leave|start|end|cancel)|drop|wheel)$/;
const CASE_CHANGE = /[?!]?\.(?:lower|upper|strip|casefold|toLowerCase|toUpperCase|trim)\(\)$/;
const MOST_FACTS = 80;
const LONGEST_SUBJECT = 100;

/** Whether texts compared shortly behind this place may matter. */
export function mayCompare(text: string, index: number): boolean {
  return SUBJECT_WORD.test(text.slice(Math.max(0, index - 70), index));
}

export function isChoice(name: string): boolean {
  return CHOSEN.test(name);
}

export function isDotted(value: string): boolean {
  return DOTTED.test(value);
}

/** The last name of what is compared, in snake case: `event["type"]` is `type`, `os.getenv("LLM_PROVIDER")` `llm_provider`. */
export function subjectName(subject: string): string {
  let text = subject.trim();
  if (text.length > LONGEST_SUBJECT || /^(?:typeof|type|instanceof)\b[\s(]/.test(text)) return '';
  for (let steps = 0; steps < 3; steps += 1) {
    // `(settings.provider or "openai")`
    const inner = /^\(([^()]*(?:\([^()]*\))?[^()]*)\)/.exec(text);
    if (inner !== null && (inner[0].length === text.length || CASE_CHANGE.test(text))) {
      text = (inner[1] ?? '').split(/\?\?|\|\||\bor\b/, 1)[0]?.trim() ?? '';
    }
    text = (text.split(/\?\?|\|\|/, 1)[0] ?? '').trim().replace(CASE_CHANGE, '');
  }
  const name =
    /\[\s*["':]?(\w+)["']?\s*\]!?$/.exec(text)?.[1] ??
    /(?:\.get|get_env|getenv|env|fetch)!?\(\s*(?:[\w@.%:]+\s*,\s*)?["':](\w+)["']?\s*(?:,[^()]*)?\)$/.exec(text)?.[1] ??
    /(?:^|[.@!?]|->)([A-Za-z_$][\w$]*)!?$/.exec(text)?.[1] ??
    '';
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
}

/** The texts that one file compares with, each once a function, bounded. */
export class Cases {
  readonly facts: CaseFact[] = [];
  readonly #seen = new Set<string>();
  /** Components compare with kinds of their own all the time: there only events and choices tell something. */
  readonly #isComponent: boolean;

  constructor(path: string) {
    this.#isComponent = /\.(?:tsx|jsx|vue|svelte|astro)$/i.test(path);
  }

  get isFull(): boolean {
    return this.facts.length >= MOST_FACTS;
  }

  /** Takes a comparison if its subject is one of ours. */
  compare(subject: string, value: string, node: SyntaxNode, scope: string | undefined): void {
    if (this.#isWanted(subjectName(subject), value)) this.take(subject, value, node, scope);
  }

  take(subject: string, value: string, node: SyntaxNode, scope: string | undefined): void {
    const written = subject.replace(/\s+/g, ' ').trim();
    const key = `${scope ?? ''}\n${written}\n${value}`;
    if (this.isFull || this.#seen.has(key)) return;
    this.#seen.add(key);
    this.facts.push({
      kind: 'case',
      subject: written,
      value,
      range: headOf(node),
      ...(scope !== undefined && { scope }),
    });
  }

  #isWanted(name: string, value: string): boolean {
    if (name === '' || !VALUE.test(value)) return false;
    if (CHOSEN.test(name)) return true;
    if (NAMED.test(name)) return DOTTED.test(value);
    return HANDLED.test(name) && !DOM_EVENT.test(value) && (DOTTED.test(value) || !this.#isComponent);
  }
}

const COMPARED = /([!=]==?)[ \t]{0,8}(["'])([\w.:/-]{2,80})\2/g;

/** Comparisons with a text, as the source's characters show them; whether they are code, the tree tells. */
export function comparedTexts(file: Scanned): readonly { readonly value: string; readonly index: number }[] {
  const found: { readonly value: string; readonly index: number }[] = [];
  for (const match of placesIn(COMPARED, file)) {
    if (!mayCompare(file.text, match.index)) continue;
    const value = match[3] ?? '';
    // Behind the opening quote.
    found.push({ value, index: match.index + (match[0]?.length ?? 0) - 1 - value.length });
    if (found.length >= MOST_FACTS * 4) break;
  }
  return found;
}

const TABLE_KEY = /(["'])([a-z][\w-]*(?:\.[\w-]+)+)\1\s{0,8}[:(]/gi;
const TABLE_NAME = /handle|event|hook|listen|process|dispatch|subscri|topic|action/i;

/** Keys such as `"invoice.paid": onPaid`: a table of functions by events. */
export function dottedKeys(file: Scanned): readonly { readonly value: string; readonly index: number }[] {
  const found: { readonly value: string; readonly index: number }[] = [];
  for (const match of placesIn(TABLE_KEY, file)) {
    found.push({ value: match[2] ?? '', index: match.index + 1 });
    if (found.length >= MOST_FACTS * 4) break;
  }
  return found;
}

export function isHandlerTable(name: string): boolean {
  return TABLE_NAME.test(name);
}
