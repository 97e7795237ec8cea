import { requireEnv } from 'somebody-elses-package';

export const key = requireEnv('FOREIGN_WRAPPER');
// none
