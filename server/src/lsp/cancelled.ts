import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';

/** Waits for a piece of work, but no longer than somebody wants the answer. */
export async function unlessCancelled<T>(run: () => T | Promise<T>, token: CancellationToken): Promise<T> {
  let stop = (): void => {};
  const cancelled = new Promise<never>((_, reject) => {
    const refuse = (): void => reject(new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.'));
    const listening = token.onCancellationRequested(refuse);
    stop = () => listening.dispose();
    if (token.isCancellationRequested) refuse();
  });
  return Promise.race([run(), cancelled]).finally(() => stop());
}
