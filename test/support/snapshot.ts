import { Engine } from '../../server/src/engine';
import { loadAssets } from '../../server/src/host/assets';
import type { Snapshot } from '../../server/src/model/workspace';
import { ASSETS, extract } from './extract';

/** The snapshot of a workspace given as paths and texts. */
export async function snapshotOf(files: Readonly<Record<string, string>>): Promise<Snapshot> {
  const { catalog } = await loadAssets(ASSETS);
  const engine = new Engine(catalog);
  engine.setFiles(await Promise.all(Object.entries(files).map(([path, text]) => extract(path, text))));
  return engine.snapshot();
}
