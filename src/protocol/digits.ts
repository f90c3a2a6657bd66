/**
 * What the digits of a reply code mean (RFC 959 §4.2; the class 6yz is RFC 2228 §5.2).
 * A code of five digits is no reply: it is a socket error that a program on the client's machine printed.
 */

export const classIds = ['1xx', '2xx', '3xx', '4xx', '5xx', '6xx', 'client-side'] as const;
export type ClassId = (typeof classIds)[number];

export const groupIds = ['x0z', 'x1z', 'x2z', 'x3z', 'x4z', 'x5z'] as const;
export type GroupId = (typeof groupIds)[number];

export interface ClassInfo {
  /** The digit as the style sheet knows it; 0 stands for client-side errors. */
  readonly digit: '0' | '1' | '2' | '3' | '4' | '5' | '6';
  readonly name: string;
  /** One or two words for a badge or a row heading. */
  readonly short: string;
  /** What the first digit tells, as a sentence without the number. */
  readonly tells: string;
  /** For the class page: what to do with a code of this class that nobody has described. */
  readonly unknown: string;
  readonly source: string;
}

export const classes: Readonly<Record<ClassId, ClassInfo>> = {
  '1xx': {
    digit: '1',
    name: 'Positive preliminary',
    short: 'Wait',
    tells: 'The command was accepted and work has begun; another reply follows',
    unknown:
      'Wait for the next reply before you send another command: the server has started the work and has not finished it.',
    source: 'RFC 959 §4.2',
  },
  '2xx': {
    digit: '2',
    name: 'Positive completion',
    short: 'Done',
    tells: 'The command succeeded; the next one may be sent',
    unknown: 'Treat the command as done and send the next one.',
    source: 'RFC 959 §4.2',
  },
  '3xx': {
    digit: '3',
    name: 'Positive intermediate',
    short: 'Send more',
    tells: 'The command was accepted and waits for a further command',
    unknown:
      'The server waits for another command that completes the first. If you cannot tell which, give up the sequence and start again.',
    source: 'RFC 959 §4.2',
  },
  '4xx': {
    digit: '4',
    name: 'Transient negative completion',
    short: 'Try again',
    tells: 'The command failed for a reason that may pass; the same command may be repeated',
    unknown: 'The command did not succeed, and the same command may succeed later. Repeat it after a pause.',
    source: 'RFC 959 §4.2',
  },
  '5xx': {
    digit: '5',
    name: 'Permanent negative completion',
    short: 'Refused',
    tells: 'The command failed and fails again until something changes',
    unknown: 'The command failed. Change the command, the login or the server before you send it again.',
    source: 'RFC 959 §4.2',
  },
  '6xx': {
    digit: '6',
    name: 'Protected reply',
    short: 'Protected',
    tells: 'The text is another reply in base64, protected by the security mechanism in force',
    unknown: 'Decode the text with the security mechanism you negotiated; the reply that counts is inside.',
    source: 'RFC 2228 §5.2',
  },
  'client-side': {
    digit: '0',
    name: 'Client-side socket error',
    short: 'No reply',
    tells: 'No server sent it: a program on your own machine printed an error of its network layer',
    unknown:
      'A number of five digits is no FTP reply. Look it up as an error of the operating system the client runs on.',
    source: 'RFC 959 §4.2',
  },
};

export interface GroupInfo {
  readonly name: string;
  readonly about: string;
  readonly source: string;
}

export const groups: Readonly<Record<GroupId, GroupInfo>> = {
  x0z: {
    name: 'Syntax',
    about: 'the form of the command: unknown words, bad arguments, commands a server lacks or does not need',
    source: 'RFC 959 §4.2',
  },
  x1z: {
    name: 'Information',
    about: 'answers to questions: status, help, the time of a file, the kind of system',
    source: 'RFC 959 §4.2',
  },
  x2z: {
    name: 'Connections',
    about: 'the control connection and the data connection: opening, reusing, closing, losing them',
    source: 'RFC 959 §4.2',
  },
  x3z: {
    name: 'Login and security',
    about: 'login, accounting and the security of the session',
    source: 'RFC 959 §4.2',
  },
  x4z: {
    name: 'Unspecified',
    about: 'nothing: RFC 959 leaves this group unassigned',
    source: 'RFC 959 §4.2',
  },
  x5z: {
    name: 'File system',
    about: "the server's files and storage in relation to a transfer or another file action",
    source: 'RFC 959 §4.2',
  },
};

/** True for a number in the form of a reply code: three digits, the first 1 to 6, the second 0 to 5. */
export const isReplyCode = (code: number): boolean => /^[1-6][0-5]\d$/.test(String(code));

/** True for a number in the form of a Windows socket error (WSABASEERR is 10000). */
export const isSocketError = (code: number): boolean => /^1[01]\d{3}$/.test(String(code));

/** The class of a code; throws on a number that is neither a reply code nor a socket error. */
export function classOf(code: number): ClassId {
  if (isSocketError(code)) return 'client-side';
  const id = classIds.find((candidate) => candidate === `${String(code)[0]}xx`);
  if (!isReplyCode(code) || !id) throw new RangeError(`${code} is neither a reply code nor a socket error`);
  return id;
}

/** The function group of a reply code, null for a socket error; throws like classOf. */
export function groupOf(code: number): GroupId | null {
  if (classOf(code) === 'client-side') return null;
  return groupIds.find((id) => id[1] === String(code)[1]) ?? null;
}
