import { createHash } from 'node:crypto';

export interface Script {
  lua: string;
  sha1: string;
}

/**
 * One conditional write in one round trip. KEYS: entry, debts of its shard. ARGV: version that must stand there, new row (it begins with its version),
 * lifetime in ms or '', debt or '', now in ms. Gives 1, or else the row that stands there instead (nil: none).
 */
export const WRITE = script(`
if redis.call('GETRANGE', KEYS[1], 0, 5) ~= ARGV[1] then return redis.call('GET', KEYS[1]) end
if ARGV[3] == '' then redis.call('SET', KEYS[1], ARGV[2]) else redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3]) end
if ARGV[4] ~= '' then redis.call('ZADD', KEYS[2], ARGV[5], ARGV[4]) end
return 1`);

/** KEYS: entry. Gives its row and what is left of its lifetime in ms, below 0 when it has none: as of one moment. */
export const READ_KEPT = script(`return { redis.call('GET', KEYS[1]), redis.call('PTTL', KEYS[1]) }`);

/** KEYS: entry, debts of its shard. ARGV: how the debts of this entry begin. */
export const REMOVE = script(`
redis.call('DEL', KEYS[1])
for _, debt in ipairs(redis.call('ZRANGE', KEYS[2], 0, -1)) do
  if string.sub(debt, 1, #ARGV[1]) == ARGV[1] then redis.call('ZREM', KEYS[2], debt) end
end
return 1`);

/** KEYS: debts of a shard. ARGV: how the debts begin, the latest time they may bear, the time that they bear from now on, how many. */
export const TAKE_DEBTS = script(`
local taken = {}
for _, debt in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[2])) do
  if #taken == tonumber(ARGV[4]) then break end
  if string.sub(debt, 1, #ARGV[1]) == ARGV[1] then
    redis.call('ZADD', KEYS[1], ARGV[3], debt)
    taken[#taken + 1] = debt
  end
end
return taken`);

function script(text: string): Script {
  const lua = text.trim();
  return { lua, sha1: createHash('sha1').update(lua).digest('hex') };
}
