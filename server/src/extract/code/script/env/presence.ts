import type { Presence } from '../../../../model/facts';
import type { SyntaxNode } from '../../../../syntax/node';
import type { Script } from '../script';
import { stringOf, unwrap, WRAPPERS } from '../unwrap';
import { type Check, checkAfter, checkOf, exitOf } from './exits';
import { isLiteral, raisesError } from './fallbacks';
import { handedUse } from './handed-use';
import { ASSERTS, CASTS, MEMBER_CASTS, TESTS, TRANSPARENT } from './known-calls';
import { runsInProduction } from './production';
import { checkAround, mentions, subjectOf } from './surroundings';

/** What the code around a read says about it. */
export interface Use {
  readonly presence: Presence;
  readonly defaultNode?: SyntaxNode;
  readonly cast?: string;
  readonly boundTo?: string;
  readonly production?: true;
}

/** `[process.env.A, process.env.B].filter(Boolean)` does without those that are absent. */
const FILTERED = /^\s*\.filter\(\s*(?:Boolean|\(?\s*[\w$]+)/;
const COMPARISONS = new Set(['===', '!==', '==', '!=', '<', '>', '<=', '>=']);

/** Climbs from a read to the statement that holds it. */
export function useOf(script: Script, read: SyntaxNode, name: string): Use {
  return new Climb(script, read, name).run();
}

class Climb {
  readonly #script: Script;
  readonly #read: SyntaxNode;
  readonly #name: string;
  #presence: Presence = 'bare';
  #defaultNode: SyntaxNode | undefined;
  #cast: string | undefined;
  #tested = false;
  #negated = false;
  #production = false;
  readonly #keys: string[] = [];

  constructor(script: Script, read: SyntaxNode, name: string) {
    this.#script = script;
    this.#read = read;
    this.#name = name;
  }

  run(): Use {
    let node = this.#read;
    let boundTo: string | undefined;
    for (let steps = 0; steps < 40; steps += 1) {
      const around = node.parent;
      if (around === null) break;
      const next = this.#step(node, around, around.type);
      if (next === 'end') break;
      if (next === 'bound') {
        boundTo = this.#bind(node, around);
        break;
      }
      node = next;
    }
    if (this.#presence === 'bare') {
      const check = checkAround(this.#read, this.#name);
      if (check?.exit === 'raises') this.#raise(check);
      else if (check !== undefined) this.#set('guarded');
    }
    const isNeeded = this.#presence === 'bare' || this.#presence === 'raises';
    if (isNeeded && !this.#production) this.#production = runsInProduction(this.#read);
    return {
      presence: this.#presence,
      ...(this.#defaultNode !== undefined && { defaultNode: this.#defaultNode }),
      ...(this.#cast !== undefined && { cast: this.#cast }),
      ...(boundTo !== undefined && { boundTo }),
      ...(this.#production && { production: true }),
    };
  }

  #step(node: SyntaxNode, around: SyntaxNode, type: string): SyntaxNode | 'end' | 'bound' {
    if (WRAPPERS.has(type) || type === 'type_assertion') return around;
    switch (type) {
      case 'binary_expression':
        return this.#binary(node, around);
      case 'unary_expression':
        return this.#unary(around);
      case 'ternary_expression':
        return this.#ternary(node, around);
      case 'if_statement':
      case 'while_statement':
        return this.#condition(node, around);
      case 'arguments':
        return this.#argument(around);
      case 'member_expression':
        return this.#memberOf(node, around);
      case 'switch_statement':
        return this.#test();
      case 'pair':
        this.#keys.unshift(around.childForFieldName('key')?.text.replace(/['"`]/g, '') ?? '');
        return around;
      case 'array':
        if (FILTERED.test(this.#script.text.slice(around.endIndex, around.endIndex + 80))) this.#set('guarded');
        return around;
      case 'object':
        return around;
      case 'variable_declarator':
      case 'public_field_definition':
      case 'field_definition':
      case 'assignment_expression':
      case 'augmented_assignment_expression':
        return 'bound';
      default:
        return 'end';
    }
  }

  #set(presence: Presence, defaultNode?: SyntaxNode | null): void {
    if (this.#presence !== 'bare' && this.#presence !== 'guarded') return;
    this.#presence = presence;
    if (defaultNode !== undefined && defaultNode !== null) this.#defaultNode = defaultNode;
  }

  #test(): 'end' {
    if (!this.#tested) this.#set('compared');
    this.#tested = true;
    return 'end';
  }

  #binary(node: SyntaxNode, around: SyntaxNode): SyntaxNode | 'end' {
    const operator = around.childForFieldName('operator')?.text ?? '';
    const left = around.childForFieldName('left');
    const right = around.childForFieldName('right');
    const isLeft = left?.id === node.id;
    if (operator === '??' || operator === '||') {
      if (!this.#tested) this.#either(isLeft, left, right);
      return around;
    }
    if (operator === '&&') {
      if (isLeft) this.#test();
      else if (left !== null && mentions(left, this.#name)) this.#set('guarded');
      return around;
    }
    if (!COMPARISONS.has(operator)) return operator === '+' ? 'end' : around;
    this.#compare(operator, isLeft ? right : left);
    return around;
  }

  #either(isLeft: boolean, left: SyntaxNode | null, right: SyntaxNode | null): void {
    if (isLeft && right !== null) this.#fallback(right);
    // The second of two variables is asked for where the first is missing.
    else if (left !== null && /\benv\b/.test(left.text)) this.#set('guarded');
  }

  #compare(operator: string, other: SyntaxNode | null): void {
    const literal = stringOf(other);
    if (literal !== undefined && /^(true|false|1|0|yes|no|on|off)$/i.test(literal)) this.#cast ??= 'bool';
    if (other !== null && /^(undefined|null|(['"])undefined\2)$/.test(other.text))
      this.#negated = operator.startsWith('=');
    this.#set('compared');
    this.#tested = true;
  }

  #fallback(right: SyntaxNode): void {
    const inner = unwrap(right);
    if (raisesError(inner)) this.#set('raises');
    else if (/^(undefined|null)$/.test(inner.text)) this.#set('default');
    // An empty text of a first fallback only leads on to the second.
    else if (stringOf(this.#defaultNode ?? null) === '') this.#defaultNode = inner;
    else this.#set('default', inner);
  }

  #unary(around: SyntaxNode): SyntaxNode | 'end' {
    const operator = around.childForFieldName('operator')?.text ?? '';
    if (operator === '+' || operator === '-') {
      this.#cast ??= 'number';
      return around;
    }
    if (operator === 'void' || operator === 'delete') return 'end';
    if (!this.#tested) this.#set('compared');
    this.#tested = true;
    this.#negated = operator === '!' ? !this.#negated : this.#negated;
    return around;
  }

  #ternary(node: SyntaxNode, around: SyntaxNode): SyntaxNode | 'end' {
    const condition = around.childForFieldName('condition');
    const yes = around.childForFieldName('consequence');
    const no = around.childForFieldName('alternative');
    if (condition === null || yes === null || no === null) return 'end';
    if (condition.id === node.id) {
      if (this.#presence === 'compared') this.#presence = 'bare';
      if (mentions(yes, this.#name)) this.#branch(no);
      else if (this.#negated && mentions(no, this.#name)) this.#branch(yes);
      else this.#set('compared');
      this.#tested = true;
      return this.#presence === 'default' ? around : 'end';
    }
    if (mentions(condition, this.#name)) this.#branch(yes.id === node.id ? no : yes);
    return around;
  }

  #branch(other: SyntaxNode): void {
    const inner = unwrap(other);
    if (isLiteral(inner)) this.#set('default', inner);
    else this.#set('guarded');
  }

  #condition(node: SyntaxNode, around: SyntaxNode): 'end' {
    const condition = around.childForFieldName('condition');
    if (condition?.id !== node.id) return 'end';
    this.#test();
    if (around.type === 'if_statement' && this.#negated && this.#presence === 'compared') {
      const check = checkOf(around, subjectOf(this.#name), this.#name);
      if (check?.exit === 'raises') this.#raise(check);
      // `if (!("X" in process.env)) throw ...`
      else if (!condition.text.includes('&&') && exitOf(around.childForFieldName('consequence')) === 'raises')
        this.#raise({ exit: 'raises' });
    }
    return 'end';
  }

  #raise(check: Check): void {
    this.#presence = check.exit;
    this.#defaultNode = undefined;
    this.#production = check.production === true;
  }

  #argument(around: SyntaxNode): SyntaxNode | 'end' {
    const call = around.parent;
    if (call === null || this.#keys.length > 0) return 'end';
    const callee = call.childForFieldName(call.type === 'new_expression' ? 'constructor' : 'function')?.text ?? '';
    const cast = CASTS[callee];
    if (cast !== undefined) {
      this.#cast ??= cast;
      return call;
    }
    if (TRANSPARENT.has(callee)) return call;
    if (TESTS.has(callee)) {
      this.#test();
      return call;
    }
    if (ASSERTS.test(callee) && (around.namedChild(0)?.endIndex ?? 0) > this.#read.startIndex) this.#set('raises');
    if (/\.includes$|^\/.*\/[a-z]*\.test$/.test(callee)) return this.#test();
    const handed = handedUse(this.#script, around, this.#read.startIndex);
    if (handed !== undefined && !this.#tested) this.#set(handed.presence, handed.defaultNode);
    return 'end';
  }

  #memberOf(node: SyntaxNode, around: SyntaxNode): SyntaxNode | 'end' {
    if (around.childForFieldName('object')?.id !== node.id) return 'end';
    if (
      this.#script.text
        .slice(node.endIndex, node.endIndex + 8)
        .trimStart()
        .startsWith('?.')
    )
      this.#set('guarded');
    const property = around.childForFieldName('property')?.text ?? '';
    this.#cast ??= MEMBER_CASTS[property];
    const call = around.parent;
    if (call?.type !== 'call_expression' || call.childForFieldName('function')?.id !== around.id) return around;
    return call;
  }

  /** Names what the read is kept in, and asks whether the code after it checks that name. */
  #bind(node: SyntaxNode, around: SyntaxNode): string | undefined {
    const { type } = around;
    const field = type === 'variable_declarator' || type === 'public_field_definition' ? 'name' : 'left';
    const target = around.childForFieldName(type === 'field_definition' ? 'property' : field);
    const value = around.childForFieldName(type.includes('assignment') ? 'right' : 'value');
    if (target === null) return undefined;
    if (value?.id !== node.id) {
      // `process.env.X ||= "d"` reads before it writes.
      if (type === 'augmented_assignment_expression') this.#set('default', value);
      return undefined;
    }
    const name = target.text;
    if (!/^[\w$.#]{1,80}$/.test(name)) return undefined;
    const isOpen =
      this.#presence !== 'default' || this.#defaultNode === undefined || stringOf(this.#defaultNode) === '';
    if (this.#keys.length === 0 && isOpen && !this.#tested && /^[\w$]+$/.test(name)) {
      const statement = around.parent;
      const check = statement === null ? undefined : checkAfter(statement, name);
      if (check?.exit === 'raises') this.#raise(check);
      else if (check?.fallback !== undefined) this.#set('default', check.fallback);
      else if (check !== undefined) this.#set('guarded');
    }
    return [name, ...this.#keys].filter((part) => part !== '').join('.');
  }
}
