/** An address that could not be fetched, in one clear line. */
export class FetchError extends Error {
  override readonly name = 'FetchError';
  /** Whether it may go better later. */
  readonly retry: boolean;
  /** HTTP status, where there was an answer. */
  readonly status: number | null;
  /** Seconds that the server asks to wait. */
  readonly after: number | null;
  constructor(
    message: string,
    retry = false,
    { status = null, after = null }: { status?: number | null; after?: number | null } = {},
  ) {
    super(message);
    this.retry = retry;
    this.status = status;
    this.after = after;
  }
}
