import { Engine } from '../../server/src/engine';
import { loadAssets } from '../../server/src/host/assets';
import { nodeFileSystem } from '../../server/src/host/node-file-system';
import { scanFolder } from '../../server/src/host/scan';
import type { Snapshot } from '../../server/src/model/workspace';
import { ASSETS } from './extract';

/** The snapshot of a folder on disk, read in this thread. */
export async function scanFixture(root: string): Promise<Snapshot> {
  const assets = await loadAssets(ASSETS);
  const scanned = await scanFolder({ fs: nodeFileSystem(root), assets, workers: 0 });
  const engine = new Engine(assets.catalog);
  engine.setIgnored(scanned.project.ignore);
  engine.setHostProblems(scanned.problems);
  engine.setFiles(scanned.files);
  return engine.snapshot();
}
