import type { DependencyFact } from '../../../model/facts';
import { table } from '../../table';

/** What the lists of setuptools are for, by their keyword; extras are groups of their own. */
export const REQUIREMENT_GROUPS = table<DependencyFact['group']>({
  install_requires: 'runtime',
  setup_requires: 'build',
  tests_require: 'dev',
});
