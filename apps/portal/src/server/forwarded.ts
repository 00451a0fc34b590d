import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Addresses of proxies in front whose X-Forwarded-For is believed. */
export type TrustedProxies = BlockList;

/** Reads a list of addresses and networks (`10.0.0.0/8`, `::1`) into something to look up in. */
export function trustedProxies(entries: readonly string[]): TrustedProxies {
  const list = new BlockList();
  for (const entry of entries) {
    const [address = '', prefix] = entry.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  return list;
}

/**
 * The address a request really comes from, and its X-Forwarded-* headers overwritten with what the portal
 * knows itself: nothing behind this point can be told another host, scheme or address by the asker.
 */
export function settleForwarded(request: IncomingMessage, portalUrl: URL, trusted: TrustedProxies): string {
  const address = clientAddress(
    plain(request.socket.remoteAddress ?? ''),
    single(request.headers['x-forwarded-for']),
    trusted,
  );
  for (const name of Object.keys(request.headers)) {
    if (name.startsWith('x-forwarded-') || name === 'forwarded' || name === 'x-real-ip')
      delete request.headers[name];
  }
  request.headers['x-forwarded-for'] = address;
  request.headers['x-forwarded-host'] = portalUrl.host;
  request.headers['x-forwarded-proto'] = portalUrl.protocol.slice(0, -1);
  return address;
}

/** The rightmost address in the chain that is no trusted proxy. */
export function clientAddress(peer: string, chain: string | undefined, trusted: TrustedProxies): string {
  if (!isTrusted(peer, trusted)) return peer;
  const hops = (chain ?? '').split(',').map((hop) => plain(hop.trim()));
  for (const hop of hops.reverse()) {
    if (isIP(hop) === 0) return peer;
    if (!isTrusted(hop, trusted)) return hop;
  }
  return peer;
}

function isTrusted(address: string, trusted: TrustedProxies): boolean {
  const family = isIP(address);
  return family !== 0 && trusted.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

function plain(address: string): string {
  return address.replace(/^::ffff:/i, '');
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(',') : value;
}
