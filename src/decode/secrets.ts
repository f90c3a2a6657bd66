/** Hides passwords before anything is shown or copied: the arguments of PASS and ACCT, and what looks like a secret. */
import type { Turn } from './turn.ts';

export const hidden = '****';

/** What programs write in place of a password, or what is none. */
const alreadyHidden =
  /^(?:[*•.xX#-]+|\(?(?:hidden|password|secret|redacted|omitted|none|not shown|censored)\)?|<[^>]*>|\[[^\]]*\]|\{[^}]*\}|\$\w+)$/i;

/** Words that follow PASS where it is named and not sent. */
const afterPass =
  '->|command|required|first|failed|is|was|not|or|and|to|needed|expected|again|with|before|must|denied|please|ok|accepted|successful|incorrect|refused|rejected|phase|sent|received|in|for';

const names =
  // Of pwd, only the assignment: wget names the directory so.
  'pass(?:word|wd|phrase|code)?|pwd(?=["\']?\\s*=)|passwort|kennwort|mot de passe|contrase\u00f1a|senha|has\u0142o|parola|wachtwoord|\u043f\u0430\u0440\u043e\u043b\u044c|\u5bc6\u7801|\u30d1\u30b9\u30ef\u30fc\u30c9|secret|token|api[-_]?key|credentials?|client_secret|access[-_]?key';

/** Quotation marks may stay open: a line may be cut. */
interface Pattern {
  readonly text: RegExp;
  readonly to: string;
}

const patterns: readonly Pattern[] = [
  // ftp://user:password@host, whatever the password is made of
  { text: /(\w:\/\/[^\s:/@'"<>]*):[^\s'"<>]*@/g, to: `$1:${hidden}@` },
  { text: /\b(Authorization["']?\s*[:=]\s*["']?(?:Basic|Bearer|Digest)\s+)[^\s'"]+/gi, to: `$1${hidden}` },
  // quote pass x, literal pass x
  { text: /\b((?:quote|literal|rawcmd|raw)\s+(?:pass|acct)\s+)\S.*$/gi, to: `$1${hidden}` },
  { text: /\b(SITE\s+(?:PSWD|CHPASS\w*)\s+)\S.*$/gi, to: `$1${hidden}` },
  // ftp> user anna geheim
  { text: /^((?:\S*>\s*)?user\s+\S+\s+)\S.*$/g, to: `$1${hidden}` },
  // curl -u anna:geheim, lftp -u anna,geheim
  {
    text: /((?:^|\s)(?:-u|--user|--proxy-user|-U)[ =]?\s*)(["'])([^:,'"]*[:,])(?:(?!\2).)*(?:\2|$)/g,
    to: `$1$2$3${hidden}$2`,
  },
  {
    text: /((?:^|\s)(?:-u|--user|--proxy-user|-U)[ =]?\s*[^\s:,'"]+[:,])(?!\*{3})[^\s'"]\S*/g,
    to: `$1${hidden}`,
  },
  {
    text: /((?:^|\s)(?:-pw|-p|--pass(?:word|wd)?|--ftp-password|-password)[ =]+)(["'])(?:\\.|(?!\2).)*(?:\2|$)/g,
    to: `$1$2${hidden}$2`,
  },
  {
    text: /((?:^|\s)(?:-pw|--pass(?:word|wd)?|--ftp-password|-password)[ =]+)[^\s'"]\S*/g,
    to: `$1${hidden}`,
  },
  // "password": "geheim", password='geheim', password => 'geheim'
  {
    text: new RegExp(
      String.raw`\b((?:${names})["']?\s*(?:=>|[:=])\s*)(["'])(?:\\.|(?!\2)[^\\])*(?:\2|\\?$)`,
      'giu',
    ),
    to: `$1$2${hidden}$2`,
  },
  // password=geheim, Password: geheim
  {
    text: new RegExp(
      String.raw`((?<![\p{L}])(?:${names})\s*[=:\uff1a]\s*)(?!["'\s*]|(?:Yes|No|none|required)\b)\S.*?(?=$|[&;,]?\s+\w+=|["'])`,
      'giu',
    ),
    to: `$1${hidden}`,
  },
  // login('anna', 'geheim'), ftp_login($ftp, "anna", "geheim"), NetworkCredential("anna", "geheim")
  {
    text: /\b((?:ftp_)?login|NetworkCredential|access|connect|FTP(?:_TLS)?|client)(\s*\([^()]*?)(,\s*(?:\w+\s*=\s*)?)(["'])(?:\\.|(?!\4)[^\\])*(?:\4(?=\s*(?:,\s*\w+\s*=[^()]*)?\))|\\?$)/g,
    to: `$1$2$3$4${hidden}$4`,
  },
];

/** PASS and what follows it, anywhere in a line that is not known to be a reply. */
const sent = new RegExp(
  String.raw`\b(PASS|ACCT)(\s+)(?!(?:${afterPass})\b)(?!\*{3})([^\s"'].*?|"[^"]+"|'[^']+'|["'].*)((?:["']\s*(?:[,}\])].*)?)?)$`,
  'u',
);

/** In a server's words only what it quotes is an echo of the command. */
const echoed = new RegExp(String.raw`(["'])(PASS|ACCT)\s+(?!(?:${afterPass})\b)(?!\*{3})(?:(?!\1).)+`, 'gu');

/** The same secret as other programs spell it inside a string, an address or a page. */
const spellings = (secret: string): readonly string[] => [
  secret,
  JSON.stringify(secret).slice(1, -1),
  secret.replace(/[\\']/g, '\\$&'),
  encodeURIComponent(secret.toWellFormed()),
  secret.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;'),
  secret.replace(/[\u007f-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`),
];

/** Shorter ones stand in too many words to be taken out of the middle of one. */
const shortest = 6;

export class Masker {
  readonly #learnt: RegExp | null;

  /** Learns the passwords that commands carry, so that they are hidden wherever else they stand. */
  constructor(turns: readonly Turn[]) {
    const found = new Set<string>();
    let user = '';
    let characters = 0;
    for (const turn of turns) {
      if (turn.kind !== 'command') continue;
      if (turn.verb === 'USER') user = turn.argument;
      if (turn.verb !== 'PASS' && turn.verb !== 'ACCT') continue;
      const secret = turn.argument.trim();
      const guest = /^(?:anonymous|ftp)$/i.test(user) || secret === user;
      if (secret === '' || guest || secret.length > longestLearnt || alreadyHidden.test(secret)) continue;
      if (!found.has(secret)) characters += secret.length;
      if (characters > mostLearnt) break;
      found.add(secret);
    }
    const sources = [...found]
      .flatMap(spellings)
      .filter((text, index, all) => text !== '' && all.indexOf(text) === index)
      .toSorted((a, b) => b.length - a.length)
      .map((text) =>
        text.length < shortest
          ? String.raw`(?<![\p{L}\p{N}_])${RegExp.escape(text)}(?![\p{L}\p{N}_])`
          : RegExp.escape(text),
      );
    this.#learnt = sources.length > 0 ? new RegExp(sources.join('|'), 'gu') : null;
  }

  /** Any text of the log without its secrets. */
  text(text: string): string {
    return this.#known(text).replace(
      sent,
      (whole, verb: string, gap: string, secret: string, rest: string, at: number, all: string) => {
        if (alreadyHidden.test(secret)) return whole;
        // A quotation mark that nothing has opened belongs to the password, and so does what follows it.
        const quoted = rest !== '' && all.lastIndexOf(rest.charAt(0), at) >= 0;
        return `${verb}${gap}${hidden}${quoted ? rest : ''}`;
      },
    );
  }

  #known(text: string): string {
    let masked = text;
    for (const { text: pattern, to } of patterns) masked = masked.replace(pattern, to);
    return this.#learnt ? masked.replace(this.#learnt, hidden) : masked;
  }

  /** A turn as it may be shown. Of PASS and ACCT nothing but the verb is kept. */
  turn(turn: Turn): string {
    if (turn.kind === 'command' && (turn.verb === 'PASS' || turn.verb === 'ACCT'))
      return turn.argument === '' ? turn.verb : `${turn.verb} ${hidden}`;
    if (turn.kind !== 'reply') return this.text(turn.text);
    return turn.lines.map((line) => this.#known(line).replace(echoed, `$1$2 ${hidden}`)).join('\n');
  }
}

/**
 * Characters of all passwords together: a log with more is a list of attacks, and an expression of all of them is too
 * large for a browser. Each is still hidden where PASS carries it.
 */
const mostLearnt = 4000;
const longestLearnt = 500;
