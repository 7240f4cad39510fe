/** One request to the channel's connector service, and its answer. */

export interface ChannelRequest {
  origin: string;
  /** With its query, encoded. */
  path: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  headers: Record<string, string>;
  body?: string;
}

export interface ChannelAnswer {
  statusCode: number;
  /** The header, as it came. */
  retryAfter?: string;
  /** Empty when it was too long to be an answer. */
  text: string;
}

/** No answer came. */
export class ExchangeError extends Error {
  readonly status: 'timeout' | 'network';
  /** Whether the request may have reached the channel. */
  readonly sent: boolean;

  constructor(status: 'timeout' | 'network', sent: boolean, cause?: unknown) {
    super(`${status}, ${sent ? 'sent' : 'not sent'}`, { cause });
    this.status = status;
    this.sent = sent;
  }
}

export interface Exchange {
  /** Ends within 10 s. @throws ExchangeError */
  send(request: ChannelRequest): Promise<ChannelAnswer>;
  /** Waits for what is under way, and hangs up. */
  stop(): Promise<void>;
}
