import { BlockList, isIP, isIPv6 } from 'node:net';

/** Says whether a peer is a proxy whose word about the client is believed. */
export type Trust = (address: string) => boolean;

const LOOPBACK = blockList(['127.0.0.0/8', '::1/128']);

/** Proxies by address, by network (`10.0.0.0/8`) or by the word `loopback`. Throws a RangeError that names the entry it cannot read. */
export function trustedProxies(entries: readonly string[]): Trust {
  // Asked several times for every request.
  if (entries.length === 0) return () => false;
  const networks = blockList(entries.filter(entry => entry !== 'loopback'));
  const trustsLoopback = entries.includes('loopback');
  return address => contains(networks, address) || (trustsLoopback && isLoopback(address));
}

/** Whether the address is this very machine. */
export function isLoopback(address: string): boolean {
  return contains(LOOPBACK, address);
}

/** The nearest address that is not a trusted proxy: whatever stands further left in `X-Forwarded-For` may be invented. */
export function clientAddress(peer: string, forwardedFor: string | undefined, trusts: Trust): string {
  const hops = [...(forwardedFor ?? '').split(',').map(hop => hop.trim()), peer]
    .filter(hop => hop !== '')
    .map(withoutMapping);
  while (hops.length > 1 && trusts(hops.at(-1)!)) hops.pop();
  const client = hops.at(-1) ?? '';
  return isIP(client) === 0 ? withoutMapping(peer) : client;
}

/** What counts as one client: an IPv4 address, or the /64 that a household or a phone gets of IPv6. */
export function clientNetwork(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.replace(/%.*$/, '').split('::');
  const left = head.split(':').filter(Boolean);
  const right = (tail ?? '').split(':').filter(Boolean);
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  return `${[...left, ...zeros, ...right].slice(0, 4).join(':')}::/64`;
}

function blockList(entries: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of entries) addTo(list, entry);
  return list;
}

function addTo(list: BlockList, entry: string): void {
  const [address = '', bits, ...rest] = entry.split('/');
  const family = isIP(address);
  const width = family === 6 ? 128 : 32;
  const prefix = bits === undefined ? width : /^\d{1,3}$/.test(bits) ? Number(bits) : Number.NaN;
  if (family === 0 || rest.length > 0 || !(prefix <= width))
    throw new RangeError(`not an address, a network or “loopback”: ${entry}`);
  list.addSubnet(address, prefix, family === 6 ? 'ipv6' : 'ipv4');
}

function contains(list: BlockList, address: string): boolean {
  const plain = withoutMapping(address);
  return isIP(plain) !== 0 && list.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4');
}

/** `::ffff:127.0.0.1` is how a socket of both families names an IPv4 peer. */
function withoutMapping(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}
