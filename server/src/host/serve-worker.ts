import type { MessagePort } from 'node:worker_threads';
import type { FileFacts } from '../model/facts';
import { Syntax } from '../syntax/syntax';
import { loadAssets } from './assets';
import { nodeFileSystem } from './node-file-system';
import { readFacts } from './read-facts';
import type { WorkerAnswer, WorkerRequest, WorkerSetup } from './worker-messages';

/** Reads files for the pool until the worker is ended. Grammars are loaded once, when first needed. */
export async function serveWorker(port: MessagePort, { root, assets }: WorkerSetup): Promise<void> {
  const { languages, grammars } = await loadAssets(assets);
  const syntax = new Syntax(languages, grammars);
  const fs = nodeFileSystem(root);
  const answer = (message: WorkerAnswer): void => port.postMessage(message);

  const serve = async (files: WorkerRequest): Promise<void> => {
    try {
      const facts: FileFacts[] = [];
      for (const file of files) {
        const read = await readFacts(fs, syntax, file);
        if (read !== undefined) facts.push(read);
      }
      answer({ facts });
    } catch (error) {
      answer({ failed: error instanceof Error ? error.message : String(error) });
    }
  };
  port.on('message', (files: WorkerRequest) => {
    void serve(files);
  });
  answer({});
}
