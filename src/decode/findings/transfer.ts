/** Transfers that began and broke, where what the client did tells more than the reply. */
import { dataVerbs } from '../session.ts';
import type { Rule } from './finding.ts';

const cancelled =
  /\b(?:cancel|abort|interrupt)\w*\b.{0,40}\b(?:by|user|request)|\^C|KeyboardInterrupt|user (?:cancel|abort)|abgebrochen|interrompu|cancelad/i;

/** ABOR was sent, or the program says that somebody cancelled. */
const aborted: Rule = ({ failure, session }) => {
  if (
    !failure ||
    ![426, 451, 450, 425, 226].includes(failure.reply.code) ||
    !dataVerbs.has(failure.exchange.verb)
  )
    return null;
  const { exchange, reply } = failure;
  const next = session.exchanges[exchange.index + 1];
  const abor = next?.command?.verb === 'ABOR' ? next.command : undefined;
  const from = exchange.command?.line ?? 0;
  const note = session.notes.find(
    ({ line, text }) => line >= from && line <= reply.line && cancelled.test(text),
  );
  return abor || note ? { id: 'aborted-by-client', sure: 'certain', cause: abor ?? note } : null;
};

export const transfer: readonly Rule[] = [aborted];
