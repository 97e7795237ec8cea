import type { Fact } from '../../../model/facts';
import type { CodeFile } from '../code-file';
import { readBindings } from './bindings';
import { type CallContext, readCalls } from './calls';
import { readCases } from './cases';
import { readCommentedOut } from './commented-out';
import { Definitions } from './definitions';
import { ElixirSource } from './elixir-source';
import { collectEnvReads } from './env-calls';
import { envFacts, helperFacts } from './env-facts';
import { Environments } from './environments';
import { readImports } from './imports';
import { readMix } from './mix';
import { readJobs, readModels } from './models-and-jobs';
import { readRoutes } from './routes';
import { readSameModuleCalls } from './same-module-calls';
import { readSettings } from './settings';
import { readUrls } from './urls';
import { Values } from './values';

/** All that one Elixir file says: code, `config/*.exs` and `mix.exs` alike. */
export function extractElixir(file: CodeFile): readonly Fact[] {
  const source = new ElixirSource(file);
  const definitions = new Definitions(source);
  const values = new Values(source, definitions);
  const context: CallContext = { source, values, definitions };
  const environments = new Environments(source);
  // Reads come first: every value that holds one then says so.
  const { reads, wrappers } = collectEnvReads(context);
  const settings = readSettings(context, environments);
  return [
    ...readImports(source),
    ...readBindings(context),
    ...helperFacts(context, wrappers),
    ...readCalls(context),
    ...envFacts(context, reads, settings.kept, environments),
    ...settings.facts,
    ...readRoutes(context),
    ...readUrls(context),
    ...readMix(context),
    ...readCommentedOut(context),
    ...(file.depth === 'map' ? [] : toldInDocuments(context)),
  ];
}

/** What a map does without. */
function toldInDocuments(context: CallContext): readonly Fact[] {
  return [...readModels(context), ...readJobs(context), ...readCases(context), ...readSameModuleCalls(context.source)];
}
