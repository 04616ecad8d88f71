/** An address that could not be fetched, in one clear line. `retry`: whether it may go better later. */
export class FetchError extends Error {
  override readonly name = 'FetchError';
  readonly retry: boolean;
  constructor(message: string, retry = false) {
    super(message);
    this.retry = retry;
  }
}
