import { createHash } from 'node:crypto';

export interface Script {
  lua: string;
  sha1: string;
}

/**
 * Conditional writes and settlings in one round trip, each for itself. KEYS, two for each: entry, debts of its shard. ARGV, five for each: version that
 * must stand there, new row (it begins with its version; '': a settling), lifetime in ms or '', debt or '', now in ms. Gives for each 1, or else the row
 * that stands there instead (nil: none).
 */
export const TOGETHER = script(`
local given = {}
for act = 1, #KEYS / 2 do
  local entry, debts, at = KEYS[2 * act - 1], KEYS[2 * act], 5 * act - 5
  local row, lifetime, debt = ARGV[at + 2], ARGV[at + 3], ARGV[at + 4]
  given[act] = 1
  if row == '' then redis.call('ZREM', debts, debt)
  elseif redis.call('GETRANGE', entry, 0, 5) ~= ARGV[at + 1] then given[act] = redis.call('GET', entry)
  else
    if lifetime == '' then redis.call('SET', entry, row) else redis.call('SET', entry, row, 'PX', lifetime) end
    if debt ~= '' then redis.call('ZADD', debts, ARGV[at + 5], debt) end
  end
end
return given`);

/** KEYS: entry. Gives its row and what is left of its lifetime in ms, below 0 when it has none: as of one moment. */
export const READ_KEPT = script(`return { redis.call('GET', KEYS[1]), redis.call('PTTL', KEYS[1]) }`);

/** KEYS: entry, debts of its shard. ARGV: how the debts of this entry begin. */
export const REMOVE = script(`
redis.call('DEL', KEYS[1])
for _, debt in ipairs(redis.call('ZRANGE', KEYS[2], 0, -1)) do
  if string.sub(debt, 1, #ARGV[1]) == ARGV[1] then redis.call('ZREM', KEYS[2], debt) end
end
return 1`);

/**
 * KEYS: debts of a shard. ARGV: how the debts begin, the latest time they may bear, the time that they bear from now on, how many, and the time
 * above which a clock must have been put back since.
 */
export const TAKE_DEBTS = script(`
local taken = {}
local function take(from, to)
  for _, debt in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], from, to)) do
    if #taken == tonumber(ARGV[4]) then break end
    if string.sub(debt, 1, #ARGV[1]) == ARGV[1] then
      redis.call('ZADD', KEYS[1], ARGV[3], debt)
      taken[#taken + 1] = debt
    end
  end
end
take('-inf', ARGV[2])
take('(' .. ARGV[5], '+inf')
return taken`);

function script(text: string): Script {
  const lua = text.trim();
  return { lua, sha1: createHash('sha1').update(lua).digest('hex') };
}
