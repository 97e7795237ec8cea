// Opens desktop VS Code on a folder with the extension, where @vscode/test-electron can fetch it or one is installed.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from '../lib/project.mjs';
import { choice } from './choice.mjs';

/** Resolves to the running editor; its profile lies in `dir`. */
export async function startDesktop(dir, folder) {
  const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
  const program = choice() === 'download' ? await downloadAndUnzipVSCode() : path.resolve(choice());
  const profile = ['--user-data-dir', path.join(dir, 'data'), '--extensions-dir', path.join(dir, 'extensions')];
  const quiet = ['--disable-workspace-trust', '--skip-welcome', '--skip-release-notes'];
  return spawn(program, [folder, `--extensionDevelopmentPath=${root}`, ...profile, ...quiet], { stdio: 'ignore' });
}
