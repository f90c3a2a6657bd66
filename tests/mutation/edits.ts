/** Edits that a tired editor, a merge or a bad script makes to a file of content. */
import { below, pick, type Dice } from '../dice.ts';

type Edit = (roll: Dice, lines: readonly string[]) => readonly string[];

const place = (roll: Dice, lines: readonly string[]): number => below(roll, lines.length);
const replaced = (lines: readonly string[], at: number, line: string): readonly string[] =>
  lines.with(at, line);

/** A line with a field and its value, or any line where there is none. */
function fieldIn(roll: Dice, lines: readonly string[]): number {
  const fields = lines.flatMap((line, at) => (/^\s*(?:- )?[\w"-]+:/.test(line) ? [at] : []));
  return fields.length > 0 ? pick(roll, fields) : place(roll, lines);
}

const values: readonly string[] = [
  ...[
    'null',
    'true',
    '-1',
    '0',
    '1e999',
    '.nan',
    '451.5',
    '99999999999999999999',
    '[]',
    '{}',
    '[[[[[]]]]]',
    '""',
    '~',
  ],
  ...[
    '2026-11-21',
    '0x1F',
    '*anchor',
    '&a [*a]',
    '!!binary x',
    '!!js/function x',
    '"\\ud800"',
    '{__proto__: {a: 1}}',
  ],
  ...[
    'constructor',
    '<script>',
    "'",
    '"',
    '|',
    '>',
    '- x',
    ': x',
    '? x',
    '@x',
    '`x',
    '%x',
    '[RETR',
    '[999 vs 1000]',
  ],
  ...[
    '550',
    '(RFC 99999 §1)',
    '(RFC 959 §)',
    'toString',
    'RETR',
    'x'.repeat(5000),
    '\u202e\u0000\ufeff',
    '💾💾',
  ],
];

const inProse: readonly string[] = [
  ...[
    '{',
    '}',
    '<',
    '<div>',
    '</p>',
    '{1 + }',
    '{undefined.x}',
    '{process.exit(1)}',
    '<Missing />',
    'import x from "y"',
  ],
  ...[
    'export const x = 1',
    '```',
    '```ftp',
    '    code',
    '[999]',
    '[XXXX]',
    '[450 vs 999]',
    '[a](b)',
    '[a](/ftp/999/)',
  ],
  ...[
    '[a](/ftp/situations/nowhere/)',
    '![a](b.png)',
    '## On the wire',
    '# Title',
    '#### Deep',
    '<!-- x -->',
    '---',
  ],
  ...[
    '***',
    '- - - x',
    '> > > x',
    '| a | b |\n| - |',
    '[^1]',
    '$x$',
    '\\',
    '&nbsp;&bogus;',
    '\u0000',
    '\ud800',
    '💾',
  ],
  ...[
    '`',
    '``',
    '**x',
    '<a href="x">',
    '<br>',
    '{/* x',
    '{"a"}',
    '{`${x}`}',
    'S: 451 x',
    'C: RETR x',
    'E: ',
    '(RFC 9 §1)',
  ],
];

const editsByName = {
  'a line deleted': (roll, lines) => lines.toSpliced(place(roll, lines), 1),
  'lines deleted': (roll, lines) => lines.toSpliced(place(roll, lines), 1 + below(roll, 12)),
  'a line doubled': (roll, lines) => {
    const at = place(roll, lines);
    return lines.toSpliced(at, 0, lines[at] ?? '');
  },
  'two lines swapped': (roll, lines) => {
    const [one, other] = [place(roll, lines), place(roll, lines)];
    return lines.with(one, lines[other] ?? '').with(other, lines[one] ?? '');
  },
  'a value of another kind': (roll, lines) => {
    const at = fieldIn(roll, lines);
    return replaced(
      lines,
      at,
      (lines[at] ?? '').replace(/:.*/, () => `: ${pick(roll, values)}`),
    );
  },
  'a field renamed': (roll, lines) => {
    const at = fieldIn(roll, lines);
    const name = pick(roll, ['__proto__', 'constructor', 'code', 'x', 'replies', 'Ünïcode', '']);
    return replaced(
      lines,
      at,
      (lines[at] ?? '').replace(/[\w"-]+:/, () => `${name}:`),
    );
  },
  'indentation changed': (roll, lines) => {
    const at = place(roll, lines);
    return replaced(lines, at, pick(roll, ['', ' ', '  ', '\t', '      ']) + (lines[at] ?? '').trimStart());
  },
  'a character lost': (roll, lines) => {
    const at = place(roll, lines);
    const from = below(roll, (lines[at] ?? '').length + 1);
    return replaced(lines, at, (lines[at] ?? '').slice(0, from) + (lines[at] ?? '').slice(from + 1));
  },
  'a number changed': (roll, lines) => {
    const at = pick(roll, [0, ...lines.flatMap((line, index) => (/\d{3}/.test(line) ? [index] : []))]);
    const number = pick(roll, ['999', '000', '-1', '45', '4511', '558', '10060', '600']);
    return replaced(lines, at, (lines[at] ?? '').replace(/\d{3}/, number));
  },
  'an id misspelt': (roll, lines) => {
    const at = pick(roll, [
      0,
      ...lines.flatMap((line, index) => (/[a-z]+-[a-z]+/.test(line) ? [index] : [])),
    ]);
    return replaced(lines, at, (lines[at] ?? '').replace(/[a-z]+-[a-z]+/, 'no-such-thing'));
  },
  'something put into the text': (roll, lines) => {
    const at = place(roll, lines);
    const line = lines[at] ?? '';
    const from = pick(roll, [0, line.length, below(roll, line.length + 1)]);
    return replaced(lines, at, line.slice(0, from) + pick(roll, inProse) + line.slice(from));
  },
  'a line put in': (roll, lines) => lines.toSpliced(place(roll, lines), 0, pick(roll, inProse)),
  'cut off': (roll, lines) => lines.slice(0, place(roll, lines)),
  emptied: () => [],
  'CR LF': (_, lines) => lines.map((line) => `${line}\r`),
  'a byte-order mark': (_, lines) => lines.with(0, `\ufeff${lines[0] ?? ''}`),
  'all of it twice': (_, lines) => [...lines, ...lines],
} as const satisfies Readonly<Record<string, Edit>>;

export interface Mutant {
  readonly text: string;
  /** What was done to it. */
  readonly made: string;
}

export function mutate(roll: Dice, text: string): Mutant {
  const [made, edit] = pick(roll, Object.entries<Edit>(editsByName));
  return { text: edit(roll, text.split('\n')).join('\n'), made };
}
