import { Redis } from 'ioredis';

const redis = new Redis(process.env.REDIS_URL ?? 'redis://localhost:6379');

/** Counts requests of an address in the last minute. */
export async function countRequest(address: string): Promise<number> {
  const key = `requests:${address}`;
  const count = await redis.incr(key);
  if (count === 1) await redis.expire(key, 60);
  return count;
}
