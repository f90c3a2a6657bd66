/** Logins whose trouble the words of the refusal do not tell. */
import type { Rule } from './finding.ts';

const foreign = /[^\u0000-\u007f]|\?\?|Ã.|%[89A-F][0-9A-F]/i;

/** A name or password with letters that two programs write as different bytes. */
const encoding: Rule = ({ failure, session }) => {
  if (!failure || failure.reply.code < 400) return null;
  const { exchange } = failure;
  if (exchange.verb !== 'PASS' && exchange.verb !== 'USER') return null;
  const names = session.turns.filter(
    (turn) => turn.kind === 'command' && (turn.verb === 'USER' || turn.verb === 'PASS'),
  );
  const odd = names.find((turn) => foreign.test(turn.text));
  return odd ? { id: 'encoding', sure: 'possible', cause: odd } : null;
};

/** "anonymous" or "ftp" as the name, and the login is refused without a further word. */
const anonymous: Rule = ({ failure }) => {
  if (!failure || failure.reply.code !== 530) return null;
  const { exchange, reply } = failure;
  const name =
    exchange.verb === 'USER'
      ? exchange.command?.argument
      : exchange.verb === 'PASS'
        ? exchange.before.user
        : null;
  const words = reply.lines.join(' ');
  return /^(?:anonymous|ftp)$/i.test(name ?? '') &&
    !/TLS|SSL|encrypt|many|maximum|secure|limit|banned|full/i.test(words)
    ? { id: 'anonymous-refused', sure: 'likely' }
    : null;
};

export const login: readonly Rule[] = [encoding, anonymous];
