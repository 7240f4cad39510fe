/** The one registry of errors. Each code has a sentence for people under `errors.<code>`. */

interface ErrorKind {
  /** Whether the same call may succeed when made again without any change. */
  retryable: boolean;
}

export const errorKinds = {
  'upstream.unavailable': { retryable: true },
  'upstream.throttled': { retryable: true },
  'upstream.refused': { retryable: false },
  'upstream.malformed': { retryable: false },
  'connection.missing': { retryable: false },
  'connection.app-refused': { retryable: false },
  'connection.tenant-unknown': { retryable: false },
  'connection.not-consented': { retryable: false },
  'connection.blocked': { retryable: false },
  'connection.token-refused': { retryable: false },
  'connection.no-permission': { retryable: false },
  'channel.unavailable': { retryable: true },
  'channel.throttled': { retryable: true },
  'channel.refused': { retryable: false },
  'channel.not-allowed': { retryable: false },
  'account.unknown-method': { retryable: false },
  'subscription.unknown': { retryable: false },
  'plan.unknown': { retryable: false },
  'price.unknown': { retryable: false },
  'quote.expired': { retryable: false },
  'quote.no-consent': { retryable: false },
  'quote.unknown': { retryable: false },
  'order.unknown': { retryable: false },
  'order.illegal-transition': { retryable: false },
  'operation.unknown': { retryable: false },
  'move.unknown': { retryable: false },
  'move.not-now': { retryable: false },
  'change.unknown': { retryable: false },
  'case.unknown': { retryable: false },
  'approval.unknown': { retryable: false },
  'desk.not-agent': { retryable: false },
  'file.unreachable': { retryable: true },
  'file.too-large': { retryable: false },
  'file.no-text': { retryable: false },
  'storage.conflict': { retryable: true },
  'storage.damaged': { retryable: false },
  'storage.locked': { retryable: false },
  'storage.not-empty': { retryable: false },
  'storage.cut-off': { retryable: false },
  'storage.unavailable': { retryable: true },
  'environment.invalid': { retryable: false },
  'server.port-taken': { retryable: false },
  'server.host-unknown': { retryable: false },
  'activity.invalid': { retryable: false },
  'activity.refused': { retryable: false },
  'turn.failed': { retryable: true },
} as const satisfies Record<string, ErrorKind>;

export type ErrorCode = keyof typeof errorKinds;

/** Every error that we throw. `detail` is for the log, never for the chat. */
export class UpgraderaError extends Error {
  readonly code: ErrorCode;
  readonly detail: string;
  /** How long a service asked to be left alone, where it did. */
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, detail = '', cause?: unknown, retryAfterSeconds?: number) {
    super(detail ? `${code}: ${detail}` : code, cause === undefined ? undefined : { cause });
    this.name = 'UpgraderaError';
    this.code = code;
    this.detail = detail;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  get retryable(): boolean {
    return errorKinds[this.code].retryable;
  }

  /** Key of the sentence that a person reads. */
  get localeKey(): string {
    return `errors.${this.code}`;
  }
}

/** Somebody else was faster: the same change may succeed on what they wrote. */
export function isConflict(error: unknown): boolean {
  return error instanceof UpgraderaError && error.code === 'storage.conflict';
}
