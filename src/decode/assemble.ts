/** Groups what was said into turns: replies with all their lines, commands, and what is neither. */
import type { Utterance } from './speech.ts';
import { withoutCode, type Turn } from './turn.ts';

const small =
  /^(user|pass|acct|pwd|cwd|cdup|list|nlst|mlsd|retr|stor|appe|pasv|epsv|port|type|quit|noop|syst|feat|stat|dele|mkd|rmd|rnfr|rnto|auth|pbsz|prot|size|mdtm|rest|abor|opts)(?: \S+){0,2}\s*$/;

/** How many turns back a reply counts as the one that the client's error line repeats; tracebacks are long. */
const repeatWithin = { sameCode: 8, sameText: 80 } as const;

const isClient = ({ by, verb }: Utterance): boolean => by === 'client' && verb !== '';

/** For each utterance the places, from it on, that end a reply of several lines begun before. */
interface Ends {
  /** The nearest command with a reply behind it, and that reply's code. */
  readonly at: number;
  readonly code: number;
  /** The nearest one whose reply has another code than that. */
  readonly other: number;
}

/** Found from the end to the start, so that no reply has to look for its own. */
function endsOf(said: readonly Utterance[]): readonly Ends[] {
  const ends: Ends[] = [];
  let nearest: Ends = { at: said.length, code: 0, other: said.length };
  for (let at = said.length - 1; at >= 0; at -= 1) {
    const one = said[at];
    const next = said[at + 1];
    // Whoever the client's program names ends a reply of any code.
    if (one && isClient(one)) nearest = { at, code: 0, other: at };
    else if (one && next && one.verb !== '' && !one.indented && next.code > 0)
      nearest = { at, code: next.code, other: next.code === nearest.code ? nearest.other : nearest.at };
    ends[at] = nearest;
  }
  return ends;
}

/** One is the other, or its beginning; or one of them is the code alone. */
function alike(one: string, other: string): boolean {
  const [a, b] = [withoutCode(one.trim()).toLowerCase(), withoutCode(other.trim()).toLowerCase()];
  return (
    !/\p{L}/u.test(a) || !/\p{L}/u.test(b) || a.startsWith(b.slice(0, 40)) || b.startsWith(a.slice(0, 40))
  );
}

/** Groups utterances into turns, in one pass from start to end. */
export class Assembler {
  readonly #said: readonly Utterance[];
  /** Indexes of the lines that could end a reply of several lines, by code. */
  readonly #closers = new Map<number, number[]>();
  /** The same without those that stand further in. */
  readonly #outer = new Map<number, number[]>();
  readonly #ends: readonly Ends[];
  readonly #turns: Turn[] = [];

