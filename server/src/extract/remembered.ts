import { onItsOwn } from './on-its-own';

const MOST = 4000;

/** What a function says of a text alone, for texts that come again and again. Few are kept: it must not grow with time. */
export function remembered<T>(tell: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const told = known.get(text);
    if (told !== undefined || known.has(text)) return told as T;
    if (known.size >= MOST) known.clear();
    const now = tell(text);
    known.set(onItsOwn(text), now);
    return now;
  };
}
