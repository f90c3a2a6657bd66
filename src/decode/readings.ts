/** What a reply carries in its text: addresses, paths, sizes, times, lists (RFC 959 §4.2, RFC 3659, RFC 2428, RFC 2389). */
import { extendedPort, reachWords, sixNumbers } from './addresses.ts';
import type { Exchange } from './session.ts';
import { withoutCode, type ReplyTurn } from './turn.ts';

const number = new Intl.NumberFormat('en');
const units = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const;

/** "5,850 bytes", "88.2 MB (88,213,000 bytes)". */
function size(bytes: number): string {
  const step = bytes < 10_000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const exact = `${number.format(bytes)} ${bytes === 1 ? 'byte' : 'bytes'}`;
  return step === 0 ? exact : `${(bytes / 1000 ** step).toPrecision(3)} ${units[step] ?? ''} (${exact})`;
}

/** A time as MDTM gives it (RFC 3659 §2.3): 20261121175900, always UTC. */
function time(text: string): string | null {
  const match = /\b(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\b/.exec(text);
  if (!match) return null;
  const [, year, month, day, hour, minute, second] = match;
  return `${year}-${month}-${day} ${hour}:${minute}:${second} UTC`;
}

type Reading = (
  text: string,
  reply: ReplyTurn,
  exchange: Exchange | undefined,
  host: string | null,
) => string | null;

const passive: Reading = (text, _, __, host) => {
  const named = sixNumbers(text);
  if (!named?.host) return null;
  const where = `Data connection to ${named.host}, port ${named.port} (${named.sum ?? ''}).`;
  const odd =
    named.reach !== 'public'
      ? ` That is ${reachWords[named.reach]}.`
      : host !== null && host !== named.host
        ? ` You connected to ${host}.`
        : '';
  return where + odd;
};

const readings: Readonly<Record<number, Reading>> = {
  110: (text) => {
    const [, mine, theirs] = /MARK\s+(\S+)\s*=\s*(\S+)/i.exec(text) ?? [];
    return mine && theirs ? `Your marker ${mine} is the server's ${theirs}.` : null;
  },
  120: (text) => {
    const minutes = /(\d+)\s*min/i.exec(text)?.[1];
    return minutes ? `Ready in ${minutes} minutes, on this same connection.` : null;
  },
  150: (text) => {
    const bytes = /\((\d[\d.,]*)\s*bytes?/i.exec(text)?.[1]?.replace(/[.,]/g, '');
    return bytes ? `The file has ${size(Number(bytes))}.` : null;
  },
  211: (_, { lines }, exchange) => {
    if (lines.length < 3 || (exchange && exchange.verb !== 'FEAT' && exchange.verb !== '')) return null;
    const features = lines
      .slice(1, -1)
      .map((line) => /^(?:\d{3}-)?\s*(\S+)/.exec(line)?.[1] ?? '')
      .filter(Boolean);
    return features.length > 0 ? `${features.length} features: ${[...new Set(features)].join(', ')}.` : null;
  },
  213: (text, _, exchange) => {
    const when = time(text);
    if (when !== null && exchange?.verb !== 'SIZE') return `Changed ${when}.`;
    const bytes = /^\s*(\d+)\s*$/.exec(text)?.[1];
    return bytes ? `${size(Number(bytes))}.` : null;
  },
  215: (text) => (text.trim() === '' ? null : `The system calls itself ${text.trim().replace(/\.$/, '')}.`),
  227: passive,
  229: (text) => {
    const named = extendedPort(text);
    return named ? `Data connection to port ${named.port} of the server's own address.` : null;
  },
  257: (text) => {
    // A quotation mark inside the path is doubled (RFC 959, Appendix II).
    const path = /"((?:[^"]|"")*)"/.exec(text)?.[1]?.replaceAll('""', '"');
    return path ? `The path is ${path}` : null;
  },
  350: (text) => {
    const offset = /(?:restart|position|offset|byte)\D{0,40}?(\d+)/i.exec(text)?.[1];
    return offset ? `The next transfer starts at byte ${number.format(Number(offset))}.` : null;
  },
};

/**
 * What the reply's text says beside its code, as a sentence; null if it carries nothing that is read out.
 * @param host the server's address as the log tells it
 */
export function readingOf(
  reply: ReplyTurn,
  exchange: Exchange | undefined,
  host: string | null,
): string | null {
  const read = readings[reply.code === 125 ? 150 : reply.code];
  return read?.(reply.lines.map(withoutCode).join('\n'), reply, exchange, host) ?? null;
}
