import type { ExplainedService, Explanation, LeftOut } from '../model/explanation';
import { ruleWords, verdictOf } from './explanation-text';
import { statusWord } from './icons';

/** A row of an editor's list: some have a place to go to. */
export interface ExplanationRow {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  readonly place?: {
    readonly path: string;
    readonly line: number;
    readonly column: number;
    readonly endColumn: number;
  };
  /** A heading: what follows belongs to it. */
  readonly heading?: boolean;
}

const SHOWN = 200;

export function explanationRows({ query, services, didYouMean, leftOut }: Explanation): readonly ExplanationRow[] {
  if (services.length > 0) return services.flatMap(serviceRows);
  const meant = didYouMean.length > 0 ? `Did you mean ${didYouMean.join(', ')}?` : undefined;
  return [
    { label: `The catalog knows nothing of the name ${query}`, ...(meant !== undefined && { detail: meant }) },
    ...leftOut.map(leftOutRow),
  ];
}

function serviceRows(service: ExplainedService): readonly ExplanationRow[] {
  const { name, entry, evidence, leftOut } = service;
  return [
    { label: `${name}: ${verdictOf(service)}`, heading: true },
    { label: `Rules: ${entry}` },
    ...evidence.slice(0, SHOWN).map((piece) => {
      const { kind, text, status, path, line, column, endColumn } = piece;
      return {
        label: text,
        description: `${kind}, ${statusWord(status)}`,
        detail: `${path}:${line + 1}${ruleWords(piece)}`,
        place: { path, line, column, endColumn },
      };
    }),
    ...(evidence.length === 0 && leftOut.length === 0 ? [{ label: 'Nothing in this folder names it' }] : []),
    ...(leftOut.length > 0 ? [{ label: 'Looks alike and proves nothing', heading: true }] : []),
    ...leftOut.map(leftOutRow),
  ];
}

function leftOutRow({ kind, text, path, line, why }: LeftOut): ExplanationRow {
  return {
    label: text,
    description: kind,
    detail: `${path}:${line + 1}, ${why}`,
    place: { path, line, column: 0, endColumn: 0 },
  };
}
