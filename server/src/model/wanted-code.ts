import type { Ecosystem } from './facts';

/** What somebody who knows services wants of code; the catalog knows, this layer only asks. */
export interface WantedCode {
  /**
   * What an import means for the rest of its file: `undefined` nothing, `all` that everything which is done with it
   * counts, words that only what they name does.
   */
  ofImport(ecosystem: Ecosystem, module: string, names: readonly string[]): 'all' | readonly string[] | undefined;
  /** Whether an address with this scheme proves something: `postgresql`, `redis`. */
  ofScheme(scheme: string): boolean;
  /** Whether an address at this host, as it stands in code, proves something. */
  ofHost(host: string): boolean;
}
