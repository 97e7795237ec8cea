import type { Reader } from '../reader';

/** Configuration that is not code: `.env*`, containers, pipelines, hosting. */
export const CONFIG_READERS: readonly Reader[] = [];
