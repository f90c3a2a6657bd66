/** What clients did when a chosen code came, in words. */
import type { ClientRecords } from './schemas.ts';
import { steps } from './steps.ts';

export type ClientRecord = ClientRecords['records'][number];

/** What must be known of a client to judge a record of it. */
export interface Habits {
  readonly kind: 'program' | 'library';
  /** False for a client whose exit status is always the same. */
  readonly exitTells: boolean;
  /** Sessions in which every reply was the normal one. */
  readonly normal: readonly ClientRecord[];
}

export const habitsOf = ({
  kind,
  exitTells,
  recorded,
}: {
  readonly kind: Habits['kind'];
  readonly exitTells?: false | undefined;
  readonly recorded: { readonly records: readonly ClientRecord[] } | null;
}): Habits => ({
  kind,
  exitTells: exitTells ?? true,
  normal: recorded?.records.filter(({ step }) => step === 'none') ?? [],
});

/** The texts of the scripted server, where it did not say "Scripted reply". */
const scriptedTexts: Readonly<Record<string, string>> = {
  120: 'Service ready in a moment',
  125: 'Data connection already open; transfer starting',
  202: 'Command superfluous',
  225: 'Data connection open; no transfer in progress',
  226: 'Closing data connection',
  230: 'Logged in',
  232: 'Logged in by security exchange',
  250: 'Requested file action okay',
  332: 'Need account',
  421: 'Service not available, closing control connection',
};
const textOf = ({ code }: ClientRecord): string => scriptedTexts[code] ?? 'Scripted reply';

/** Lines that only the lab made: the value that a script printed, the file itself, a port that was still in use. */
const ofTheLab =
  /^(RESULT |last: )|^hello, world$|^tnftp: Can't bind for data connection: Address already in use$/;

/** PHP's functions, which the lab's script calls "transfer". */
const phpTransfers = { get: 'ftp_get', put: 'ftp_put', list: 'ftp_rawlist' } as const;

/** What it printed or raised, line by line, without the marks of the script that ran a library. */
export const reportOf = ({ message, operation }: ClientRecord): readonly string[] =>
  message
    .split(' / ')
    .filter((line) => line !== '' && !ofTheLab.test(line))
    .map((line) =>
      line
        .replace(/^EXC (builtins\.)?(.*?):?$/, '$2')
        .replace(/^(new|login|transfer): /, '')
        .replace(/^WARNING /, 'Warning: ')
        .replace(/^transfer false$/, `${phpTransfers[operation]} false`)
        .replace(/^(ftp_\w+) false$/, '$1() returned false')
        .replace(/ at -e line \d+\.$/, '.'),
    );

/** What clients that print the session print in every one: other replies, listings, counts of bytes. */
const ofEverySession =
  /^\d{3}[ -]|^[-d]rw|bytes (received|sent) in|^Remote system type is|^Using binary mode|^Connected to|^local: .* remote: |^\{time\} URL: |^--\{time\}--|^=> ftp:/;

export interface Line {
  readonly line: string;
  readonly times: number;
}

const counted = (lines: readonly string[]): readonly Line[] =>
  [...Map.groupBy(lines, (line) => line)].map(([line, same]) => ({ line, times: same.length }));

/** The lines of a report that show the scripted reply: its text or, failing that, its code. */
function shownLines(record: ClientRecord): readonly string[] {
  const lines = reportOf(record);
  const withText = lines.filter((line) => line.includes(textOf(record)));
  if (withText.length > 0) return withText;
  const code = typeof record.code === 'number' ? new RegExp(`\\b${record.code}\\b`) : record.code;
  return lines.filter((line) => (typeof code === 'string' ? line.includes(code) : code.test(line)));
}

/** The lines of a report that tell something: those that show the reply, else those that no normal session prints. */
export function tellingLines(record: ClientRecord, habits?: Habits): readonly Line[] {
  const shown = shownLines(record);
  if (shown.length > 0) return counted(shown).slice(0, 2);
  const usual = new Set(habits?.normal.flatMap(reportOf));
  const own = reportOf(record).filter((line) => !ofEverySession.test(line) && !usual.has(line));
  return counted(own).slice(-2);
}

/** The same as one text, as the search knows it: what shows the reply, or the client's last word. */
export function tellingPart(record: ClientRecord): string {
  const lines = tellingLines(record).map(({ line }) => line);
  return (shownLines(record).length > 0 ? lines : lines.slice(-1)).join(' / ');
}

const verbOf = (sent: string): string => sent.split(' ')[0] ?? '';

const isRefusal = ({ code }: ClientRecord): boolean => typeof code !== 'number' || code >= 400;

const normalOf = ({ operation }: ClientRecord, { normal }: Habits): ClientRecord | undefined =>
  normal.find((one) => one.operation === operation);

/** Before the command that transfers. */
const isOnTheWay = ({ step }: ClientRecord): boolean =>
  step !== 'QUIT' && !/-(preliminary|final)$/.test(step);

/** The commands that follow the step in a normal session. */
function dueAfter(record: ClientRecord, habits: Habits): readonly string[] {
  const sent = (normalOf(record, habits)?.then ?? []).map(verbOf);
  if (record.step === 'greeting') return sent;
  const verb = steps.find(({ id }) => id === record.step)?.verb ?? '';
  const at = verb === 'PASV' && !sent.includes('PASV') ? sent.indexOf('EPSV') : sent.indexOf(verb);
  return at < 0 ? [] : sent.slice(at + 1);
}

