import type { MessagePort } from 'node:worker_threads';
import { Syntax } from '../syntax/syntax';
import { loadAssets } from './assets';
import { nodeFileSystem } from './node-file-system';
import { type Reading, readFacts } from './read-facts';
import type { WorkerAnswer, WorkerRequest, WorkerSetup } from './worker-messages';

/** Reads files for the pool until the worker is ended. Grammars are loaded once, when first needed. */
export async function serveWorker(port: MessagePort, { root, assets }: WorkerSetup): Promise<void> {
  const { languages, grammars } = await loadAssets(assets);
  const syntax = new Syntax(languages, grammars);
  const fs = nodeFileSystem(root);
  const answer = (message: WorkerAnswer): void => port.postMessage(message);

  const serve = async (files: WorkerRequest): Promise<void> => {
    try {
      const readings: Reading[] = [];
      for (const file of files) readings.push(await readFacts(fs, syntax, file));
      answer({ readings });
    } catch (error) {
      answer({ failed: error instanceof Error ? error.message : String(error) });
    }
  };
  port.on('message', (files: WorkerRequest) => {
    void serve(files);
  });
  answer({});
}
