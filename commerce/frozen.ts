/** Makes a value that many share safe to share: whoever tries to change it gets a TypeError. */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) frozen(inner);
  }
  return value;
}

/** A copy of plain data that may be changed, all the way down. */
export function thawed<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(thawed) as T;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, thawed(inner)])) as T;
}
