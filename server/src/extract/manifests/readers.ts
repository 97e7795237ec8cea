import type { Reader } from '../reader';

/** Manifests and lock files. */
export const MANIFEST_READERS: readonly Reader[] = [];
