import type { SyntaxNode } from '../../../../syntax/node';
import type { ClimbState } from './climb';

/** Notes the name or dictionary path that an assignment keeps the value in. */
export function keep(state: ClimbState, target: string | undefined, keeper: SyntaxNode | undefined): void {
  if (target === undefined || target.length > 200) return;
  const key = /^([\w.]+)((?:\[["'][\w.-]+["']\])+)$/.exec(target);
  const name = key === null ? target : `${key[1]}${(key[2] ?? '').replace(/\[["']/g, '.').replace(/["']\]/g, '')}`;
  if (!/^[\w.-]+$/.test(name)) return;
  state.boundTo ??= name;
  if (keeper === undefined) return;
  state.keeper ??= keeper;
  if (state.plain && /^[\w.]+$/.test(target)) state.variable ??= target;
}

/** Notes the call of a plain name that uses the value up. */
export function remember(state: ClimbState, list: SyntaxNode, current: SyntaxNode, keyword: string | undefined): void {
  const callee = list.parent?.childForFieldName('function');
  if (callee?.type !== 'identifier') return;
  const index = keyword === undefined ? list.namedChildren.findIndex((child) => child?.id === current.id) : -1;
  state.passedTo = { callee: callee.text, offset: callee.startIndex, index, keyword };
}

/** `missing = [v for v in NAMES if not os.getenv(v)]`: what happens to the list decides. */
export function collected(state: ClimbState, comprehension: SyntaxNode | null): void {
  const statement = comprehension?.parent;
  if (statement?.type !== 'assignment') return;
  const list = statement.childForFieldName('left')?.text ?? '';
  if (/^\w+$/.test(list)) state.absent = { list, offset: statement.startIndex };
}
