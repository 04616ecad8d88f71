import { BlockList, isIP, isIPv4 } from 'node:net';

/** Addresses that no page of a newsroom has: IANA's special-purpose registries (RFC 6890 and its updates). */
const SPECIAL: readonly string[] = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '::/128',
  '::1/128',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
  '5f00::/16',
  'fc00::/7',
  'fe80::/10',
  'ff00::/8',
];

const blocked = new BlockList();
for (const range of SPECIAL) {
  const [network, bits] = range.split('/') as [string, string];
  blocked.addSubnet(network, Number(bits), isIPv4(network) ? 'ipv4' : 'ipv6');
}

/**
 * Whether an IP address is one of the open internet: not loopback, private, link-local (cloud metadata), multicast or reserved.
 * @example isPublicAddress('169.254.169.254') // false
 */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !blocked.check(address, 'ipv4');
  const mapped = mappedIPv4(address);
  return mapped == null ? !blocked.check(address, 'ipv6') : isPublicAddress(mapped);
}

/**
 * The host of a web address where it plainly is none of the open internet: an IP address that `allows` bars, or this machine by name; else
 * null. What other names lead to is looked at when they are connected to.
 * @example insideHost(new URL('http://10.0.0.1/feed.xml')) // '10.0.0.1'
 */
export function insideHost(url: URL, allows: (address: string) => boolean = isPublicAddress): string | null {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isInside = isIP(host) ? !allows(host) : /(^|\.)localhost\.?$/i.test(host);
  return isInside ? host : null;
}

/** The IPv4 address inside an IPv4-mapped or -compatible IPv6 one, in whichever way it is written. */
function mappedIPv4(address: string): string | null {
  const host = URL.canParse(`http://[${address}]/`) ? new URL(`http://[${address}]/`).hostname : '';
  const found = /^\[::(?:ffff:(?:0:)?)?([0-9a-f]{1,4}):([0-9a-f]{1,4})\]$/.exec(host);
  if (found == null) return null;
  const [high, low] = [Number.parseInt(found[1]!, 16), Number.parseInt(found[2]!, 16)];
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}
