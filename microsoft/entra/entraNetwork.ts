/** The token library's way to the network: ours, with its limits and errors. */
import type { INetworkModule } from '@azure/msal-node';
import { UpgraderaError } from '../../commerce/base/errors.ts';
import type { Send } from '../http/exchange.ts';
import { statusError } from '../http/statusError.ts';

type NetworkOptions = Parameters<INetworkModule['sendPostRequestAsync']>[1];

export class EntraNetwork implements INetworkModule {
  readonly #send: Send;
  readonly #origin: string | undefined;
  readonly #limit: number;
  /** Of the last request. The library tells no more than that there was one. */
  failure: UpgraderaError | undefined;

  /**
   * @param origin where requests go: the library itself insists on the hosts that it knows; undefined: where
   * the library sends them
   * @param limit milliseconds for one request
   */
  constructor(send: Send, origin: string | undefined, limit: number) {
    this.#send = send;
    this.#origin = origin;
    this.#limit = limit;
  }

  sendGetRequestAsync = <T>(url: string, options?: NetworkOptions) =>
    this.#exchange<T>('GET', url, options);

  sendPostRequestAsync = <T>(url: string, options?: NetworkOptions) =>
    this.#exchange<T>('POST', url, options);

  async #exchange<T>(method: 'GET' | 'POST', url: string, options: NetworkOptions) {
    this.failure = undefined;
    try {
      const { pathname, search, origin } = new URL(url);
      const { status, headers, json } = await this.#send({
        operation: 'token',
        method,
        url: `${this.#origin ?? origin}${pathname}${search}`,
        headers: options?.headers ?? {},
        ...(options?.body === undefined ? {} : { body: options.body }),
        limit: this.#limit,
      });
      if (status === 429 || status >= 500) throw statusError('token', { status, headers });
      if (typeof json !== 'object' || json === null) {
        throw new UpgraderaError('upstream.malformed', `token ${status}`);
      }
      return { status, headers, body: json as T };
    } catch (error) {
      if (error instanceof UpgraderaError) this.failure = error;
      throw error;
    }
  }
}
