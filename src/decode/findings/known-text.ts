/** A refusal in the very words of a server that is known to send them: its source or recordings say when. */
import type { Knowledge, KnownReply } from '../knowledge.ts';
import { meaningOf, wordsOf } from './wording.ts';
import type { Case, Match, Rule } from './finding.ts';

/** Commands that stand for another in the records of situations. */
const kin: Readonly<Record<string, string>> = {
  NLST: 'LIST',
  MLSD: 'LIST',
  APPE: 'STOR',
  STOU: 'STOR',
  CDUP: 'CWD',
  XCWD: 'CWD',
  XCUP: 'CWD',
  XRMD: 'RMD',
  XMKD: 'MKD',
  MDTM: 'SIZE',
  ADAT: 'AUTH',
};

/** Situations that the cases for the command name and that are about this command, as indexes, the best first. */
function meant([, , , cases]: KnownReply, verb: string, { situations }: Knowledge): readonly number[] {
  const about = (place: number): boolean => {
    const commands = situations[place]?.commands ?? [];
    return (
      commands.length === 0 || verb === '' || commands.includes(verb) || commands.includes(kin[verb] ?? verb)
    );
  };
  const fits = (wanted: (commands: readonly string[]) => boolean): readonly number[] =>
    cases.filter(([commands]) => wanted(commands)).flatMap(([, , own]) => own.filter(about).slice(0, 1));
  const exact = fits((commands) => commands.some((one) => one === verb || one.startsWith(`${verb} `)));
  if (exact.length > 0) return exact;
  const any = fits((commands) => commands.includes('*'));
  if (any.length > 0) return any;
  // The log does not show the command: the text alone must tell.
  return verb === '' ? fits(() => true) : [];
}

/** Texts that end in the reason of the system. */
export const reasoned = /\{(?:reason|error|strerror|message|why|\w+_error)\}\W*$/;

/** Headings for many different faults: what the words or the command say is more. */
const broad: ReadonlySet<string> = new Set([
  'bad-argument',
  'not-implemented',
  'parameter-refused',
  'out-of-order',
  'stray-replies',
]);

/** Weight of the words of the server that answers here, beside the same words of others. */
const ownWeight = 3;

/** What a password's refusal means where the server hides which half of the login was wrong. */
const hidden: ReadonlySet<string> = new Set([
  'unknown-user',
  'account-disabled',
  'home-missing',
  'host-refused',
]);

/** Id of the situation that the rows mean for the command; null if they name none. */
export function bestMeaning(
  rows: readonly KnownReply[],
  verb: string,
  knowledge: Knowledge,
  server: number | null,
): string | null {
  const votes = new Map<string, number>();
  for (const row of rows)
    meant(row, verb, knowledge).forEach((situation, place) => {
      const id = knowledge.situations[situation]?.id ?? '';
      const weight = server !== null && row[2].includes(server) ? ownWeight : 1;
      votes.set(id, (votes.get(id) ?? 0) + weight / (place + 1));
    });
  const [best] = [...votes].toSorted((a, b) => b[1] - a[1]);
  if (!best) return null;
  return hidden.has(best[0]) && votes.has('wrong-password') ? 'wrong-password' : best[0];
}

export const byKnownText: Rule = ({ failure, recollection, server }: Case): Match | null => {
  if (!failure) return null;
  const { reply, exchange } = failure;
  const rows = recollection.recall(reply);
  const id = bestMeaning(rows, exchange.verb, recollection.knowledge, server?.index ?? null);
  // A session that has TLS does not lack it.
  if (id === null || (id === 'tls-required' && exchange.before.tls)) return null;
  const own = server !== null && rows.some(([, , servers]) => servers.includes(server.index));
  // A reason that the server fills in says more than the sentence around it.
  const filled = reasoned.test(rows[0]?.[1] ?? '') ? meaningOf(wordsOf(reply), exchange.verb) : null;
  return { id: filled ?? id, sure: own && !broad.has(id) ? 'certain' : 'likely' };
};

export const isBroad = (id: string): boolean => broad.has(id);
