import { ProblemError } from './problem.ts';
import type { Asker } from './types.ts';

/** How often anybody may ask. */
export interface Limits {
  /** Spends what a request of somebody known costs; throws a problem (429) where they have asked too much. */
  spend(by: Asker, cost: number): void;
  /** Spends a try to come in (a password, a key, a link) from an address; throws where there were too many. */
  knock(address: string): void;
  /** Gives the tries of an address back: somebody came in. */
  welcome(address: string): void;
}

interface Rate {
  /** Most at once. */
  readonly burst: number;
  /** What comes back each second. */
  readonly perSecond: number;
}

/** A person or a key: 500 plain reads a second; reading and filing cost more. */
const ASKING: Rate = { burst: 3000, perSecond: 500 };
/** Tries to come in: ten, then one every 30 seconds. */
const KNOCKING: Rate = { burst: 10, perSecond: 1 / 30 };
/** Buckets kept; beyond it those that are full again are dropped. */
const MOST = 10_000;

/** Token buckets, one for each person, key or address. They lie in memory: a restart forgives. */
export function createLimits(now: () => number = () => performance.now()): Limits {
  const asking = createBuckets(ASKING, now),
    knocking = createBuckets(KNOCKING, now);
  return {
    spend: (by, cost) => spendOrThrow(asking, `${by.id} ${by.name}`, cost, by.name),
    knock: address => spendOrThrow(knocking, address, 1, 'this address'),
    welcome: address => knocking.forget(address),
  };
}

function spendOrThrow(buckets: Buckets, key: string, cost: number, who: string): void {
  const wait = buckets.spend(key, cost);
  if (wait === 0) return;
  const seconds = Math.ceil(wait);
  throw new ProblemError(429, `${who} has asked too often: try again in ${seconds} s`, {
    'retry-after': String(seconds),
  });
}

interface Buckets {
  /** Takes from a bucket; gives the seconds to wait where there is too little in it. */
  spend(key: string, cost: number): number;
  forget(key: string): void;
}

function createBuckets({ burst, perSecond }: Rate, now: () => number): Buckets {
  const buckets = new Map<string, { left: number; at: number }>();
  const leftIn = (bucket: { left: number; at: number }, at: number): number =>
    Math.min(burst, bucket.left + ((at - bucket.at) / 1000) * perSecond);
  const sweep = (at: number): void => {
    for (const [key, bucket] of buckets) if (leftIn(bucket, at) >= burst) buckets.delete(key);
    if (buckets.size >= MOST) buckets.clear();
  };
  return {
    spend(key, cost) {
      const at = now();
      if (buckets.size >= MOST) sweep(at);
      const bucket = buckets.get(key) ?? { left: burst, at };
      const left = leftIn(bucket, at);
      const enough = Math.min(cost, burst);
      if (left < enough) {
        buckets.set(key, { left, at });
        return (enough - left) / perSecond;
      }
      buckets.set(key, { left: left - enough, at });
      return 0;
    },
    forget: key => void buckets.delete(key),
  };
}
