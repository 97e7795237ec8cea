/** How long who points at something waits for a file to be read. In milliseconds. */
export const SHORT = 300;
/** How long somebody who types without pause waits for what is shown to follow. In milliseconds. */
export const LONG = 1000;
