/**
 * Which refusal failed the session: not the ones a client takes in its stride, not the ones made good later, and of a
 * chain the first.
 */
import { dataVerbs, openers, type Exchange, type Session } from './session.ts';
import type { ReplyTurn } from './turn.ts';

/** Asked before something else or beside it; whatever comes back, the session goes on. */
const optional: ReadonlySet<string> = new Set([
  ...[
    'FEAT',
    'OPTS',
    'CLNT',
    'CSID',
    'SYST',
    'SITE',
    'HOST',
    'LANG',
    'HELP',
    'STAT',
    'NOOP',
    'ALLO',
    'XCRC',
    'XMD5',
    'HASH',
  ],
  ...[
    'SIZE',
    'MDTM',
    'MLST',
    'MFMT',
    'MFF',
    'MODE',
    'STRU',
    'PBSZ',
    'REST',
    'AVBL',
    'MDTM',
    'SMNT',
    'CCC',
    'ABOR',
  ],
]);
const final = ({ replies }: Exchange): ReplyTurn | undefined => replies.findLast(({ code }) => code >= 200);
const succeeded = (exchange: Exchange): boolean => {
  const reply = final(exchange);
  return reply !== undefined && reply.code < 400;
};
/** It wants something, which taking leave and keeping the line open do not. */
const asks = ({ verb }: Exchange): boolean => verb !== 'QUIT' && verb !== 'NOOP';
const sameName = (one: Exchange, other: Exchange): boolean =>
  (one.command?.argument ?? '') === (other.command?.argument ?? '');
/** The last part of the path that the command names; asked of many that follow a refusal, thus without expressions. */
function baseOf({ command }: Exchange): string {
  const path = command?.argument ?? '';
  let end = path.length;
  while (path[end - 1] === '/') end -= 1;
  return path.slice(path.lastIndexOf('/', end - 1) + 1, end);
}

/** Whatever a server answers, no client stops at these. */
const always: ReadonlySet<string> = new Set([
  'FEAT',
  'OPTS',
  'CLNT',
  'CSID',
  'SYST',
  'HOST',
  'LANG',
  'NOOP',
  'ALLO',
  'MFMT',
  'MFF',
]);

/** The families of commands of which one stands in for another. */
const families: readonly ReadonlySet<string>[] = [
  new Set(['LIST', 'NLST', 'MLSD', 'STAT']),
  openers,
  new Set(['STOR', 'STOU', 'APPE']),
  new Set(['USER', 'PASS', 'ACCT']),
  new Set(['MKD', 'XMKD']),
  new Set(['CWD', 'XCWD', 'CDUP']),
];
const familyOf = new Map(families.flatMap((family) => [...family].map((verb) => [verb, family] as const)));

/** True if a later command shows that the refusal did not matter. */
function madeGood(refused: Exchange, later: readonly Exchange[]): boolean {
  const { verb } = refused;
  if (verb === 'connect') return later.some((other) => other.verb === 'connect' && succeeded(other));
  if (verb === 'USER' || verb === 'PASS' || verb === 'ACCT')
    return later.some((other) => asks(other) && other.replies.some(({ code }) => code === 230));
  // A client that may go on without TLS asks for it first.
  if (verb === 'AUTH' || verb === 'ADAT')
    return later.some(
      ({ connection, verb: other, replies }) =>
        connection === refused.connection &&
        (/^(?:USER|PASS)$/.test(other) || (other === 'AUTH' && replies.some(({ code }) => code < 400))),
    );
  // The older command is tried where the server does not know the newer one.
  if (verb === 'EPSV' || verb === 'EPRT')
    return later.some(({ verb: other }) =>
      (verb === 'EPSV' ? /^(?:PASV|PORT)$/ : /^(?:PORT|PASV|EPSV)$/).test(other),
    );
  if (verb === 'PROT') return later.some((other) => dataVerbs.has(other.verb) && succeeded(other));
  if (openers.has(verb)) {
    const transfers = later.filter(
      (other) => asks(other) && (dataVerbs.has(other.verb) || other.replies.some(({ code }) => code === 425)),
    );
    const opened = later.some((other) => openers.has(other.verb) && succeeded(other));
    return opened && (transfers.length === 0 || transfers.some(succeeded));
  }
  const name = baseOf(refused);
  if (verb === 'MKD' || verb === 'XMKD' || verb === 'CWD' || verb === 'XCWD')
    return (
      later.some(
        (other) => /^X?(?:MKD|CWD)$/.test(other.verb) && baseOf(other) === name && succeeded(other),
      ) ||
      (/^X?MKD$/.test(verb) &&
        later.some((other) => /^(?:STOR|CWD|MKD|XMKD|MFMT|RNTO|SITE)$/.test(other.verb) && succeeded(other)))
    );
  // What is not there to download is there once it is uploaded.
  if (
    verb === 'RETR' &&
    later.some((other) => other.verb === 'STOR' && baseOf(other) === name && succeeded(other))
  )
    return true;
  const family = familyOf.get(verb);
  // The name of a second attempt counts, not the place.
  return later.some(
    (other) =>
      asks(other) &&
      (other.verb === verb || family?.has(other.verb)) &&
      (sameName(refused, other) || (dataVerbs.has(verb) && baseOf(other) === name)) &&
      succeeded(other),
  );
}

