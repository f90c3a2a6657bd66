/** Which codes an exchange on the wire shows together: evidence that two can meet, and how. */
import { parseWire, turnsOf } from './exchange.ts';

/** The codes that a transcript shows: its replies, and socket errors that the client's program printed. */
export function codesShown(wire: string): ReadonlySet<number> {
  const { lines } = parseWire(wire);
  const replies = turnsOf(lines).turns.flatMap((turn) => (turn.kind === 'reply' ? [turn.code] : []));
  const errors = lines
    .filter(({ by }) => by === 'program')
    .flatMap(({ text }) => [...text.matchAll(/\b1[01]\d{3}\b/g)].map(([digits]) => Number(digits)));
  return new Set([...replies, ...errors]);
}

/**
 * True if one command gets both codes: they stand in one exchange, not only in one session. A reply after a final
 * one belongs to no exchange (RFC 959 §4.2: one 2yz, 3yz, 4yz or 5yz ends it).
 */
export function inOneExchange(wire: string, one: number, other: number): boolean {
  const { turns } = turnsOf(parseWire(wire).lines);
  let current: number[] = [];
  let ended = false;
  for (const turn of turns) {
    if (turn.kind === 'event') continue;
    if (turn.kind === 'command' || ended) current = [];
    ended = turn.kind === 'reply' && turn.code >= 200;
    if (turn.kind === 'reply') current.push(turn.code);
    if (current.includes(one) && current.includes(other)) return true;
  }
  return false;
}
