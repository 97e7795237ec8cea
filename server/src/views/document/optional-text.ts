import type { Integration } from '../../model/integration';
import type { Snapshot } from '../../model/workspace';
import type { DocumentContext } from './context';
import { link, some } from './markdown';

const SHOWN = 1;
const OF_PYTHON = /^(?:logging|smtplib|sqlite3|urllib|http|email|imaplib|ftplib|socket|ssl)$/;

/** A package that no manifest asks for as it stands, while code is ready for it: the program goes on without it. */
export function optionalText({ snapshot }: DocumentContext, { packages, evidence, type }: Integration): string {
  const commented = packages.filter(({ commentedOut }) => commentedOut === true);
  const imports = evidence.filter(({ kind, status }) => kind === 'import' && status === 'imported');
  if (packages.length > commented.length || imports.length === 0) return '';
  const isGuarded = imports.every(({ path, line }) =>
    snapshot.files
      .find((file) => file.path === path)
      ?.facts.some((fact) => fact.kind === 'import' && fact.range.line === line && fact.guarded === true),
  );
  const places = commented.length === 0 ? '' : `commented out in ${some(commented.map(link), SHOWN)}`;
  if (
    !isGuarded ||
    (commented.length === 0 && (type === 'service' || imports.some(({ text }) => isThere(snapshot, text))))
  ) {
    return places;
  }
  const used = `used where it is installed (${some(imports.map(link), SHOWN)})`;
  return places === '' ? `in no manifest, ${used}` : `${places}, ${used}`;
}

/** A part of Python, or of a package that a manifest does ask for. */
function isThere({ files }: Snapshot, module: string): boolean {
  const root = (module.split(/[./]/, 1)[0] ?? '').toLowerCase();
  if (OF_PYTHON.test(root)) return true;
  return files.some(({ facts }) =>
    facts.some((fact) => fact.kind === 'dependency' && fact.name.toLowerCase() === root && fact.commentedOut !== true),
  );
}
