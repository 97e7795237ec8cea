import { byText } from '../index/order';
import type { FileFacts } from '../model/facts';
import type { Snapshot } from '../model/workspace';
import { checkConflictingDefaults } from './conflicting-defaults';
import { type Context, contextOf } from './context';
import { checkDuplicateKey } from './duplicate-key';
import type { Finding } from './finding';
import { checkNearMiss } from './near-miss';
import { checkOutOfStep } from './out-of-step';
import { checkPublicSecret } from './public-secret';
import { checkSecretValue } from './secret-value';
import type { DiagnosticSettings, Suppressed } from './settings';
import { checkRequiredUndeclared, checkUndeclared } from './undeclared';
import { checkUnused } from './unused';

const CHECKS: readonly ((context: Context) => readonly Finding[])[] = [
  checkNearMiss,
  checkRequiredUndeclared,
  checkUndeclared,
  checkUnused,
  checkConflictingDefaults,
  checkDuplicateKey,
  checkSecretValue,
  checkPublicSecret,
  checkOutOfStep,
];

/** All findings of a snapshot that nobody silenced, by place. Pure: the same snapshot gives the same findings. */
export function findingsOf(snapshot: Snapshot, settings: DiagnosticSettings): readonly Finding[] {
  const context = contextOf(snapshot);
  const suppressed = settings.suppress.map(matcherOf);
  return oneCauseOnce(CHECKS.flatMap((check) => check(context)))
    .filter((finding) => !suppressed.some((matches) => matches(finding)))
    .filter((finding) => !isSilenced(finding, context.files.get(finding.path)))
    .flatMap((finding) => {
      const severity = settings.severity[finding.code] ?? finding.severity;
      return severity === 'off' ? [] : [{ ...finding, severity }];
    })
    .sort(
      (a, b) =>
        byText(a.path, b.path) ||
        a.range.line - b.range.line ||
        a.range.column - b.range.column ||
        byText(a.code, b.code) ||
        byText(a.variable, b.variable),
    );
}

/** A slip explains why a name is declared nowhere, and why the name that was meant seems to be read by nobody. */
function oneCauseOnce(findings: readonly Finding[]): readonly Finding[] {
  const slips = findings.filter(({ code }) => code === 'env-near-miss');
  const slipped = new Set(slips.map(({ variable, application }) => `${variable} ${application}`));
  const meant = new Set(slips.map((finding) => finding.meant));
  return findings.filter(({ code, variable, application }) => {
    if (code === 'env-undeclared' || code === 'env-required-undeclared') {
      return !slipped.has(`${variable} ${application}`);
    }
    return code !== 'env-unused' || !meant.has(variable);
  });
}

function isSilenced({ code, range }: Finding, file: FileFacts | undefined): boolean {
  return (
    file?.suppressions?.some(
      ({ line, codes }) => (line === undefined || line === range.line) && (codes.length === 0 || codes.includes(code)),
    ) ?? false
  );
}

function matcherOf({ code, env, path }: Suppressed): (finding: Finding) => boolean {
  const name = env === undefined ? undefined : patternOf(env);
  const file = path === undefined ? undefined : patternOf(path);
  return (finding) =>
    (code === undefined || code === finding.code) &&
    (name === undefined || name(finding.variable)) &&
    (file === undefined || file(finding.path));
}

/** `*` takes any text, and a folder (`apps/old/`) all below it. No regular expression is made of what people write. */
function patternOf(pattern: string): (text: string) => boolean {
  const parts = (pattern.endsWith('/') ? `${pattern}*` : pattern).replace(/\*+/g, '*').split('*');
  return (text) => {
    const [first = '', ...rest] = parts;
    if (rest.length === 0) return text === first;
    const last = rest.pop() ?? '';
    if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return false;
    let at = first.length;
    for (const part of rest) {
      const found = text.indexOf(part, at);
      if (found < 0) return false;
      at = found + part.length;
    }
    return at <= text.length - last.length;
  };
}
