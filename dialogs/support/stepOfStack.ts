/** The step at which a stored dialog stack waits. */
import { z } from 'zod';

interface Instance {
  id: string;
  state?: { dialogs?: { dialogStack: Instance[] } | undefined } | undefined;
}

const instanceSchema: z.ZodType<Instance> = z.lazy(() =>
  z.object({
    id: z.string(),
    state: z
      .object({ dialogs: z.object({ dialogStack: z.array(instanceSchema) }).optional() })
      .optional(),
  }),
);
const stackSchema = z.object({ dialogStack: z.array(instanceSchema) });

/** @returns its id; undefined where nothing waits */
export function stepOfStack(state: unknown): string | undefined {
  let step: string | undefined;
  let stack = stackSchema.safeParse(state).data?.dialogStack;
  for (let top = stack?.at(-1); top; top = stack?.at(-1)) {
    step = top.id;
    stack = top.state?.dialogs?.dialogStack;
  }
  return step === 'root' ? undefined : step;
}