const often: Readonly<Record<number, string>> = { 1: 'once', 2: 'twice' };

/** What it does next that it does not do in every session: "sends PASV", "skips PASS"; null if there is nothing. */
function turnOf(record: ClientRecord, habits: Habits): string | null {
  const { retried, retriedMore, step, then } = record;
  if (step === 'EPSV' && then[0] === 'PASV') return 'sends PASV';
  if (retriedMore) return `tries again more than ${retried} times`;
  if (retried > 0) return `tries again ${often[retried] ?? `${retried} times`}`;
  const both = step === 'EPSV+PASV';
  if (both && then[0] !== 'PASV') return 'never sends PASV';
  const verb = verbOf(then[both ? 1 : 0] ?? '');
  if (!/^[A-Z]+$/.test(verb) || verb === 'QUIT') return then.includes('(connect)') ? 'connects again' : null;
  const due = dueAfter(record, habits);
  const skipped = due.slice(0, Math.max(0, due.indexOf(verb)));
  if (!due.includes(verb)) return `sends ${verb}`;
  return skipped.length > 0 ? `skips ${skipped.join(', ')}` : null;
}

/** How it ends for a client whose exit status is always the same. */
function silentEnd(record: ClientRecord): string {
  const { arrived, step } = record;
  const shows = isRefusal(record) && shownLines(record).length > 0 ? 'shows the reply' : null;
  if (arrived === null || step.endsWith('-final')) return shows ?? 'ends as usual';
  return [shows, arrived ? 'the file arrives' : 'no file arrives'].filter(Boolean).join('; ');
}

function endOf(record: ClientRecord, { kind, exitTells }: Habits): string {
  const { arrived, exit, operation, step } = record;
  const late = step.endsWith('-final');
  if (exit.startsWith('stopped')) return 'had not ended after 8 seconds';
  if (!exitTells) return silentEnd(record);
  if (exit === '0') {
    if (arrived === false)
      return `${kind === 'library' ? 'reports no error' : 'reports success'}, although no file arrived`;
    if (operation !== 'list' || !isRefusal(record)) return 'reports success';
    if (kind === 'library') return 'reports no error';
    if (shownLines(record).length > 0) return 'shows the reply, but exits with 0';
    return late ? 'exits with 0' : 'exits with 0 and lists nothing';
  }
  if (late) return arrived === false ? 'reports failure, and leaves no file' : 'reports failure';
  return arrived ? 'reports failure, although the file arrived' : 'reports failure';
}

/** What came of it: "tries again 4 times; reports failure", "sends PASV; reports success". */
export function resultOf(record: ClientRecord, habits: Habits): string {
  if (record.step === 'QUIT' && record.arrived && record.exit !== '0' && habits.exitTells)
    return `the transfer had succeeded; ${habits.kind === 'library' ? 'quit() raises' : 'reports failure'}`;
  const end = endOf(record, habits);
  const passedOver = isRefusal(record) && end === 'reports success' && isOnTheWay(record);
  return [turnOf(record, habits) ?? (passedOver ? 'goes on' : null), end].filter(Boolean).join('; ');
}

/** True if the session went on and ended as a normal one, and nothing was said of the reply but the reply itself. */
export function takesAsSuccess(record: ClientRecord, habits: Habits): boolean {
  const normal = normalOf(record, habits);
  const turn = turnOf(record, habits);
  return (
    !isRefusal(record) &&
    record.exit === normal?.exit &&
    record.arrived === normal.arrived &&
    (turn === null || turn.startsWith('skips')) &&
    shownLines(record).every((line) => line.startsWith(String(record.code)))
  );
}

export interface SameOutcome {
  readonly codes: readonly (number | string)[];
  readonly result: string;
  readonly report: readonly Line[];
  readonly exit: string;
  /** All that was printed after the first of the codes; empty where that tells no more than the report. */
  readonly transcript: readonly string[];
}

/** With the code and the scripted text as placeholders, so that equal reports can be told. */
const templateOf = (record: ClientRecord, line: string): string =>
  line.replaceAll(textOf(record), '{text}').replaceAll(new RegExp(`\\b${record.code}\\b`, 'g'), '{code}');

/** The records of one step and operation; codes that lead to the same are one row. */
export function outcomesOf(records: readonly ClientRecord[], habits: Habits): readonly SameOutcome[] {
  const rows = records.map((record) => {
    const report = tellingLines(record, habits);
    const template = report.map(({ line, times }) => ({ line: templateOf(record, line), times }));
    return { record, report, template, result: resultOf(record, habits) };
  });
  const usual = new Set(habits.normal.flatMap(reportOf));
  const groups = Map.groupBy(rows, ({ record, template, result }) =>
    JSON.stringify([result, template, record.exit]),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { record, report, template, result } = first;
    const all = reportOf(record);
    const told = all.every((line) => usual.has(line) || report.some((one) => one.line === line));
    return {
      codes: group.map((row) => row.record.code),
      result,
      report: group.length === 1 ? report : template,
      exit: record.exit,
      transcript: told ? [] : all,
    };
  });
}

/** True if an entry read in a client's source names the code itself, not only its class. */
export const namesCode = (spec: string, code: number): boolean =>
  !spec.startsWith('not ') && spec.split(' ').includes(String(code));
