/** A reader that closes the pipe early (`| head`) has seen enough: no reason to fail. */
export function allowClosedPipe(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}
