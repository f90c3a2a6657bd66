/** Texts that nobody would type, made of logs and queries that somebody did: the same ones for the same seed. */
import { below, dice, pick, type Dice } from '../dice.ts';

export interface Input {
  readonly text: string;
  /** Passwords planted in it, of which nothing may be shown. */
  readonly secrets: readonly string[];
  /** How it was made, for the report. */
  readonly made: string;
}

/** What inputs are made of. */
export interface Corpus {
  readonly texts: readonly string[];
  readonly lines: readonly string[];
}

export const corpusOf = (texts: readonly string[]): Corpus => ({
  texts,
  lines: texts.flatMap((text) => text.split(/\r?\n/)).filter(Boolean),
});

const alphabet = Array.from(
  'abcXYZ 0123456789-:[](){}<>"\'`\\|,.;=*#$&%/_+~^?!@\t\r\n\u0000\u00ff\u00fc\u4e2d\ud83d\ude00\ufeff\ufffd\u001b\u200b\u202e',
);

/** Single characters and short marks whose long runs expressions with two ways to match take long over. */
const units: readonly string[] = [
  ...Array.from(' .,;:-=*#|<>()[]{}"\'`\\/_01a'),
  ...[
    '\n',
    '\r',
    '\t',
    '\r\n',
    '\u0000',
    '\ufffd',
    '\u001b[',
    '\u00a0',
    '\\r',
    '\\n',
    '\\x0d',
    'a.',
    'a-',
    'a ',
  ],
  ...[
    ', ',
    "',",
    '",',
    '" ',
    "='",
    '="',
    '1;',
    '[1;',
    '(a',
    '...',
    ' ...',
    '\\\\',
    '\\"',
    "\\'",
    '\n ',
    '\n\t',
  ],
  ...['550 ', '550-', '550 A', '220-x\n', '220-x\n 220 y\n', '550-a\n551-b\n', 'PASV\n', 'PASS ', 'PASS x\n'],
  ...[
    'USER a\n',
    'MKD a\n550 no\n',
    'RETR a\n550 no\n',
    'LIST\n150 a\n',
    '> ',
    '< ',
    '-> ',
    '{"',
    '{"a":',
    '&lt;',
  ],
];

/** Marks after which the readers look further along the line. */
const marks: readonly string[] = [
  ...['ETA:', '--:--', '==> SYST ', 'Logging in as ', 'FTP response: Client "', 'FTP command: Client "a", "'],
  ...['"ABC ', 'Command [A] [', "dispatching CMD command '", ': FTP: ', 'FTP 1 Request: ', "code=550,text='"],
  ...[
    'unexpected server response ',
    '....',
    '{"message":"',
    '(000012) (',
    'curl: (67) ',
    'Error ',
    'error_perm: ',
  ],
  ...[
    'PASS ',
    'ACCT ',
    'password=',
    'password: "',
    'Authorization: Basic ',
    'ftp://a:',
    'user ',
    '-u ',
    "-u 'a:",
  ],
  ...[
    'login(',
    "login('a', ",
    'quote pass ',
    'SITE PSWD ',
    '-p ',
    "--password '",
    '#Fields: ',
    '220 ',
    '220-',
    '550 ',
  ],
  ...[
    'ftp_login(): ',
    ' in /a on line ',
    'http://',
    'certificate ',
    'handshake',
    'user ',
    'anonymous',
    '421 ',
    '*cmd* ',
  ],
  ...[
    "*resp* '",
    'USER ',
    'CWD ',
    'MKD /',
    'PORT ',
    '227 (',
    '229 (|',
    'Nov 21 10:00:00 ',
    '__proto__ ',
    'constructor ',
  ],
];

const letters = Array.from('abcdefghkmnpqrstuvwxyzABCDEFGHKLMNPQRSTUVWXYZ23456789!#$%&()*+,-./:;=?@[]^_{|}~');

/** Forms of log in which a client sends a password; each is a whole line. */
const sending: readonly ((password: string) => string)[] = [
  (password) => `PASS ${password}`,
  (password) => `> PASS ${password}`,
  (password) => `---> PASS ${password}`,
  (password) => `Command:\tPASS ${password}`,
  (password) => `Befehl:  PASS ${password}`,
  (password) => `10:00:01\tCommand:\tPASS ${password}`,
  (password) => `(000012)21.11.2026 10:00:00 - (not logged in) (192.0.2.7)> PASS ${password}`,
  (password) => `12 0.4 192.0.2.7 192.0.2.1 FTP 86 Request: PASS ${password}`,
  (password) => `10:00:00.1 IP a.5000 > b.21: Flags [P.], length 20: FTP: PASS ${password}`,
];

