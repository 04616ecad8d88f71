import { createHmac } from 'node:crypto';
import { postGuarded } from '../../fetching/post-guarded.ts';
import {
  type DueDelivery,
  disableWebhook,
  hasWebhooks,
  noteDelivery,
  queueDeliveries,
  takeDue,
} from '../../store/index.ts';
import type { Context } from '../context.ts';

export interface DeliveryOptions {
  /** The clock of deliveries, in milliseconds. */
  readonly clock?: (() => number) | undefined;
  /** Told of each try that failed: which webhook, why, and whether it was the last. */
  readonly onFailure?: ((webhook: string, why: string, isLast: boolean) => void) | undefined;
}

/** Seconds to wait after each try that failed; after the last one a delivery is given up. Eight tries over some 12 hours. */
export const BACK_OFF: readonly number[] = [5, 30, 120, 600, 3600, 3 * 3600, 8 * 3600];
/** How long a try holds a delivery, in milliseconds: longer than any answer is waited for. */
const HELD_MS = 60_000;
const AT_ONCE = 20;

/**
 * Tells webhooks of the changes that are due, once: what is new is queued, what is due is sent, side by side. Gives how many
 * were tried. A delivery survives the death of the process, and is then sent again: receivers tell repeats by `webhook-id`.
 */
export async function deliverDue(
  { store, webhooksInside }: Pick<Context, 'store' | 'webhooksInside'>,
  { clock = Date.now, onFailure }: DeliveryOptions = {},
): Promise<number> {
  const instant = (ms: number): string => new Date(ms).toISOString();
  const now = clock();
  if (!(await store.read(hasWebhooks))) return 0;
  const due = await store.write(async tx => {
    await queueDeliveries(tx, instant(now));
    return takeDue(tx, instant(now), instant(now + HELD_MS), AT_ONCE);
  });
  await Promise.all(
    due.map(async delivery => {
      const failure = await send(delivery, clock(), webhooksInside ?? false);
      await store.write(async tx => {
        if (failure == null) return noteDelivery(tx, delivery.id, { done: instant(clock()) });
        const wait = failure.isFinal ? undefined : BACK_OFF[delivery.tries];
        onFailure?.(delivery.webhook, failure.why, wait == null);
        if (failure.isFinal) await disableWebhook(tx, delivery.webhook);
        const next = wait == null ? {} : { next: instant(clock() + wait * 1000) };
        return noteDelivery(tx, delivery.id, { ...next, error: failure.why });
      });
    }),
  );
  return due.length;
}

interface Failure {
  readonly why: string;
  /** The receiver says that it is gone for good. */
  readonly isFinal: boolean;
}

/** One try; null where it was taken. */
async function send(
  { url, secret, change }: DueDelivery,
  now: number,
  mayBeInside: boolean,
): Promise<Failure | null> {
  const id = `change_${change.seq}`,
    timestamp = String(Math.floor(now / 1000));
  const { body } = change;
  const text = JSON.stringify({ id, type: body.kind, seq: change.seq, at: change.at, data: body });
  try {
    const status = await postGuarded(url, text, {
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': timestamp,
        'webhook-signature': signatureOf(secret, id, timestamp, text),
      },
      ...(mayBeInside ? { allows: () => true } : {}),
    });
    if (status >= 200 && status < 300) return null;
    return { why: `it answered ${status}`, isFinal: status === 410 };
  } catch (error) {
    return { why: (error as Error).message, isFinal: false };
  }
}

/** As the Standard Webhooks specification has it: HMAC-SHA256 over id, timestamp and body, so that none of them can be changed. */
export const signatureOf = (secret: string, id: string, timestamp: string, body: string): string => {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
};

export interface Deliveries {
  /** Waits for the tries under way. */
  stop(): Promise<void>;
}

/** Tells webhooks of changes every second, until stopped. */
export function startDeliveries(context: Context, options: DeliveryOptions = {}): Deliveries {
  let running: Promise<unknown> = Promise.resolve(),
    isBusy = false;
  const tick = (): void => {
    if (isBusy) return;
    isBusy = true;
    running = deliverDue(context, options)
      // The database may be away for a while: what is due stays due.
      .catch(() => {})
      .finally(() => {
        isBusy = false;
      });
  };
  const timer = setInterval(tick, 1000);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
