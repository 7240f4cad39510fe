/** A call to the channel that did not succeed, told so that callers can decide what to do next. */
import { type ErrorCode, UpgraderaError } from '../../commerce/base/errors.ts';

interface Failure {
  operation: string;
  /** Absent when no answer came. */
  statusCode?: number;
  /** From `Retry-After`. */
  retryAfterSeconds?: number;
  /** The channel's own code, such as `BotNotInConversationRoster`. */
  channelCode?: string;
  /** Whether the request left this machine. */
  sent: boolean;
  cause?: unknown;
}

function codeOf({ statusCode }: Failure): ErrorCode {
  if (statusCode === 429) return 'channel.throttled';
  if (statusCode === undefined || statusCode === 408 || statusCode >= 500) {
    return 'channel.unavailable';
  }
  return 'channel.refused';
}

/**
 * `channel.throttled` (429), `channel.refused` (the channel said no: 401, 403, 404, 413, …) or
 * `channel.unavailable` (408, 5xx, time-out, broken connection). Never one of
 * `upstream.*`: that the chat does not take a message says nothing about an order.
 */
export class ConnectorError extends UpgraderaError {
  readonly operation: string;
  readonly statusCode: number | undefined;
  readonly channelCode: string | undefined;
  /** True when the channel may have done it all the same: never send a message again then. */
  readonly ambiguous: boolean;

  constructor(failure: Failure) {
    const { operation, statusCode, retryAfterSeconds, channelCode, sent, cause } = failure;
    const code = codeOf(failure);
    const answer = statusCode === undefined ? 'no answer' : `status ${statusCode}`;
    super(
      code,
      [operation, answer, channelCode].filter(Boolean).join(', '),
      cause,
      retryAfterSeconds,
    );
    this.operation = operation;
    this.statusCode = statusCode;
    this.channelCode = channelCode;
    this.ambiguous = sent && code === 'channel.unavailable';
  }
}
