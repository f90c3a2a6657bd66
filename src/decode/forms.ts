/** Lines that hold a command and its status, or a reply, in a form of their own. */
import type { Piece } from './piece.ts';

/** Errors of Windows that an FTP server meets (winerror.h). */
const windows: Readonly<Record<string, string>> = {
  '2': 'file not found',
  '3': 'path not found',
  '5': 'access denied',
  '32': 'file in use',
  '64': 'network name no longer available',
  '80': 'file already exists',
  '112': 'no space on the disk',
  '121': 'time-out',
  '123': 'invalid file name',
  '145': 'directory not empty',
  '183': 'already exists',
  '995': 'aborted by the client',
  '1326': 'wrong user name or password',
  '1327': 'account restriction',
  '1330': 'password expired',
  '1331': 'account disabled',
  '1385': 'logon type not granted',
  '1909': 'account locked',
};

/** Other lines may follow those of IIS, and cutting all of them into cells would take long. */
const statusCell = /\s[1-6]\d\d(?:\s|$)/;

/** Columns of IIS under which the command and its reply stand. */
export function fromIis(line: string, fields: readonly string[]): readonly Piece[] | null {
  if (!statusCell.test(line)) return null;
  const cells = line.split(/\s+/);
  const cell = (name: string): string => cells[fields.indexOf(name)] ?? '';
  const status = cell('sc-status');
  const method = cell('cs-method').replace(/^\[\d+\]/, '');
  if (!/^[1-6]\d\d$/.test(status) || !/^[A-Za-z]{3,5}$/.test(method)) return null;
  const argument = cell('cs-uri-stem').replace(/^-$/, '');
  const win32 = cell('sc-win32-status');
  const sub = cell('sc-substatus');
  const detail = [
    win32 !== '' && win32 !== '0' && win32 !== '-'
      ? `win32 ${win32}${windows[win32] === undefined ? '' : ` (${windows[win32]})`}`
      : '',
    sub !== '' && sub !== '0' && sub !== '-' ? `substatus ${sub}` : '',
  ].filter(Boolean);
  return [
    { text: `${method.toUpperCase()} ${argument}`.trim(), by: 'client' },
    { text: [status, ...detail].join(' '), by: 'server' },
  ];
}

interface Form {
  /** Stands in every line of the form; looked for before the expression. */
  readonly mark: string;
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray) => readonly Piece[];
}

