/** Reads a log into turns. */
import { Assembler } from './assemble.ts';
import { bare, linesOf, numberingOf } from './lines.ts';
import type { Lexicon } from './lexicon.ts';
import { Listener, type Utterance } from './speech.ts';
import { asNote, type Turn } from './turn.ts';

/** So many different codes in rising order, and no command, are a list of codes and no session. */
const listFrom = 7;

function isList(turns: readonly Turn[]): boolean {
  const codes: number[] = [];
  for (const turn of turns) {
    if (turn.kind === 'command') return false;
    if (turn.kind === 'reply') codes.push(turn.code);
  }
  const rising = codes.filter((code, index) => index > 0 && code > (codes[index - 1] ?? 0)).length;
  return codes.length >= listFrom && rising >= (codes.length - 1) * 0.8;
}

export interface Reading {
  /** In the order of time. */
  readonly turns: readonly Turn[];
  /** The log has its newest line first. */
  readonly reversed: boolean;
  /** A list of codes and no session. */
  readonly list: boolean;
  /** Number of lines read. */
  readonly lines: number;
}

const clock = /\b(\d\d?):(\d\d):(\d\d)(?:[.,](\d{1,3}))?/;

/** True if the times in front of the lines run backwards: a viewer that shows the newest line first. */
function isReversed(said: readonly Utterance[], raws: readonly string[]): boolean {
  let falls = 0;
  let rises = 0;
  let before: number | null = null;
  for (const raw of raws) {
    const [, hours, minutes, seconds, fraction = '0'] = clock.exec(raw) ?? [];
    if (hours === undefined) continue;
    const now = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(`0.${fraction}`);
    if (before !== null && now < before) falls += 1;
    if (before !== null && now > before) rises += 1;
    before = now;
  }
  return said.length > 3 && falls >= 3 && rises === 0;
}

/** Characters that show how the log is written. */
const headLength = 60_000;

/** So many lines tell in which direction time runs. */
const timed = 80;

/** A turn starts on the first of its lines that the reader meets. */
function backwards(said: readonly Utterance[]): readonly Turn[] {
  return new Assembler(said.toReversed())
    .turns()
    .map((turn) =>
      turn.kind === 'reply' && turn.lines.length > 1
        ? { ...turn, line: turn.line - turn.lines.length + 1 }
        : turn,
    );
}

/**
 * Reads a log as it goes; a long one a slice at a time, so that somebody can be told how far it is.
 * @param paste the whole text
 * @param slice lines between two yields
 * @param skipped lines of the log that stand before the text
 */
export function* readInSlices(
  paste: string,
  lexicon: Lexicon,
  slice: number,
  skipped = 0,
): Generator<number, Reading> {
  const head = paste
    .slice(0, headLength)
    .split(/\r\n|[\r\n]/)
    .map(bare);
  const listener = new Listener(lexicon, head);
  const said: Utterance[] = [];
  const raws: string[] = [];
  const unnumbered = numberingOf(paste);
  let line = skipped;
  for (const raw of linesOf(paste)) {
    line += 1;
    const clean = unnumbered(bare(raw));
    if (raws.length < timed) raws.push(clean);
    for (const one of listener.hear(clean, line)) said.push(one);
    if (line % slice === 0) yield line;
  }
  const reversed = isReversed(said, raws);
  const turns = reversed ? backwards(said) : new Assembler(said).turns();
  const list = isList(turns);
  return { turns: list ? turns.map(asNote) : turns, lines: line, reversed, list };
}

export function read(paste: string, lexicon: Lexicon): Reading {
  const slices = readInSlices(paste, lexicon, Number.POSITIVE_INFINITY);
  for (;;) {
    const step = slices.next();
    if (step.done) return step.value;
  }
}
