/** What clients did at each step of a session, in words. */
import type { ClientRecords } from './schemas.ts';

export type ClientRecord = ClientRecords['records'][number];

/** The steps at which the lab's server answered with a chosen code, in the order of a session. */
export const steps = [
  { id: 'greeting', verb: '(connect)', after: null, words: 'in place of the greeting' },
  { id: 'USER', verb: 'USER', after: null, words: 'as the answer to USER' },
  { id: 'PASS', verb: 'PASS', after: null, words: 'as the answer to PASS' },
  { id: 'FEAT', verb: 'FEAT', after: null, words: 'as the answer to FEAT' },
  { id: 'SYST', verb: 'SYST', after: null, words: 'as the answer to SYST' },
  { id: 'PWD', verb: 'PWD', after: null, words: 'as the answer to PWD' },
  { id: 'TYPE', verb: 'TYPE', after: null, words: 'as the answer to TYPE' },
  { id: 'SIZE', verb: 'SIZE', after: null, words: 'as the answer to SIZE' },
  { id: 'MDTM', verb: 'MDTM', after: null, words: 'as the answer to MDTM' },
  { id: 'REST', verb: 'REST', after: null, words: 'as the answer to REST' },
  { id: 'EPSV', verb: 'EPSV', after: null, words: 'as the answer to EPSV' },
  { id: 'PASV', verb: 'PASV', after: null, words: 'as the answer to PASV' },
  { id: 'EPSV+PASV', verb: 'PASV', after: null, words: 'as the answer to EPSV and then to PASV' },
  { id: 'RETR-preliminary', verb: 'RETR', after: null, words: 'as the first answer to RETR' },
  {
    id: 'RETR-final',
    verb: 'RETR',
    after: 150,
    words: 'after the file was sent, as the last answer to RETR',
  },
  { id: 'STOR-preliminary', verb: 'STOR', after: null, words: 'as the first answer to STOR' },
  {
    id: 'STOR-final',
    verb: 'STOR',
    after: 150,
    words: 'after the file was received, as the last answer to STOR',
  },
  { id: 'LIST-preliminary', verb: 'LIST', after: null, words: 'as the first answer to LIST' },
  { id: 'LIST-final', verb: 'LIST', after: 150, words: 'after the listing, as the last answer to LIST' },
  { id: 'QUIT', verb: 'QUIT', after: null, words: 'as the answer to QUIT' },
] as const;
export type Step = (typeof steps)[number];

/**
 * What came of it: "tries again 4 times; reports failure", "sends PASV; reports success".
 * @param exitTells false for a client whose exit status is always the same
 */
export function resultOf(record: ClientRecord, exitTells: boolean): string {
  const { arrived, exit, retried, retriedMore, then } = record;
  const again = retriedMore
    ? `tries again more than ${retried} times`
    : retried > 0
      ? `tries again ${retried === 1 ? 'once' : `${retried} times`}`
      : null;
  const verb = then[0]?.split(' ')[0] ?? '';
  const next = /^[A-Z]+$/.test(verb) && verb !== 'QUIT' ? `sends ${verb}` : null;
  const end = () => {
    if (exit.startsWith('stopped')) return 'had not ended after 8 seconds';
    if (!exitTells) return arrived === null ? 'ends' : arrived ? 'the file arrives' : 'no file arrives';
    if (exit === '0')
      return arrived === false ? 'reports success, although no file arrived' : 'reports success';
    return arrived === true ? 'reports failure, although the file arrived' : 'reports failure';
  };
  return [again ?? next, end()].filter(Boolean).join('; ');
}

/** What it printed or raised, without the marks of the script that ran a library. */
export const reportOf = ({ message }: ClientRecord): string => message.replaceAll(/(^| \/ )EXC /g, '$1');

/** The same with the code and the scripted text as placeholders, so that equal reports can be told. */
export const reportTemplate = (record: ClientRecord): string =>
  reportOf(record)
    .replaceAll('Scripted reply', '{text}')
    .replaceAll(new RegExp(`\\b${record.code}\\b`, 'g'), '{code}');

/** The lines of a report that are about the scripted reply; programs that print the whole session print more. */
export function tellingPart(record: ClientRecord): string {
  const lines = reportOf(record).split(' / ');
  const about = lines.filter((line) => line.includes('Scripted reply') || line.includes(String(record.code)));
  return (about.length > 0 ? [...new Set(about)].slice(0, 2) : lines.slice(-1)).join(' / ');
}

export interface SameOutcome {
  readonly codes: readonly (number | string)[];
  readonly result: string;
  readonly report: string;
  readonly exit: string;
}

/** The records of one step and operation; codes that lead to the same are one row. */
export function outcomesOf(records: readonly ClientRecord[], exitTells: boolean): readonly SameOutcome[] {
  const groups = Map.groupBy(records, (record) =>
    [resultOf(record, exitTells), reportTemplate(record), record.exit].join('\n'),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    return {
      codes: group.map(({ code }) => code),
      result: resultOf(first, exitTells),
      report: group.length === 1 ? reportOf(first) : reportTemplate(first),
      exit: first.exit,
    };
  });
}

/** True if an entry read in a client's source names the code itself, not only its class. */
export const namesCode = (spec: string, code: number): boolean =>
  !spec.startsWith('not ') && spec.split(' ').includes(String(code));