function tolerated(refused: Exchange, later: readonly Exchange[]): boolean {
  const { verb } = refused;
  // A line that is too long takes the session with it.
  if (/too long/i.test(final(refused)?.text ?? '')) return false;
  // What is not there is made next.
  const next = later[0];
  if (/^X?CWD$/.test(verb) && next && /^X?MKD$/.test(next.verb)) return baseOf(next) === baseOf(refused);
  const goesOn = (other: Exchange): boolean => asks(other) && other.connection === refused.connection;
  if (
    verb === 'QUIT' ||
    always.has(verb) ||
    (verb === 'SITE' && /^(?:UTIME|CHMOD|UMASK)/i.test(refused.command?.argument ?? '') && later.length === 0)
  )
    return true;
  if (optional.has(verb))
    return (
      later.some(goesOn) ||
      (later.some(({ verb: other }) => other === 'QUIT') &&
        verb !== 'SITE' &&
        verb !== 'SIZE' &&
        verb !== 'MDTM' &&
        verb !== 'REST')
    );
  // Removed to make room, whether it was there or not.
  if (verb === 'DELE' || verb === 'RMD' || verb === 'XRMD') {
    const name = baseOf(refused);
    return later.some(
      (other) =>
        goesOn(other) &&
        /^(?:STOR|RNTO|X?MKD)$/.test(other.verb) &&
        baseOf(other) === name &&
        succeeded(other),
    );
  }
  return (verb === 'PWD' || verb === 'XPWD' || verb === 'MLSD') && later.some(goesOn);
}

export interface Failure {
  readonly reply: ReplyTurn;
  readonly exchange: Exchange;
}

export interface Outcome {
  readonly failure: Failure | null;
  /** Refusals that did not matter. */
  readonly harmless: readonly Failure[];
}

/** Something was done: a transfer, a change of the files. */
const worked = (exchange: Exchange): boolean =>
  succeeded(exchange) &&
  (dataVerbs.has(exchange.verb) || /^(?:X?MKD|X?RMD|DELE|RNTO|SITE|MFMT)$/.test(exchange.verb));

/** A 421 that answers no command: the server's clock ran out after the work. */
const unasked = ({ exchange }: Failure): boolean => exchange.verb === '*';

/**
 * The first of the refusals with which the session ends: what came before and did not keep the client from its work is
 * not what failed it.
 */
function decisive(fatal: readonly Failure[], exchanges: readonly Exchange[]): Failure | null {
  const asked = fatal.filter((failure) => !unasked(failure));
  const candidates = asked.length > 0 ? asked : fatal;
  let at = candidates.length - 1;
  while (at > 0) {
    const [before, here] = [candidates[at - 1], candidates[at]];
    if (!before || !here) break;
    const again = before.reply.text === here.reply.text && before.exchange.verb === here.exchange.verb;
    if (!again && exchanges.slice(before.exchange.index + 1, here.exchange.index).some(worked)) break;
    at -= 1;
  }
  return candidates[at] ?? null;
}

/** 332 asks for an account; a client that has none, or the wrong one, gets no further. */
const stopsAt332 = (later: readonly Exchange[]): boolean =>
  !later.some((other) => other.replies.some(({ code }) => code === 230 || code === 202));

/** Whether a refusal is made good shows soon after it; looking further would take long in a long log. */
const mostAhead = 100;

export function outcomeOf({ exchanges }: Session): Outcome {
  const harmless: Failure[] = [];
  const fatal: Failure[] = [];
  exchanges.forEach((exchange, index) => {
    const last = exchange.replies.at(-1);
    const refusal = exchange.replies.find(({ code }) => code >= 400 && code < 600);
    const reply = refusal ?? (last?.code === 332 ? last : undefined);
    if (!reply) return;
    const later = exchanges.slice(index + 1, index + 1 + mostAhead);
    if (!refusal && !stopsAt332(later)) return;
    const passes = madeGood(exchange, later) || (reply.code !== 421 && tolerated(exchange, later));
    (passes ? harmless : fatal).push({ reply, exchange });
  });
  return { failure: decisive(fatal, exchanges), harmless };
}