const forms: readonly Form[] = [
  {
    // vsftpd with log_ftp_protocol=YES
    mark: 'FTP command: Client',
    pattern: /FTP command: Client "[^"]*", "(.*)"\s*$/,
    read: ([, text = '']) => [{ text, by: 'client' }],
  },
  {
    mark: 'FTP response: Client',
    pattern: /FTP response: Client "[^"]*", "(.*)"\s*$/,
    read: ([, text = '']) => [{ text, by: 'server' }],
  },
  {
    // ProFTPD's ExtendedLog: "USER demo" 331 -
    mark: '" ',
    pattern: /"(?!GET |PUT |POST |HEAD |PATCH )([A-Z]{3,5}(?: (?![^"]* HTTP\/)[^"]*)?)" ([1-6]\d\d|-)(?= |$)/,
    read: ([, command = '', code = '']) => [
      { text: command, by: 'client' },
      ...(code === '-' ? [] : [{ text: code, by: 'server' as const }]),
    ],
  },
  {
    // FileZilla Server 0.9: (000012)21.11.2026 10:00:00 - demo (203.0.113.7)> USER demo
    mark: ')> ',
    pattern: /^\s*\(\d{4,}\).*?\([\da-fA-F.:]+\)> (.*)$/,
    read: ([, text = '']) => [{ text }],
  },
  {
    // Pure-FTPd, verbose
    mark: 'Command [',
    pattern: /\bCommand \[(\w+)\] \[(.*)\]\s*$/,
    read: ([, verb = '', argument = '']) => [
      { text: `${verb.toUpperCase()} ${argument}`.trim(), by: 'client' },
    ],
  },
  {
    // ProFTPD's debug output names the command once a module; the core's turn is the one that counts.
    mark: 'dispatching ',
    pattern: /dispatching (\w+) command '([^']*)' to mod_(\w+)/,
    read: ([whole, phase, command = '']) =>
      phase === 'CMD' ? [{ text: command, by: 'client', quoted: true }] : [{ text: whole, by: 'program' }],
  },
  {
    mark: ': FTP: ',
    pattern: /: FTP: (.*)$/,
    read: ([, text = '']) => [{ text }],
  },
  {
    // Wireshark's list of packets
    mark: 'FTP',
    pattern: /\bFTP +\d+ +(Request|Response|Re(?:quest|sponse) .{0,20}): (.*)$/,
    read: ([, kind = '', text = '']) => [{ text, by: kind.startsWith('Request') ? 'client' : 'server' }],
  },
  {
    // { code = 220; text = 'Ready' }, code: 220, message: "Ready"
    mark: 'code',
    pattern:
      /\bcode"?'?\s*[=:]\s*["']?([1-6]\d\d)["']?\s*(?:[,;]\s*)?["']?(?:text|message|msg|buffer|response|reply)["']?\s*[=:]\s*(['"`])(.*?)(?<!\\)\2/i,
    read: ([, code = '', , text = '']) => [
      { text: text.startsWith(code) ? text : `${code} ${text}`, by: 'server', quoted: true },
    ],
  },
  {
    // Rx code: 220, resp: ready; [code=425, message= no]
    mark: 'code',
    pattern:
      /\bcode\s*[:=]\s*([1-6]\d\d)\s*,\s*(?:resp(?:onse)?|text|message|msg|reply)\s*[:=]\s*(?!["'])(.*?)\]?\s*$/i,
    read: ([, code = '', text = '']) => [{ text: `${code} ${text}`, by: 'label' }],
  },
  {
    // .NET's System.Net trace
    mark: ' [',
    pattern: /\b(Sending command|Received response) \[(.*?)\]?\s*$/,
    read: ([, kind = '', text = '']) => [{ text, by: kind.startsWith('Sending') ? 'client' : 'server' }],
  },
  {
    mark: 'command',
    pattern: /^(?:\W*|\W*\w+ = [^;]*; )command"?'?\s*[=:]\s*["']([A-Z]{3,5}(?: .*?)?)["'],?;?\s*$/,
    read: ([, text = '']) => [{ text, by: 'client' }],
  },
  {
    // Keys and values: cmd="STOR a" err="553 Could not create file."
    mark: '="',
    pattern: /^.*="(?:[1-6][0-5]\d[ -]|[A-Z]{3,4}(?: |")).*$/,
    read: ([whole]) =>
      [...whole.matchAll(/\b[\w.]+="((?:[^"\\]|\\.)*)"/g)]
        .map(([, value = '']) => value)
        .filter((value) => /^(?:[1-6][0-5]\d[ -]|[A-Z]{3,4}(?: |$))/.test(value))
        .map((text) => ({ text })),
  },
  {
    // ncftp prints the reply behind its progress.
    mark: 'ETA:',
    pattern: /^(.*\s\s)([1-6][0-5]\d: \p{Lu}.*)$/u,
    read: ([, progress = '', text = '']) => [
      { text: progress, by: 'program' },
      { text, by: 'server' },
    ],
  },
  {
    // message: Home directory not available[421]
    mark: ']',
    pattern: /^\W*(?:message|error|msg)\s*[:=]\s*(.*?)\s*\[([45][0-5]\d)\]\s*$/i,
    read: ([, text = '', code = '']) => [{ text: `${code} ${text}`, by: 'label' }],
  },
  {
    // Servers on small boards: USER: 'me'
    mark: ": '",
    pattern: /^([A-Z]{3,4}): '(.*)'\s*$/,
    read: ([, verb = '', argument = '']) => [{ text: `${verb} ${argument}`.trim() }],
  },
  {
    // BusyBox
    mark: 'unexpected server response',
    pattern: /unexpected server response(?: to ([A-Z]{3,4}))?: ([1-6]\d\d.*)$/,
    read: ([, verb, text = '']) => [
      ...(verb === undefined ? [] : [{ text: verb, by: 'client' as const }]),
      { text, by: 'server', quoted: verb === undefined },
    ],
  },
  {
    // wget -S
    mark: 'Logging in as',
    pattern: /^.* \.\.\. ([1-6]\d\d[ -].*)$/,
    read: ([, text = '']) => [{ text, by: 'server' }],
  },
  {
    // curl's progress meter, overwritten in a terminal and glued together in a file
    mark: '--:--',
    // A back reference gives nothing back, so that the rest is looked through once and not once a meter.
    pattern: /^(?=(.*--:--))\1.*?\d\s?([<>*] .*)$/,
    read: ([, , text = '']) => [{ text }],
  },
  {
    // What tcpdump -A prints of a packet: the headers' bytes as dots, then what was said
    mark: '....',
    pattern:
      /^(?=(?:[^.]*\.){8})[^]{8,100}?[^\w\s]([1-6]\d\d[ -][\x20-\x7e]*|[A-Z]{3,4}(?: [\x20-\x7e]*)?)\.{0,2}$/,
    read: ([, text = '']) => [{ text: text.replace(/\.\.$/, ''), quoted: true }],
  },
];

/** Most lines hold no mark of any form: one look for all of them is quicker than one for each. */
const marked = new RegExp(
  [...new Set(forms.map(({ mark }) => mark))]
    // "FTP" stands in every "FTP response".
    .filter((mark, _, all) => !all.some((other) => other !== mark && mark.includes(other)))
    .map((mark) => RegExp.escape(mark))
    .join('|'),
);

/** What a line in one of the forms holds; null if it is in none. */
export function fromForm(line: string): readonly Piece[] | null {
  if (!marked.test(line)) return null;
  for (const { mark, pattern, read } of forms) {
    const match = line.includes(mark) ? pattern.exec(line) : null;
    if (match) return read(match);
  }
  return null;
}
