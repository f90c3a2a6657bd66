/** Which text of a server a received reply is an instance of. */
import type { ReceivedReply, ServerReply } from './records.ts';
import { codeOf, fits, fitsInPart, fixedLength, matcher } from './wording.ts';

/** The experimental verbs of RFC 743 and RFC 775, which servers treat as the plain ones. */
const plain: Readonly<Record<string, string>> = {
  XCUP: 'CDUP',
  XCWD: 'CWD',
  XMKD: 'MKD',
  XPWD: 'PWD',
  XRMD: 'RMD',
};

/** "retr x" → RETR, "SITE CHMOD 644 x" → SITE CHMOD; null, for what came unasked, → connect. */
export function commandOf(sent: string | null): string {
  if (sent === null) return 'connect';
  const [verb = '', word = ''] = sent
    .trim()
    .toUpperCase()
    .split(/\s+|\\X0[AD]/);
  return verb === 'SITE' && /^[A-Z]+$/.test(word) ? `SITE ${word}` : verb;
}

/** Every command that a reply to `sent[to]` may answer, likeliest first: what was sent together, and before. */
export function commandsBefore(sent: readonly string[], to: number): readonly string[] {
  if (to < 0) return ['connect', ...sent.map(commandOf)];
  return sent
    .slice(0, to + 1)
    .toReversed()
    .flatMap((text) => text.split(/(?:\\x0[ad])+/).filter((part) => part.trim() !== ''))
    .map(commandOf);
}

/** True if one of the reply's conditions names the command, or any command. */
export const answers = ({ cases }: Pick<ServerReply, 'cases'>, command: string): boolean =>
  cases.some(({ commands }) =>
    commands.some(
      (one) => one === '*' || one === command || one === command.split(' ')[0] || one === plain[command],
    ),
  );

/** Fewer fixed characters than this and a text says nothing by itself: "{bytes}", "/{path}". */
const telling = 4;

/**
 * The texts that made a received reply, the likeliest first. Those that the server sends to the command come before
 * those that only read alike; the whole reply counts before its first or last line. A text that is little more than
 * a placeholder is taken only for its own command.
 * @param commands as `commandsBefore` gives them
 */
export function sayingsOf<Reply extends ServerReply>(
  replies: readonly Reply[],
  received: ReceivedReply,
  commands: readonly string[],
): readonly Reply[] {
  const code = codeOf(received.lines);
  const [command = ''] = commands;
  const fitting = (test: typeof fits) => {
    const found = replies.filter((reply) => reply.code === code && test(matcher(reply), received));
    const tiers = [
      found.filter((reply) => answers(reply, command)),
      found.filter((reply) => commands.some((one) => answers(reply, one))),
      found.filter((reply) => fixedLength(reply) >= telling),
    ];
    const best = tiers.find((tier) => tier.length > 0) ?? [];
    return best.toSorted((a, b) => fixedLength(b) - fixedLength(a));
  };
  const [whole] = fitting(fits);
  return whole ? [whole] : fitting(fitsInPart);
}
