import { expect, it } from 'vitest';
import { Engine } from '../../../server/src/engine';
import { memoryFileSystem } from '../../../server/src/host/memory-file-system';
import { scanFolder } from '../../../server/src/host/scan';
import { testAssets } from '../../host/support';

/** Files that hold nothing else: what a glance lets go of here is told of nowhere. */
it.each([
  ['a program of Python', 'a.py', 'import subprocess\nsubprocess.run(["ffmpeg", "-i", "a.mp4"])\n', 'ffmpeg'],
  [
    'a program of Node',
    'a.ts',
    'import { spawn } from "node:child_process";\nspawn("soffice", ["--headless"]);\n',
    'libreoffice',
  ],
  ['calls between browsers', 'a.ts', 'export const pc = new RTCPeerConnection();\n', 'webrtc'],
  ['a STUN server', 'a.ts', 'new RTCPeerConnection({ iceServers: [{ urls: "stun:stun.example.com" }] });\n', 'stun'],
  ['a STUN server in a list of its own', 'a.ts', "export const servers = ['stun:stun.example.com:3478'];\n", 'stun'],
  ['a TURN server', 'a.ts', 'export const servers = [{ urls: "turn:turn.example.com" }];\n', 'webrtc'],
  ['a STUN server of Python', 'a.py', 'SERVERS = ["stun:stun.l.google.com:19302"]\n', 'stun'],
  ['an address that is compared', 'a.py', 'def ok(u):\n    return u.startswith("https://hooks.slack.com/")\n', 'slack'],
])('%s is told with and without a glance', async (_, path, text, id) => {
  for (const readAll of [false, true]) {
    const fs = memoryFileSystem(new Map([[path, text]]));
    const { files, catalog } = await scanFolder({ fs, assets: await testAssets(), workers: 0, readAll });
    const engine = new Engine(catalog);
    engine.setFiles(files);
    expect(engine.snapshot().integrations.map((one) => one.id)).toContain(id);
  }
});