const someLength = (roll: Dice): number => Math.floor(10 ** (1 + roll() * (roll() < 0.05 ? 5 : 3.5)));

const noise = (roll: Dice, length: number): string =>
  Array.from({ length }, () => pick(roll, alphabet)).join('');

const wild = (roll: Dice): string =>
  Array.from({ length: Math.min(20_000, someLength(roll)) }, () =>
    String.fromCharCode(below(roll, roll() < 0.5 ? 256 : 65_536)),
  ).join('');

/** @param lines of the corpus */
const splice = (roll: Dice, lines: readonly string[]): string =>
  Array.from({ length: 1 + below(roll, 60) }, () => {
    const line = pick(roll, lines);
    return roll() < 0.3 ? line.slice(below(roll, line.length + 1)) : line;
  }).join(pick(roll, ['\n', '\n', '\r\n', '\r', ' ', '']));

function mutate(roll: Dice, text: string): string {
  let changed = text;
  for (let edits = 1 + below(roll, 8); edits > 0; edits -= 1) {
    const at = below(roll, changed.length + 1);
    const to = Math.min(changed.length, at + below(roll, 40));
    const middle = pick(roll, [
      () => '',
      () => noise(roll, 1 + below(roll, 8)),
      () => changed.slice(at, to).repeat(2 + below(roll, 20)),
      () => pick(roll, units).repeat(1 + below(roll, 200)),
      () => pick(roll, marks),
      () => Array.from(changed.slice(at, to)).toReversed().join(''),
    ])();
    changed = changed.slice(0, at) + middle + changed.slice(to);
  }
  return changed;
}

/** Long runs: of a unit behind a mark, of a mark, of both; closed by something that makes the whole fail, or not. */
function repeat(roll: Dice, lines: readonly string[], most: number): string {
  const word = (): string => {
    const line = pick(roll, lines);
    const start = below(roll, line.length + 1);
    return line.slice(start, start + 1 + below(roll, 24));
  };
  const unit = roll() < 0.7 ? pick(roll, units) : word();
  const mark = roll() < 0.7 ? pick(roll, marks) : word();
  const both = pick(roll, [unit, unit, mark, mark + unit, unit + mark]) || ' ';
  const length = Math.min(most, roll() < 0.5 ? 100_000 : someLength(roll));
  const head = pick(roll, ['', mark, pick(roll, lines), '550 ', '> ']);
  const tail = pick(roll, ['', 'x', '\n', '\nUSER anna\n331 ok\n', '"', "'", ' 550 x', 'x\n550 no']);
  return head + both.repeat(Math.max(1, Math.floor(length / both.length))) + tail;
}

function planted(roll: Dice, text: string): Pick<Input, 'text' | 'secrets'> {
  const secret = `q${Array.from({ length: 8 + below(roll, 12) }, () => pick(roll, letters)).join('')}z`;
  const lines = text.split('\n');
  // What begins before it must not go on in it: a line of its own, with a name before and an answer behind.
  const login = ['> USER anna', '< 331 ok', pick(roll, sending)(secret), '< 530 no'];
  lines.splice(below(roll, lines.length + 1), 0, ...login);
  return { text: lines.join('\n'), secrets: [secret] };
}

/** @param most characters of a run */
export function makeInput(seed: number, { texts, lines }: Corpus, most: number): Input {
  const roll = dice(seed);
  const ways: readonly (readonly [string, () => string])[] = [
    ['random characters', () => noise(roll, someLength(roll) % 20_000)],
    ['random code units', () => wild(roll)],
    ['a splice', () => splice(roll, lines)],
    ['a mutation', () => mutate(roll, pick(roll, texts))],
    ['a mutated splice', () => mutate(roll, splice(roll, lines))],
    ['a run', () => repeat(roll, lines, most)],
  ];
  const [made, make] = pick(roll, ways);
  const text = make();
  const plants = (made === 'a splice' || made === 'a mutation') && roll() < 0.5;
  return { secrets: [], text, ...(plants && planted(roll, text)), made: `${made}, seed ${seed}` };
}
