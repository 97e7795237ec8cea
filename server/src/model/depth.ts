/**
 * How much is asked of a workspace: its map alone (integrations, variables, routes), or everything that a document tells
 * (models, jobs, limits, who reaches what) as well. A map needs about half the work.
 */
export type Depth = 'map' | 'document';
