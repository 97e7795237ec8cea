import * as vscode from 'vscode';
import {
  LanguageClient,
  type LanguageClientOptions,
  type Middleware,
  type NodeModule,
  TransportKind,
} from 'vscode-languageclient/node';
import {
  CANCEL_NOTIFICATION,
  CHANGED_NOTIFICATION,
  CHILDREN_REQUEST,
  type ChangedParams,
  type ChildrenResult,
  DEFINE_REQUEST,
  type DefineParams,
  type DefineResult,
  DOCUMENT_REQUEST,
  type DocumentResult,
  EXPLAIN_REQUEST,
  type ExplainResult,
  LOOK_AGAIN_NOTIFICATION,
  RESCAN_REQUEST,
  SAVE_REQUEST,
  type SaveResult,
  TREE_REQUEST,
  type TreeParams,
  type TreeResult,
  VALUE_PLACES_REQUEST,
  type ValuePlace,
  type ValuePlacesParams,
} from '../../server/src/protocol';
import { serverFlags } from '../../server/src/v8-flags';

/** What the client knows of the server between two notifications. */
export type ServerState =
  | { readonly phase: 'starting' }
  | { readonly phase: 'running'; readonly counts: ChangedParams }
  | { readonly phase: 'failed'; readonly reason: string };

/** Nothing that is shown is other than before, but for how far a scan is. */
export function isOnlyProgress(state: ServerState): boolean {
  return state.phase === 'running' && state.counts.onlyProgress === true;
}

/** The one way to the language server: starts it, asks it, and tells when what it knows has changed. */
export class Connection implements vscode.Disposable {
  readonly #log: vscode.LogOutputChannel;
  readonly #client: LanguageClient;
  readonly #changed = new vscode.EventEmitter<ServerState>();
  #state: ServerState = { phase: 'starting' };

  readonly onDidChange = this.#changed.event;

  constructor(serverModule: string, log: vscode.LogOutputChannel, cacheDir: string) {
    this.#log = log;
    const flags = serverFlags(process.versions.v8);
    const startedWith = (...execArgv: string[]): NodeModule => {
      return { module: serverModule, transport: TransportKind.ipc, options: { execArgv } };
    };
    const server = { run: startedWith(...flags), debug: startedWith(...flags, '--nolazy', '--inspect=6019') };
    const options: LanguageClientOptions = {
      documentSelector: [{ scheme: 'file' }],
      outputChannel: log,
      initializationOptions: { cacheDir },
      // The one command that a hover may offer.
      markdown: { isTrusted: { enabledCommands: ['integrationAtlas.revealValue'] } },
      // A server that fails says so in the panel and the status bar; a pop-up for each message would be noise.
      revealOutputChannelOn: 4,
      initializationFailedHandler: () => false,
      middleware: { prepareRename },
    };
    this.#client = new LanguageClient('integrationAtlas', 'Integration Atlas', server, options);
    this.#client.onNotification(CHANGED_NOTIFICATION, (counts: ChangedParams) => {
      this.#become({ phase: 'running', counts });
    });
  }

  get state(): ServerState {
    return this.#state;
  }

  async start(): Promise<void> {
    this.#become({ phase: 'starting' });
    try {
      await this.#client.start();
    } catch (error) {
      this.#fail(error);
    }
  }

  async restart(): Promise<void> {
    this.#become({ phase: 'starting' });
    try {
      if (this.#client.needsStop()) await this.#client.restart();
      else await this.#client.start();
    } catch (error) {
      this.#fail(error);
    }
  }

  async stop(): Promise<void> {
    if (this.#client.needsStop()) await this.#client.stop();
  }

  /** `known`: the states of folders that the caller has the rows of. */
  tree(known: TreeParams['known'] = {}): Promise<TreeResult | undefined> {
    return this.#ask<TreeResult>(TREE_REQUEST, { known });
  }

  children(folder: string, id: string): Promise<ChildrenResult | undefined> {
    return this.#ask<ChildrenResult>(CHILDREN_REQUEST, { folder, id });
  }

  /** `known`: the state of the text that the caller has. */
  document(folder: string, known?: string): Promise<DocumentResult | undefined> {
    return this.#ask<DocumentResult>(DOCUMENT_REQUEST, { folder, ...(known !== undefined && { known }) });
  }

  save(folder: string, force: boolean): Promise<SaveResult | undefined> {
    return this.#ask<SaveResult>(SAVE_REQUEST, { folder, force });
  }

  valuePlaces(asked: ValuePlacesParams): Promise<readonly ValuePlace[] | undefined> {
    return this.#ask<readonly ValuePlace[]>(VALUE_PLACES_REQUEST, asked);
  }

  explain(folder: string, name: string): Promise<ExplainResult | undefined> {
    return this.#ask<ExplainResult>(EXPLAIN_REQUEST, { folder, name });
  }

  define(asked: DefineParams): Promise<DefineResult | undefined> {
    return this.#ask<DefineResult>(DEFINE_REQUEST, asked);
  }

  async rescan(): Promise<void> {
    await this.#ask(RESCAN_REQUEST);
  }

  /** Somebody comes back to the window. */
  async lookAgain(): Promise<void> {
    if (this.#client.isRunning()) await this.#client.sendNotification(LOOK_AGAIN_NOTIFICATION);
  }

  async cancelScan(): Promise<void> {
    if (this.#client.isRunning()) await this.#client.sendNotification(CANCEL_NOTIFICATION);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  /** Undefined where there is no answer: the server is down or going down, which the state tells. */
  async #ask<T>(method: string, params: object = {}): Promise<T | undefined> {
    if (!this.#client.isRunning()) return undefined;
    try {
      // The protocol has null where there is nothing to answer.
      return (await this.#client.sendRequest<T | null>(method, params)) ?? undefined;
    } catch (error) {
      this.#log.warn(`${method}: ${reasonOf(error)}`);
      return undefined;
    }
  }

  #become(state: ServerState): void {
    this.#state = state;
    this.#changed.fire(state);
  }

  #fail(error: unknown): void {
    const reason = reasonOf(error);
    this.#log.error(`The server could not be started: ${reason}`);
    this.#become({ phase: 'failed', reason });
  }
}

/** Texts that no extension but this one renames anything in: there, a refusal tells why. */
const OURS = new Set(['plaintext', 'dotenv', 'properties', 'ini', 'dockerfile', 'toml']);

/**
 * Where no variable stands, the language's own renaming is to be asked: a refusal would stand in its way, since editors
 * take the first for an answer where the next cannot prepare.
 */
const prepareRename: NonNullable<Middleware['prepareRename']> = async (document, position, token, next) => {
  try {
    return await next(document, position, token);
  } catch (error) {
    if (reasonOf(error) !== NOTHING_THERE || OURS.has(document.languageId)) throw error;
    return undefined;
  }
};

/** What the client's library makes of an empty answer. */
const NOTHING_THERE = "The element can't be renamed.";

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
