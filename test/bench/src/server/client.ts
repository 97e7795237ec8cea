import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import {
  CHANGED_NOTIFICATION,
  type ChangedParams,
  RESCAN_REQUEST,
  TREE_REQUEST,
  type TreeResult,
} from '../../../../server/src/protocol';
import { serverFlags } from '../../../../server/src/v8-flags';
import { isolated, type Surroundings } from '../surroundings';

export interface Place {
  readonly line: number;
  readonly character: number;
}

/** What is asked of the server about a place of a text. */
export const METHODS = ['hover', 'definition', 'references', 'documentHighlight', 'completion'] as const;
export type Method = (typeof METHODS)[number];

/** A change of a text as editors send it: the place and the new text. */
export interface Change {
  readonly from: Place;
  readonly to: Place;
  readonly text: string;
}

/** An editor that measures: the built server in a process of its own, spoken to over its standard streams. */
export class Client {
  readonly process: ChildProcess;
  readonly #folder: string;
  readonly #connection: ProtocolConnection;
  readonly #waiting = new Set<(news: ChangedParams) => void>();
  readonly #versions = new Map<string, number>();
  #revision = -1;

  constructor(around: Surroundings, folder: string) {
    this.#folder = folder;
    const server = join(around.product, 'dist/server.js');
    const child = spawn(process.execPath, [...serverFlags(process.versions.v8), server, '--stdio'], {
      env: isolated(around),
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    this.process = child;
    this.#connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    this.#connection.onNotification(CHANGED_NOTIFICATION, (news: ChangedParams) => {
      this.#revision = Math.max(this.#revision, news.revision);
      for (const hear of this.#waiting) hear(news);
    });
    this.#connection.listen();
  }

  /** What was last heard of. */
  get revision(): number {
    return this.#revision;
  }

  /** Starts and waits until the whole folder is known. */
  async open(cacheDir?: string): Promise<void> {
    const uri = pathToFileURL(this.#folder).href;
    await this.#connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: { workspace: { workspaceFolders: true } },
      workspaceFolders: [{ uri, name: 'bench' }],
      ...(cacheDir !== undefined && { initializationOptions: { cacheDir } }),
    });
    const scanned = this.news(({ scanning, revision }) => !scanning && revision > 0, 600_000);
    await this.#connection.sendNotification('initialized', {});
    await scanned;
  }

  uri(path: string): string {
    return pathToFileURL(join(this.#folder, path)).href;
  }

  async show(path: string, text: string): Promise<void> {
    this.#versions.set(path, 1);
    const textDocument = { uri: this.uri(path), languageId: 'x', version: 1, text };
    await this.#connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  async edit(path: string, { from, to, text }: Change): Promise<void> {
    const version = (this.#versions.get(path) ?? 1) + 1;
    this.#versions.set(path, version);
    await this.#connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.uri(path), version },
      contentChanges: [{ range: { start: from, end: to }, text }],
    });
  }

  ask(method: Method, path: string, position: Place): Promise<unknown> {
    return this.#connection.sendRequest(`textDocument/${method}`, {
      textDocument: { uri: this.uri(path) },
      position,
      ...(method === 'references' && { context: { includeDeclaration: true } }),
    });
  }

  /** Has the server read everything again; resolves at the end of the scan. */
  rescan(): Promise<unknown> {
    return this.#connection.sendRequest(RESCAN_REQUEST);
  }

  tree(): Promise<TreeResult> {
    return this.#connection.sendRequest<TreeResult>(TREE_REQUEST);
  }

  /** Resolves with the next news that hold, or `undefined` when none came in time. */
  news(holds: (news: ChangedParams) => boolean, patience: number): Promise<ChangedParams | undefined> {
    return new Promise((resolve) => {
      const done = (news: ChangedParams | undefined): void => {
        clearTimeout(timer);
        this.#waiting.delete(hear);
        resolve(news);
      };
      const hear = (news: ChangedParams): void => {
        if (holds(news)) done(news);
      };
      const timer = setTimeout(() => done(undefined), patience);
      this.#waiting.add(hear);
    });
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    await this.#connection.sendRequest('shutdown');
    await this.#connection.sendNotification('exit');
    this.#connection.dispose();
    await ended;
  }
}
