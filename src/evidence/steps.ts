/** The steps of a session at which clients were tried, and where each code is usually met. */

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

/** Its anchor on a client's page. */
export const stepAnchor = (id: string): string => `step-${id.toLowerCase().replace('+', '-')}`;

/** The lab's 227 and 229 were refusals in disguise. */
const oddReplies: Readonly<Record<string, string>> = {
  'PASV 227': ', with an address that cannot be reached',
  'EPSV 229': ', with no port that can be read',
};
export const stepWords = ({ id, words }: Step, code: number): string =>
  `${words}${oddReplies[`${id} ${code}`] ?? ''}`;

const ofTransfers = ['RETR-preliminary', 'STOR-preliminary'];
const ofEnds = ['RETR-final', 'STOR-final'];
/** Where sessions meet a code most, the usual place first; other codes are met as answers to transfers. */
const usualSteps: Readonly<Record<number, readonly string[]>> = {
  202: ['PASS'],
  225: ofEnds,
  226: ofEnds,
  230: ['PASS', 'USER'],
  250: ofEnds,
  332: ['USER', 'PASS'],
  421: ['greeting', 'PASS'],
  425: ['RETR-preliminary', 'PASV'],
  426: ofEnds,
  451: ['RETR-preliminary', 'RETR-final', 'STOR-preliminary'],
  452: ['STOR-preliminary', 'STOR-final'],
  500: ['FEAT', 'EPSV', 'SIZE'],
  502: ['FEAT', 'EPSV', 'REST'],
  522: ['EPSV'],
  530: ['PASS', 'greeting'],
  532: ['STOR-preliminary'],
  550: ['RETR-preliminary', 'SIZE', 'STOR-preliminary'],
  552: ['STOR-preliminary', 'STOR-final'],
  553: ['STOR-preliminary'],
};

/** So many results of clients stand in full on a code's page; the others are counted. */
const mostInFull = 36;

/**
 * Of the steps at which a code was tried, those of practice, and the others; the first ones if none is usual. Of the
 * usual ones those after the first are among the others where there is no room for their results.
 */
export function byPractice<One extends { readonly id: string; readonly rows: readonly unknown[] }>(
  code: number,
  tried: readonly One[],
): { readonly usual: readonly One[]; readonly others: readonly One[] } {
  const order = usualSteps[code] ?? ofTransfers;
  const found = order.flatMap((id) => tried.filter((one) => one.id === id));
  let results = 0;
  const usual = (found.length > 0 ? found : tried.slice(0, 2)).filter(({ rows }, index) => {
    results += rows.length;
    return index === 0 || results <= mostInFull;
  });
  return { usual, others: tried.filter((one) => !usual.includes(one)) };
}
