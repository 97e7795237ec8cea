// Starts VS Code's server on loopback and stops it with all that it started.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { profileCommand } from './profile.mjs';

const windows = process.platform === 'win32';

/** Resolves when the server listens. Without a token anyone on this machine may connect: for tests alone. */
export async function startServer(dir, { port = 0, token, args = [], log } = {}) {
  const command = await profileCommand(dir);
  const access = token === undefined ? ['--without-connection-token'] : ['--connection-token', token];
  const listen = ['--host', '127.0.0.1', '--port', String(port), '--telemetry-level', 'off'];
  const child = spawn(command.node, [...command.args, ...listen, ...access, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // It leads a process group, so that extension hosts and language servers end with it.
    detached: !windows,
    // Keeps it from asking a marketplace.
    env: { ...process.env, EXTENSIONS_GALLERY: '{}' },
  });
  const kill = () => {
    try {
      if (windows) child.kill();
      else process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended.
    }
  };
  process.once('exit', kill);
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 3000).unref())]);
    }
    kill();
    process.off('exit', kill);
  };
  const number = await listening(child, log);
  return { authority: `127.0.0.1:${number}`, url: `http://127.0.0.1:${number}`, process: child, stop };
}

function listening(child, log) {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk) => {
      if (log !== undefined) fs.appendFileSync(log, chunk);
      if (output.length < 100_000) output += chunk;
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (port !== undefined) resolve(Number(port));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`VS Code's server ended with ${code}:\n${output}`)));
  });
}
