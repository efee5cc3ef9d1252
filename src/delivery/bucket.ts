/** A token bucket as it stands in the store. It may stand below nothing: answers to people do not wait for it. */
export interface Bucket {
  tokens: number;
  /** When that was so, milliseconds since 1970; never goes back, whatever the clocks of the instances say. */
  atMs: number;
  /** Nothing may be taken before. */
  heldUntilMs: number;
}

export interface BucketRate {
  perSecond: number;
  /** The most that can be saved up. */
  capacity: number;
}

export function fullBucket({ capacity }: BucketRate, nowMs: number): Bucket {
  return { tokens: capacity, atMs: nowMs, heldUntilMs: 0 };
}

/** The bucket as it stands now. */
export function refilled(bucket: Bucket, { perSecond, capacity }: BucketRate, nowMs: number): Bucket {
  const atMs = Math.max(bucket.atMs, nowMs);
  const from = Math.min(Math.max(bucket.atMs, bucket.heldUntilMs), atMs);
  const tokens = Math.min(capacity, bucket.tokens + ((atMs - from) / 1000) * perSecond);
  return { ...bucket, tokens, atMs };
}

/** Takes up to `most`; `granted` 0 comes with how long to wait until there is one. */
export function takeFrom(
  bucket: Bucket,
  rate: BucketRate,
  most: number,
  nowMs: number,
): { bucket: Bucket; granted: number; waitMs: number } {
  const now = refilled(bucket, rate, nowMs);
  const heldMs = now.heldUntilMs - nowMs;
  const granted = heldMs > 0 ? 0 : Math.max(0, Math.min(most, Math.floor(now.tokens + 1e-9)));
  const missing = Math.max(0, 1 - now.tokens);
  const waitMs = granted > 0 ? 0 : Math.max(heldMs, 0) + (missing / rate.perSecond) * 1000;
  return { bucket: { ...now, tokens: now.tokens - granted }, granted, waitMs };
}
