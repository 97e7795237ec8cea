import type { MessagePort } from 'node:worker_threads';
import { withServices } from '../catalog/layered-catalog';
import { matcherOf } from '../catalog/match';
import { wantedCode } from '../catalog/wanted-code';
import { Syntax } from '../syntax/syntax';
import { loadAssets } from './assets';
import { blockingFileSystem } from './node-file-system';
import { type Reading, type Reads, readFacts } from './read-facts';
import type { WorkerAnswer, WorkerRequest, WorkerSetup } from './worker-messages';

/** Reads files for the pool until the worker is ended. Grammars are loaded once, when first needed. */
export async function serveWorker(port: MessagePort, setup: WorkerSetup): Promise<void> {
  const { root } = setup;
  const { languages, grammars, catalog } = await loadAssets(setup.assets);
  const reads: Reads = {
    hashes: setup.hashes,
    depth: setup.depth,
    ...(!setup.readAll && { wanted: wantedCode(matcherOf(withServices(catalog, setup.services))) }),
  };
  const syntax = new Syntax(languages, grammars);
  const fs = blockingFileSystem(root);
  const answer = (message: WorkerAnswer): void => port.postMessage(message);

  const serve = async (files: WorkerRequest): Promise<void> => {
    try {
      const readings: Reading[] = [];
      for (const file of files) readings.push(await readFacts(fs, syntax, file, reads));
      answer({ readings: JSON.stringify(readings) });
    } catch (error) {
      answer({ failed: error instanceof Error ? error.message : String(error) });
    }
  };
  port.on('message', (files: WorkerRequest) => {
    void serve(files);
  });
  answer({});
}
