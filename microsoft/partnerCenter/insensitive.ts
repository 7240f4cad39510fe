import { z } from 'zod';

const objectSchema = z.record(z.string(), z.unknown());

/** An object whose properties come in mixed case, as those of transitions do: it has the names of the shape. */
export function insensitive<Shape extends z.ZodRawShape>(shape: Shape) {
  const names = new Map(Object.keys(shape).map((name) => [name.toLowerCase(), name]));
  return z.preprocess((value) => {
    const parsed = objectSchema.safeParse(value);
    if (!parsed.success) return value;
    const entries = Object.entries(parsed.data);
    return Object.fromEntries(
      entries.map(([name, held]) => [names.get(name.toLowerCase()) ?? name, held]),
    );
  }, z.object(shape));
}
