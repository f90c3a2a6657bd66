/** Replies out of step: one too many, and every later reply answers the command before. */
import { openers, type Exchange } from '../session.ts';
import type { Turn } from '../turn.ts';
import type { Rule } from './finding.ts';

/** The one success that these commands have (RFC 959 §5.4, RFC 2428 §3): any other belongs to another command. */
const only: Readonly<Record<string, readonly number[]>> = {
  PASV: [227],
  EPSV: [229, 200],
  PWD: [257],
  XPWD: [257],
  SYST: [215],
  PORT: [200, 202],
  EPRT: [200],
};
/** Replies that belong to few commands, so that another command which gets one has lost step. */
const telling: ReadonlySet<number> = new Set([215, 220, 226, 227, 229, 230, 257, 331, 150, 125]);

function isStray(
  { verb, command, replies }: Exchange,
  allowed: ReadonlyMap<string, readonly number[]>,
): boolean {
  if (!command || verb === '') return false;
  const [first] = replies;
  // EPSV ALL asks for nothing but a yes (RFC 2428 §4).
  if (!first || first.code >= 400 || (verb === 'EPSV' && /^ALL$/i.test(command.argument))) return false;
  const wanted = only[verb];
  if (wanted) return !wanted.includes(first.code);
  const known = allowed.get(verb);
  if (!known || known.length === 0 || !telling.has(first.code)) return false;
  if (known.includes(first.code)) return false;
  return verb === 'USER' || verb === 'PASS' ? foreignToLogin.has(first.code) : !manifold.has(verb);
}

const foreignToLogin: ReadonlySet<number> = new Set([220, 226, 227, 229, 257]);
/** ABOR ends a transfer and itself, and clients send some commands while a transfer still ends; others answer as they like. */
const manifold: ReadonlySet<string> = new Set([
  'ABOR',
  'QUIT',
  'STAT',
  'AUTH',
  'SITE',
  'HOST',
  'REIN',
  'MKD',
  'XMKD',
]);

export const stray: Rule = ({ session, recollection }) => {
  const allowed = new Map(recollection.knowledge.verbs.map(([verb, , codes]) => [verb, codes]));
  const out = session.exchanges.filter((exchange) => isStray(exchange, allowed));
  const [first] = out;
  if (!first) return null;
  // One odd reply is a habit of a server; a second one out of place, or one that stops the client, is the fault.
  const next = session.exchanges.slice(first.index + 1);
  const stops = openers.has(first.verb) || next.length <= 2;
  if (out.length < 2 && !stops) return null;
  const reply = first.replies[0];
  const before = session.exchanges[first.index - 1];
  const extra: Turn | undefined =
    before && before.replies.filter(({ code }) => code >= 200).length > 1 ? before.replies.at(-1) : undefined;
  return {
    id: 'stray-replies',
    sure: out.length > 1 ? 'certain' : 'likely',
    cause: extra ?? reply,
    support: out.flatMap(({ replies }) => replies.slice(0, 1)),
    shows: reply
      ? `${first.verb} is answered by ${reply.code}, which belongs to another command.`
      : undefined,
  };
};
