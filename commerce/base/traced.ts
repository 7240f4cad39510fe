/** What was done for what, for those who listen by OpenTelemetry. While nobody does it costs a comparison. */
import { type Attributes, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api';
import { UpgraderaError } from './errors.ts';

let tracer: Tracer | undefined;

/** @param listener undefined when nobody listens any more */
export function listenToTraces(listener: Tracer | undefined): void {
  tracer = listener;
}

/**
 * The same work, as a span below the one that it is done in.
 * @param about ids and names of operations; nothing that people wrote, no names, no amounts
 */
export function traced<T>(
  name: string,
  about: () => Attributes,
  work: () => Promise<T>,
): Promise<T> {
  if (!tracer) return work();
  return tracer.startActiveSpan(name, { attributes: about() }, async (span) => {
    try {
      return await work();
    } catch (error) {
      // Messages of errors may quote what was sent.
      const message = error instanceof UpgraderaError ? error.code : 'error';
      span.setStatus({ code: SpanStatusCode.ERROR, message });
      throw error;
    } finally {
      span.end();
    }
  });
}

/** Of the span that this is done in. */
export function note(about: Attributes): void {
  if (tracer) trace.getActiveSpan()?.setAttributes(about);
}