  constructor(said: readonly Utterance[]) {
    this.#said = said;
    this.#ends = endsOf(said);
    said.forEach(({ code, more, by, indented }, index) => {
      if (code === 0 || more || by === 'error') return;
      for (const places of indented ? [this.#closers] : [this.#closers, this.#outer])
        places
          .set(code, places.get(code) ?? [])
          .get(code)
          ?.push(index);
    });
  }

  turns(): readonly Turn[] {
    let index = 0;
    while (index < this.#said.length) index = this.#take(index);
    return this.#turns;
  }

  /** Makes a turn of the utterance there; returns the index of the next. */
  #take(index: number): number {
    const one = this.#said[index];
    if (!one) return index + 1;
    const { line, text, code, verb } = one;
    if (code > 0) {
      const end = one.more ? this.#end(index) : this.#wrapped(index);
      if (one.quoted && this.#isRepeated(one)) {
        // The line itself stands there as a note already.
        for (const part of this.#said.slice(index, end + 1))
          if (this.#turns.at(-1)?.line !== part.line) this.#note(part);
        return end + 1;
      }
      const last = this.#turns.at(-1);
      // tnftp prints it a second time when it has read the port.
      if (code === 229 && last?.kind === 'reply' && last.text === text) {
        this.#note(one);
        return end + 1;
      }
      const lines = end === index ? [text] : this.#said.slice(index, end + 1).map((part) => part.text);
      this.#turns.push({ kind: 'reply', line, text, code, lines });
      return end + 1;
    }
    const typed = verb === '' ? this.#typed(index) : verb;
    if (typed !== '') {
      const said = text.trim().replace(/^> /, '');
      this.#turns.push({
        kind: 'command',
        line,
        text: said,
        verb: typed,
        argument: said.slice(typed.length).trim(),
      });
    } else this.#note(one);
    return index + 1;
  }

  /**
   * A command that no list knows: typed in small letters by telnet, with a reply before it and after it; or a word in
   * capitals that the server does not know either.
   */
  #typed(index: number): string {
    const { text, by, indented } = this.#said[index] ?? {};
    if (text === undefined || by !== null || indented) return '';
    const next = this.#said[index + 1]?.code ?? 0;
    if (next > 0 && (this.#said[index - 1]?.code ?? 0) > 0) {
      const word = small.exec(text)?.[1];
      if (word !== undefined) return word.toUpperCase();
    }
    return next === 500 || next === 502 ? (/^(?:> )?([A-Z]{3,8})(?: \S+)?\s*$/.exec(text)?.[1] ?? '') : '';
  }

  #note({ line, text, by }: Utterance): void {
    if (text.trim() === '') return;
    this.#turns.push({ kind: 'note', line, text, error: by === 'error' });
  }

  #isRepeated({ code, text, by }: Utterance): boolean {
    let far = 0;
    for (let at = this.#turns.length - 1; at >= 0 && far < repeatWithin.sameText; at -= 1) {
      const turn = this.#turns[at];
      if (turn?.kind === 'reply' && turn.code === code) {
        if (alike(turn.text, text) && (far < repeatWithin.sameCode || /\p{L}/u.test(text))) return true;
      }
      // A label that nobody knows may be the program's way to show every reply.
      if (turn?.kind === 'command' && by === 'label') return false;
      far += turn?.kind === 'command' ? 3 : 1;
    }
    return false;
  }

  /** The index of the last line of a reply that starts with a hyphen (RFC 959 §4.2). */
  #end(start: number): number {
    const { code = 0 } = this.#said[start] ?? {};
    // The last line stands where the first does; a number further in belongs to the text, unless none else closes.
    const { indented = false } = this.#said[start] ?? {};
    for (const closers of indented ? [this.#closers] : [this.#outer, this.#closers]) {
      const places = closers.get(code) ?? [];
      const close = places[lowerBound(places, start)];
      if (close !== undefined && this.#belongs(start, close, code)) return close;
    }
    // It was never closed, or the log is cut: what looks like its lines belongs to it.
    let end = start;
    for (let at = start + 1; at < this.#said.length; at += 1) {
      const one = this.#said[at];
      if (!one || isClient(one)) break;
      const own = one.code === code && one.more;
      const inner = one.code === 0 && (one.by === 'server' || /^[ \t]+\S/.test(one.text));
      if (!own && !inner) break;
      end = at;
    }
    return end;
  }

  #belongs(start: number, close: number, code: number): boolean {
    const ends = this.#ends[start + 1];
    return !ends || (ends.code === code ? ends.other : ends.at) >= close;
  }

  /** A reply of one line that a mail program or a terminal has broken: the rest starts with a small letter. */
  #wrapped(start: number): number {
    const one = this.#said[start];
    const next = this.#said[start + 1];
    if (!one || !next || one.by !== null || next.by !== null) return start;
    const silentNext = next.code === 0 && next.verb === '' && next.line === one.line + 1;
    // ncftp writes a colon for the hyphen, and only its indentation shows which lines follow.
    if (/^\d{3}: /.test(one.text)) {
      let end = start;
      for (let at = start + 1; this.#said[at]?.indented === true; at += 1) end = at;
      return end;
    }
    const broken =
      (one.text.length >= 55 && !/[.!?]\s*$/.test(one.text) && /^\p{Ll}[\p{L} ]*\b/u.test(next.text)) ||
      (/\b(?:of|to|for|from|in|the|with|by|at|on|and|a)\s*$/.test(one.text) &&
        /^["'(\p{Ll}]/u.test(next.text));
    return silentNext && broken ? start + 1 : start;
  }
}

/** The first place in sorted numbers that is above the given one. */
function lowerBound(sorted: readonly number[], above: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) > above) high = middle;
    else low = middle + 1;
  }
  return low;
}
