/** A log from text to finding: what the worker, the evaluation and the tests run. */
import { isBinary } from './bytes.ts';
import { diagnose, type Diagnosis } from './diagnose.ts';
import { foreignProtocol } from './foreign.ts';
import { lexiconOf, type Lexicon } from './lexicon.ts';
import type { Recollection } from './recall.ts';
import { asNote, type Turn } from './turn.ts';
import { readInSlices } from './turns.ts';

export interface Decoded {
  /** In the order of the paste. */
  readonly turns: readonly Turn[];
  /** Number of lines read. */
  readonly lines: number;
  readonly diagnosis: Diagnosis;
}

export class Decoder {
  readonly #lexicon: Lexicon;
  readonly #recollection: Recollection;

  constructor(recollection: Recollection) {
    const { codes, verbs } = recollection.knowledge;
    this.#lexicon = lexiconOf(
      codes.map(([code]) => code),
      verbs.map(([verb]) => verb),
    );
    this.#recollection = recollection;
  }

  /**
   * Yields the number of lines read so far, every `slice` lines. Never throws.
   * @param skipped lines of the log that stand before the text
   */
  *decodeInSlices(paste: string, slice: number, skipped = 0): Generator<number, Decoded> {
    const foreign = paste.trim() === '' ? 'empty' : isBinary(paste) ? 'not-text' : foreignProtocol(paste);
    if (foreign === 'empty' || foreign === 'not-text')
      return {
        turns: [],
        lines: 0,
        diagnosis: { ...diagnose([], this.#recollection), id: foreign, sure: 'certain' },
      };
    const { turns: read, lines, reversed, list } = yield* readInSlices(paste, this.#lexicon, slice, skipped);
    const turns = foreign ? read.map(asNote) : read;
    const diagnosis = diagnose(turns, this.#recollection);
    // The page shows the log as it was pasted.
    const shown = reversed ? turns.toReversed() : turns;
    const id = foreign ?? (list ? 'no-replies' : null);
    return { turns: shown, lines, diagnosis: id === null ? diagnosis : { ...diagnosis, id, sure: 'likely' } };
  }

  decode(paste: string): Decoded {
    const slices = this.decodeInSlices(paste, Number.POSITIVE_INFINITY);
    for (;;) {
      const step = slices.next();
      if (step.done) return step.value;
    }
  }
}
