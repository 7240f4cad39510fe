/** What is dear to make and depends on its key alone. */

/** Makes it when it is asked for first: a start needs not wait for it. */
export function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Makes each thing once, and keeps it: for keys that are few. */
export function memoize<T>(make: (key: string) => T): (key: string) => T {
  return memoizeIn(new Map(), make);
}

/** Remembers one thing: for keys that people make up, of which the same is asked many times over. */
export function memoizeLast<T>(make: (key: string) => T): (key: string) => T {
  let last: { key: string; made: T } | undefined;
  return (key) => {
    if (last?.key !== key) last = { key, made: make(key) };
    return last.made;
  };
}

/** As many as there are turns under way at once: each asks for its own again and again. */
const mostRecent = 64;

/** Remembers the last few things: for keys that people make up, of which several are asked for by turns. */
export function memoizeRecent<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const [oldest] = made.size < mostRecent ? [] : made.keys();
    if (oldest !== undefined) made.delete(oldest);
    const fresh = make(key);
    made.set(key, fresh);
    return fresh;
  };
}

/** Makes one thing of each object, and keeps it as long as the object lives: for what is not changed. */
export function memoizeByObject<Key extends object, T>(make: (key: Key) => T): (key: Key) => T {
  return memoizeIn(new WeakMap(), make);
}

interface Made<Key, T> {
  get(key: Key): T | undefined;
  set(key: Key, made: T): unknown;
}

function memoizeIn<Key, T>(made: Made<Key, T>, make: (key: Key) => T): (key: Key) => T {
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const fresh = make(key);
    made.set(key, fresh);
    return fresh;
  };
}
