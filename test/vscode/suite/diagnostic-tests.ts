import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CASES, type DiagnosticCase } from './diagnostic-cases';
import { closeAll, eventually, nodes, uriOf } from './support';

const SOURCE = 'Integration Atlas';
let attempts = 0;
/** What the fixes make outside of the application. */
const PROJECT_FILE = '.integration-atlas.json';

async function write(path: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uriOf(path), new TextEncoder().encode(text));
}

async function remove(path: string): Promise<void> {
  try {
    await vscode.workspace.fs.delete(uriOf(path), { recursive: true });
  } catch {
    // It was not made.
  }
}

async function onDisk(path: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf(path)));
}

/** Our diagnostics of a file, by their code. */
function told(path: string, code: string): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uriOf(path)).filter((one) => one.source === SOURCE && codeOf(one) === code);
}

function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** In a folder of its own, so that no editor holds the text of an earlier attempt; gives the folder's name. */
async function writeCase({ files }: DiagnosticCase): Promise<string> {
  attempts += 1;
  const root = `mended${attempts}`;
  for (const [path, text] of Object.entries(files)) await write(`${root}/${path}`, named(text, root));
  return root;
}

const named = (text: string, root: string): string => text.replace(/ROOT|NAME/g, root);

/** The diagnostic that marks this text, and the document it is in. */
async function found({ code, path, marked }: DiagnosticCase, root: string): Promise<vscode.Diagnostic> {
  const document = await vscode.workspace.openTextDocument(uriOf(`${root}/${path}`));
  return eventually(`${code} at ${marked}`, () =>
    told(`${root}/${path}`, code).find(({ range }) => document.getText(range) === marked),
  );
}

async function fix(path: string, { range }: vscode.Diagnostic, title: string): Promise<void> {
  const uri = uriOf(path);
  const action = await eventually(`The fix "${title}"`, async () => {
    const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      range,
      vscode.CodeActionKind.QuickFix.value,
    );
    return actions.find((one) => one.title === title);
  });
  assert.ok(action.edit);
  assert.ok(await vscode.workspace.applyEdit(action.edit));
  for (const [changed] of action.edit.entries()) {
    const document = await vscode.workspace.openTextDocument(changed);
    assert.ok(!document.isDirty || (await document.save()));
  }
}

async function tryFix(one: DiagnosticCase, title: string, after: Readonly<Record<string, string>>): Promise<void> {
  const root = await writeCase(one);
  const first = await found(one, root);
  const path = `${root}/${one.path}`;
  const count = told(path, one.code).length;
  await fix(path, first, named(title, root));
  for (const [name, text] of Object.entries({ ...one.files, ...after })) {
    const place = name.startsWith('/') ? name.slice(1) : `${root}/${name}`;
    assert.equal(await onDisk(place), named(text, root), name);
  }
  await eventually(`The end of ${one.code}`, () => told(path, one.code).length < count || undefined);
}

export function diagnosticTests(): void {
  before(nodes);
  afterEach(async () => {
    await closeAll();
    for (const path of [`mended${attempts}`, '.gitignore', PROJECT_FILE]) await remove(path);
  });

  for (const one of Object.values(CASES)) {
    for (const [title, after] of Object.entries(one.fixes)) {
      it(`${one.code}: ${title.replace('ROOT/', '')}`, () => tryFix(one, title, after));
    }
  }

  it('a finding is silenced for the whole workspace in the project file', async () => {
    const { required } = CASES;
    assert.ok(required);
    await tryFix(required, 'Silence env-required-undeclared for RESEND_API_KEY in this workspace', {});
    const project: unknown = JSON.parse(await onDisk(PROJECT_FILE));
    assert.deepEqual(project, {
      diagnostics: { suppress: [{ code: 'env-required-undeclared', env: 'RESEND_API_KEY' }] },
    });
  });

  it('settings say how grave a finding is, and leave one out', async () => {
    const { unused } = CASES;
    assert.ok(unused);
    const path = `${await writeCase(unused)}/.env.example`;
    const [first] = await eventually('The finding', () => {
      const found = told(path, 'env-unused');
      return found.length === 2 ? found : undefined;
    });
    assert.equal(first?.severity, vscode.DiagnosticSeverity.Hint);
    assert.deepEqual(first?.tags, [vscode.DiagnosticTag.Unnecessary]);
    const settings = vscode.workspace.getConfiguration('integrationAtlas.diagnostics');
    const set = (name: string, value: unknown): Thenable<void> =>
      settings.update(name, value, vscode.ConfigurationTarget.Workspace);
    try {
      await set('severity', { 'env-unused': 'error' });
      await eventually('The severity', () => {
        return told(path, 'env-unused')[0]?.severity === vscode.DiagnosticSeverity.Error || undefined;
      });
      await set('suppress', [{ env: 'FORGOTTEN_*', path: path.replace('.env.example', '') }]);
      await eventually('One less', () => told(path, 'env-unused').length === 1 || undefined);
      await set('severity', { 'env-unused': 'off' });
      await eventually('None', () => told(path, 'env-unused').length === 0 || undefined);
    } finally {
      await set('severity', undefined);
      await set('suppress', undefined);
      await remove('.vscode');
    }
  });

  it('a code leads to the section that explains it', async () => {
    const { unused } = CASES;
    assert.ok(unused);
    const first = await found(unused, await writeCase(unused));
    assert.ok(typeof first.code === 'object');
    const { path, fragment } = first.code.target;
    const page = await vscode.workspace.openTextDocument(vscode.Uri.file(path));
    assert.equal(page.lineAt(Number(fragment.slice(1)) - 1).text, '## env-unused');
  });
}
