/** Makes a value that many share safe to share: whoever tries to change it gets a TypeError. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  if (Array.isArray(value)) for (const inner of value) deepFreeze(inner);
  // Lists of keys and values for each of the many small objects would cost more than the freezing.
  else for (const key in value) deepFreeze(value[key]);
  return value;
}

/** A copy of plain data that may be changed, all the way down. */
export function deepCopy<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(deepCopy) as T;
  const copy = { ...value };
  for (const key in copy) copy[key] = deepCopy(copy[key]);
  return copy;
}
