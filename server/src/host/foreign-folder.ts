import type { Entry } from './file-system';

/** Folders whose name alone says that the project did not write what is inside. */
const FOREIGN = new Set([
  '.git', '.hg', '.svn', '.jj', 'node_modules', 'bower_components', 'jspm_packages', '.pnpm-store', '.yarn',
  '.venv', 'venv', 'virtualenv', 'site-packages', 'dist-packages', '__pycache__', '__pypackages__', '.tox', '.nox',
  '.eggs', '.mypy_cache', '.pytest_cache', '.ruff_cache', '.hypothesis', '.ipynb_checkpoints', 'htmlcov',
  'staticfiles', 'staticfiles_build', 'collected_static', '.next', '.nuxt', '.output', '.svelte-kit', '.astro',
  '.docusaurus', '.angular', '.expo', '.turbo', '.nx', '.cache', '.parcel-cache', '.vite', '.vercel', '.netlify',
  '.wrangler', '.serverless', '.aws-sam', '.open-next', 'storybook-static', '.nyc_output', 'dist', '_build',
  '.elixir_ls', '.lexical', '.expert', '.terraform', '.gradle', '.dart_tool', 'Pods', 'DerivedData', '.bundle',
  '.direnv', '.devenv', '.worktrees', 'third_party', 'third-party', 'thirdparty', '.vscode-test',
]); // biome-ignore format: one list

/** Names that something else decides about. */
const DOUBTFUL = new Set(['deps', 'static', 'vendor', 'vendors']);

/** Output folders by convention beside a manifest; ordinary words elsewhere. */
const OUTPUT = new Set(['build', 'coverage', 'out', 'target']);

const MANIFESTS = new Set([
  'package.json', 'pyproject.toml', 'setup.py', 'requirements.txt', 'manage.py', 'mix.exs', 'composer.json', 'go.mod',
  'Gemfile', 'Cargo.toml', 'pom.xml', 'build.gradle', 'build.gradle.kts',
]); // biome-ignore format: one list

const APP_FILES = new Set([
  'apps.py', 'models.py', 'views.py', 'urls.py', 'page.tsx', 'page.jsx', 'layout.tsx', 'routes.ts',
]); // biome-ignore format: one list

const ASSET_FOLDERS = new Set(['assets', 'static', 'public', 'js', 'javascript', 'javascripts', 'css', 'priv']);

/** The names of what lies beside a folder. */
export interface Siblings {
  has(name: string): boolean;
}

/**
 * Whether a folder is somebody else's, from its path and from what lies beside it. A `vendor` may well be the part of a
 * shop that deals with vendors: there, its entries have the last word.
 */
export function foreignness(path: string, siblings: Siblings): 'yes' | 'maybe' | 'no' {
  const start = path.lastIndexOf('/') + 1;
  const name = path.slice(start);
  if (FOREIGN.has(name) || name.endsWith('.egg-info') || name.endsWith('.dist-info')) return 'yes';
  if (OUTPUT.has(name)) return isOutput(name, siblings) ? 'yes' : 'no';
  if (!DOUBTFUL.has(name)) return 'no';
  if (name === 'deps') return siblings.has('mix.exs') ? 'yes' : 'no';
  const parent = path.slice(path.lastIndexOf('/', start - 2) + 1, Math.max(0, start - 1));
  if (name === 'static') return parent === 'priv' ? 'yes' : 'no';
  return ASSET_FOLDERS.has(parent) || hasManifest(siblings) ? 'maybe' : 'no';
}

/** Whether a folder turns out to be a virtual environment or a cache once its entries are known. */
export function isForeignInside(entries: readonly Entry[]): boolean {
  return entries.some(({ name }) => name === 'pyvenv.cfg' || name === 'CACHEDIR.TAG');
}

/** Whether a folder of a doubtful name holds a part of an application after all. */
export function isOwnAfterAll(entries: readonly Entry[]): boolean {
  return entries.some(({ name }) => APP_FILES.has(name));
}

function isOutput(name: string, siblings: Siblings): boolean {
  if (name === 'target') return siblings.has('Cargo.toml') || siblings.has('pom.xml') || siblings.has('build.sbt');
  return hasManifest(siblings);
}

function hasManifest(siblings: Siblings): boolean {
  return [...MANIFESTS].some((manifest) => siblings.has(manifest));
}
