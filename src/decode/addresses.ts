/** Addresses inside replies and commands: what 227, 229, PORT and EPRT name, and who can reach it. */

/** Where an IPv4 address can be reached from (RFC 1918, RFC 6598, RFC 1122 §3.2.1.3, RFC 3927). */
export type Reach = 'public' | 'private' | 'shared' | 'loopback' | 'zero' | 'link-local' | 'broken';

export interface DataAddress {
  /** Null where the reply names the port alone (229). */
  readonly host: string | null;
  readonly port: number;
  readonly reach: Reach;
  /** "156 × 256 + 64" where the port came as two numbers. */
  readonly sum: string | null;
}

export function reachOf(host: string): Reach {
  const octets = host.split('.').map(Number);
  const [a = -1, b = -1] = octets;
  if (host.includes(':'))
    return /^(?:f[cd]|::1$)/i.test(host) ? 'private' : /^fe80/i.test(host) ? 'link-local' : 'public';
  if (octets.length !== 4 || octets.some((octet) => !(octet >= 0 && octet <= 255))) return 'broken';
  if (a === 0) return 'zero';
  if (a === 127) return 'loopback';
  if (a === 10 || (a === 172 && b >= 16 && b <= 31) || (a === 192 && b === 168)) return 'private';
  if (a === 100 && b >= 64 && b <= 127) return 'shared';
  if (a === 169 && b === 254) return 'link-local';
  return 'public';
}

export const reachWords: Readonly<Record<Reach, string>> = {
  public: 'a public address',
  private: 'a private address, which only machines on the same network reach',
  shared: "an address of a provider's inner network",
  loopback: 'the loopback address, which is always the own machine',
  zero: 'no address at all',
  'link-local': 'an address that is valid on one cable only',
  broken: 'no valid address',
};

const six = /(\d{1,3}),\s*(\d{1,3}),\s*(\d{1,3}),\s*(\d{1,3}),\s*(\d{1,3}),\s*(\d{1,3})/;

/** Six numbers, four of the address and two of the port (RFC 959 §4.1.2); null if there are none. */
export function sixNumbers(text: string): DataAddress | null {
  const match = six.exec(text);
  if (!match) return null;
  const [a, b, c, d, high = 0, low = 0] = match.slice(1).map(Number);
  const host = `${a}.${b}.${c}.${d}`;
  return { host, port: high * 256 + low, reach: reachOf(host), sum: `${high} × 256 + ${low}` };
}

/** The port of a 229: "(|||50069|)" (RFC 2428 §3). */
export function extendedPort(text: string): DataAddress | null {
  const port = /\(([\x21-\x7e])(?:\d?)\1(?:[^|]*)\1(\d{1,5})\1\)/.exec(text)?.[2];
  return port === undefined ? null : { host: null, port: Number(port), reach: 'public', sum: null };
}

/** The argument of EPRT: "|1|192.0.2.7|50069|" (RFC 2428 §2). */
export function extendedAddress(argument: string): DataAddress | null {
  const [, , host, port] = /^([\x21-\x7e])[12]\1([^|]+)\1(\d{1,5})\1/.exec(argument) ?? [];
  return host && port ? { host, port: Number(port), reach: reachOf(host), sum: null } : null;
}
