/** What the reply tables do not say: which commands clients send after which, and which serve one purpose. */

const transfers = ['RETR', 'STOR', 'LIST', 'STOU', 'APPE', 'NLST', 'MLSD'] as const;

export interface Sequel {
  readonly verb: string;
  /** The success of `verb` that lets the next command be sent. */
  readonly code: number;
  readonly next: readonly string[];
  readonly source: string;
}

export const sequels: readonly Sequel[] = [
  { verb: '(connect)', code: 220, next: ['USER', 'AUTH'], source: 'RFC 959 §5.4' },
  { verb: 'AUTH', code: 234, next: ['USER', 'PBSZ'], source: 'RFC 4217 §4.2' },
  { verb: 'PBSZ', code: 200, next: ['PROT'], source: 'RFC 2228 §3' },
  { verb: 'PASV', code: 227, next: transfers, source: 'RFC 959 §4.1.2' },
  { verb: 'LPSV', code: 228, next: transfers, source: 'RFC 1639 §3' },
  { verb: 'EPSV', code: 229, next: transfers, source: 'RFC 2428 §3' },
  { verb: 'PORT', code: 200, next: transfers, source: 'RFC 959 §4.1.2' },
];

export interface Counterparts {
  /** Continues "both answer a command that …". */
  readonly purpose: string;
  /** The code and the command it answers. */
  readonly codes: ReadonlyMap<number, string>;
  readonly source: string;
}

export const counterparts: readonly Counterparts[] = [
  {
    purpose: 'asks the server to listen for the data connection',
    codes: new Map([
      [227, 'PASV'],
      [228, 'LPSV'],
      [229, 'EPSV'],
    ]),
    source: 'RFC 959 §4.1.2, RFC 1639 §3, RFC 2428 §3',
  },
];
