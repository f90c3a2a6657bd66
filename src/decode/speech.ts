/** What each line of a log says, and who says it: commands, replies, and what is neither. */
import { Fronts, open, type Speaker } from './envelope.ts';
import type { Lexicon } from './lexicon.ts';
import { learn, nothingLearnt, type Learnt } from './learn.ts';
import type { Piece } from './piece.ts';
import { pieces } from './pieces.ts';
import { quotedReply } from './quotes.ts';

/** One thing said on one line. */
export interface Utterance {
  /** 1-based line of the paste. */
  readonly line: number;
  /** What was said, without what the program prints in front. */
  readonly text: string;
  /** 0 if it does not start with a reply code. */
  readonly code: number;
  /** The hyphen after the code: more lines follow (RFC 959 §4.2). */
  readonly more: boolean;
  /** In capitals; empty if it is no command. */
  readonly verb: string;
  readonly by: Speaker;
  /** Blanks and nothing else stand in front: so look the inner lines of a reply (RFC 959 §4.2). */
  readonly indented: boolean;
  /** The client's program repeats here what the server has said; it may have shown it before. */
  readonly quoted: boolean;
}

const replyAt =
  /([1-6]\d\d)(?:([ -])(?!-?\d+[-:]\d)|(?=[\t:]\s?(?!\s|[\d.,:]+\s*$|\d+[:.]))|(?=\s*$)|(?=['"\\\u201d]))/y;
const verbAt = /([A-Z][A-Z\d]{2,6})(?=\s|$|['"\\\u201d)\]])/y;
const anyVerbAt = /([A-Za-z][A-Za-z\d]{2,6})(?=\s|$|['"\\\u201d])/y;

/** What follows a number that measures something and is no code. */
const measured =
  /^[ -]?(?:bytes?|octets?|[kmgt]i?b(?:it|yte)?s?(?:\/s)?|ms|msecs?|secs?|seconds?|minutes?|mins?|hours?|days?|%|kbps|mbps|percent|x\d+|of \d|\/ ?\d)(?![\w:]|\.\s?\w)/i;
/** Things that are counted; a server's words start with a capital more often than not. */
const counted =
  /^[ -](?:files|folders|directories|items|lines|rows|users|clients|times|retries|packets|chars|characters|level)\b/;
/** An HTTP status, a listing's month, an operator of a program. */
const foreign =
  /^ (?:(?:bad gateway|bad request|not found|internal server error|forbidden|unauthorized|service unavailable|gateway time-?out|moved permanently|found|too many requests|not modified|no content|created)\.?["']?\s*$|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) +\d|[=<>+&|?]{1,2} |->|[-=]{2,}|["']?\s*[:,]\s)/;
const isNoCode = (after: string): boolean =>
  measured.test(after) || counted.test(after) || foreign.test(after);
const says = /[\p{L}\d"'/]/u;

/** How long an argument may be where a word in capitals could start a sentence; it may well be malformed. */
const one = /^(?: \S+)?\s*$/;
const fitting: Readonly<Record<string, RegExp>> = {
  TYPE: /^(?: \S{1,3}){0,2}\s*$/,
  MODE: /^(?: \S{1,2})?\s*$/,
  STRU: /^(?: \S{1,2})?\s*$/,
  PORT: one,
  EPRT: one,
  EPSV: one,
  PASV: one,
  PBSZ: one,
  PROT: one,
  AUTH: one,
  REST: one,
  PWD: one,
  FEAT: one,
  CDUP: one,
  LANG: one,
  HELP: one,
  CONF: one,
  ENC: one,
  MIC: one,
  HOST: one,
  QUIT: /^\s*$/,
  REIN: /^\s*$/,
  ALLO: /^(?: \S+){0,3}\s*$/,
  // "USER unknown: try again" is a sentence.
  USER: /^ \S+(?: \S+)?\s*$/,
};

const closing: Readonly<Record<string, string>> = {
  "'": "'",
  '"': '"',
  '`': '`',
  '\u201c': '\u201d',
  '\u2018': '\u2019',
  '\u00ab': '\u00bb',
  '*': '*',
};
const escapes: Readonly<Record<string, string>> = {
  r: '\r',
  n: '\n',
  t: '\t',
  '"': '"',
  "'": "'",
  '\\': '\\',
};
const unescape = (text: string): string =>
  text.includes('\\')
    ? text.replace(/\\([rnt"'\\])/g, (_, letter: string) => escapes[letter] ?? letter)
    : text;

/** More line ends than that, spelt out one after another, nobody prints. */
const longestEnd = 80;

/** Cuts what a quoting program adds behind: the closing quotation mark, or the \r\n that it spells out. */
function unwrap(line: string, at: number): string {
  const text = line.slice(at);
  const quote = closing[line[at - 1] ?? ''];
  if (quote !== undefined) {
    const end = text.lastIndexOf(quote);
    if (end > 0) return unescape(text.slice(0, end)).replace(/\r?\n$/, '');
  }
  if (!text.includes('\\') && !text.includes('\r')) return text;
  // Only at the end: a long run of them would be looked through from each of its places.
  const from = Math.max(0, text.length - longestEnd);
  return text.slice(0, from) + text.slice(from).replace(/(?:\\r|\\n|\\x0d|\\x0a|\r)+["']?(?: \+)?\s*$/, '');
}

/**
 * No server and no client says more on one line (RFC 959 leaves it open, and what programs accept is 512 to 4096). What
 * is longer is data in a log, and expressions would take long over it.
 */
const longest = 2000;
/** A whole log may stand on one line where its line ends were lost; beyond that nothing is looked for in a line. */
const longestLine = 20_000;

/** Cut between words, so that no secret is cut in two, which would then not look like one. */
function shortened(text: string): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest);
  const space = cut.lastIndexOf(' ');
  return `${space > longest / 2 ? cut.slice(0, space) : cut} \u2026`;
}

export class Listener {
  readonly #lexicon: Lexicon;
  /** A verb that everybody knows is one string for the whole log, which saves memory and makes it quick to compare. */
  readonly #verbs: ReadonlyMap<string, string>;
  /** Columns of an IIS log, from its last #Fields line. */
  #fields: readonly string[] = [];

  readonly #seen = new Set<string>();
  #dispatched = '';

  /** Who said the string that a program goes on printing on the next line; "echo" for one that counts no second time. */
  #joined: Speaker | 'echo' = null;
  readonly #verbose: boolean;

  readonly #learnt: Learnt;
  readonly #fronts = new Fronts();

  /** @param head the start of the log, by which programs that put their lines in a way of their own are understood */
  constructor(lexicon: Lexicon, head: readonly string[] = []) {
    this.#lexicon = lexicon;
    this.#verbs = new Map([...lexicon.verbs].map((verb) => [verb, verb]));
    this.#verbose = head.some((line) => /^--> [A-Z]{3,4}\b/.test(line));
    const unknown = head.filter((line) => !this.#isKnown(line));
    // Where known forms explain replies, what they leave over is no reply.
    this.#learnt = head.length - unknown.length < mostKnown ? learn(unknown, lexicon) : nothingLearnt;
  }

  #isKnown(line: string): boolean {
    return pieces(line, [], this.#lexicon).some(
      ({ text, by }) => open(text, (at, speaker) => this.#stands(text, at, by ?? speaker)).found,
    );
  }

  /** True for the second of two lines by which one program reports one thing. */
  #isEcho(raw: string): boolean {
    const mark =
      /\*(?:cmd|put|get|resp)\*|\[(?:connection|parser)\]|: FTP: |dispatching CMD command '[^']*'/.exec(
        raw,
      )?.[0];
    if (mark === undefined)
      return (
        (this.#seen.has(': FTP: ') && /^\s*E[^ ]{0,3}\./.test(raw)) ||
        // What Python's prompt shows of a call's value
        ((this.#seen.has('*resp*') || this.#seen.has('*get*')) && /^['"]\d{3}/.test(raw))
      );
    if (mark.startsWith('dispatching')) {
      const again = this.#dispatched === mark;
      this.#dispatched = mark;
      return again;
    }
    this.#seen.add(mark);
    const before = echoOf[mark];
    return before !== undefined && this.#seen.has(before);
  }

  /** Everything that one line says, in its order; a line that says nothing of FTP comes back as one utterance too. */
  hear(raw: string, line: number): readonly Utterance[] {
    if (raw.startsWith('#Fields:')) this.#fields = raw.slice(8).trim().toLowerCase().split(/\s+/);
    const joined = this.#joined;
    const goesOn = /\\n['"`] \+\s*$/.test(raw);
    if (joined !== null && /^\s*['"`]/.test(raw)) {
      if (!goesOn) this.#joined = null;
      const text = unescape(raw.trim().replace(/^['"`]|['"`](?: \+)?$/g, '')).replace(/\r?\n$/, '');
      return joined === 'echo'
        ? [silent(raw, line, 'program')]
        : [this.#utterance(text, line, joined, false, false)];
    }
    const echo = this.#isEcho(raw);
    this.#joined = !goesOn ? null : echo ? 'echo' : 'server';
    if (echo || ownLine.test(raw)) return [silent(raw, line, 'program')];
    if (this.#verbose && raw.includes('==> ')) return [silent(raw, line, 'program')];
    if (raw.length > longestLine) return [silent(shortened(raw), line, null)];
    const said = ({ text, quoted, by }: Piece): readonly Utterance[] =>
      this.#said(shortened(text), line, by ?? null, quoted ?? false);
    const all = pieces(raw, this.#fields, this.#lexicon);
    // Nearly every line is one piece, and a long log has hundreds of thousands.
    const [only] = all;
    return only && all.length === 1 ? said(only) : all.flatMap(said);
  }

  #said(text: string, line: number, known: Speaker, quoted: boolean): readonly Utterance[] {
    // Most of a long log are listings and progress: nothing in them could be a reply or a command.
    if (!mayHold.test(text)) return [silent(text, line, known)];
    const { at, by, found } = open(
      text,
      (place, speaker) => this.#stands(text, place, known ?? speaker),
      this.#fronts,
    );
    const speaker = known ?? by;
    if (!found) {
      const own = known === null ? this.#learnt.find(text) : null;
      if (own) return [this.#utterance(unwrap(text, own.at), line, own.by, false, false)];
      const note = silent(text, line, speaker, at);
      const quote = known === null && speaker !== 'client' ? quotedReply(text, this.#lexicon) : null;
      return quote === null ? [note] : [note, this.#utterance(quote, line, 'error', true, false)];
    }
    const said = unwrap(text, at);
    const [first = '', ...others] = said.includes('\n') ? said.split(/\r?\n/) : [said];
    const indented = at > 0 && inset.test(text.slice(0, at));
    const utterance = this.#utterance(first, line, speaker, quoted, indented);
    // A reply of several lines that a program prints as one string.
    return others.length === 0
      ? [utterance]
      : [
          utterance,
          ...others
            .filter((other, index) => other !== '' || index < others.length - 1)
            .map((other) => this.#utterance(other, line, speaker, quoted, other.startsWith(' '))),
        ];
  }

  #utterance(text: string, line: number, by: Speaker, quoted: boolean, indented: boolean): Utterance {
    replyAt.lastIndex = 0;
    const reply = by === 'client' ? null : replyAt.exec(text);
    if (reply)
      return {
        line,
        text,
        code: Number(reply[1]),
        more: reply[2] === '-',
        verb: '',
        by,
        indented,
        quoted: quoted || by === 'error' || by === 'label',
      };
    anyVerbAt.lastIndex = 0;
    const [, word = ''] = (by === 'server' ? null : anyVerbAt.exec(text)) ?? [];
    return {
      line,
      text,
      code: 0,
      more: false,
      verb: this.#verbs.get(word) ?? word.toUpperCase(),
      by,
      indented,
      quoted: false,
    };
  }

  /** True if a command or a reply stands at the place. */
  #stands(line: string, at: number, by: Speaker): boolean {
    const unit = line.charCodeAt(at);
    if (unit >= 49 && unit <= 54) return by !== 'client' && by !== 'program' && this.#isReply(line, at, by);
    return by !== 'server' && by !== 'error' && by !== 'program' && this.#isCommand(line, at, by);
  }

  #isReply(line: string, at: number, by: Speaker): boolean {
    replyAt.lastIndex = at;
    const match = replyAt.exec(line);
    if (!match) return false;
    const after = line.slice(at + 3, at + 60);
    const known = this.#lexicon.codes.has(Number(match[1]));
    if (by === 'server') return known || !isNoCode(after);
    if (!known || isNoCode(after)) return false;
    return /^-?\s*$/.test(after) ? at === 0 || line.slice(0, at).trim() === '' : says.test(after);
  }

  #isCommand(line: string, at: number, by: Speaker): boolean {
    if (by === 'client') {
      // After an arrow that an e-mail may have put there, only what is written as a command is one.
      verbAt.lastIndex = at;
      if (verbAt.test(line)) return true;
      anyVerbAt.lastIndex = at;
      const match = anyVerbAt.exec(line);
      return match !== null && this.#lexicon.verbs.has((match[1] ?? '').toUpperCase());
    }
    verbAt.lastIndex = at;
    const match = verbAt.exec(line);
    const verb = match?.[1] ?? '';
    if (!match || !this.#lexicon.verbs.has(verb)) return false;
    const after = unwrap(line, at).slice(verb.length);
    const form = fitting[verb];
    if (form) return form.test(after);
    // "SIZE of the file", "STAT: ok": what follows is no argument.
    return !/^ (?:of|is|the|was|for|and|or|command|failed|successful|not|has|must|to|in|response|reply|denied)\b.*\s\S/i.test(
      after,
    );
  }
}

/** So few lines of a session may be what they seem by chance. */
const mostKnown = 3;

/** Lines with a code that clients of the BSD family print by themselves. */
const ownLine = /^421 Service not available, (?:remote server has closed connection|user interrupt)/;

/** Python's ftplib at its second level, and Node's ftp, report each line twice: the mark, and the one that came first. */
const echoOf: Readonly<Record<string, string>> = {
  '*resp*': '*get*',
  '*put*': '*cmd*',
  '[parser]': '[connection]',
};

/** Blanks alone, or after a time. */
const inset = /^\s+$|^[\d:.,-]+\s{3,}$/;

const mayHold = /(?<!\d)[1-6]\d\d(?!\d)|[A-Za-z]{3}/;

function silent(text: string, line: number, by: Speaker, at = 0): Utterance {
  const indented = /^(?:[\d:.,]+)?\s{3,}\S|^\s/.test(text);
  return {
    line,
    text: by === 'server' ? text.slice(at) : text,
    code: 0,
    more: false,
    verb: '',
    by,
    indented,
    quoted: false,
  };
}
