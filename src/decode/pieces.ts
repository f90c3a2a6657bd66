/**
 * Cuts a line into what it holds: the message inside a JSON record, the command and the status of a server's access
 * log, several replies after one another where line ends were lost.
 */
import type { Speaker } from './envelope.ts';
import type { Lexicon } from './lexicon.ts';

export interface Piece {
  readonly text: string;
  /** Who speaks, where the form of the line tells. */
  readonly by?: Speaker;
  readonly quoted?: boolean;
}

/** Keys under which loggers keep the message. */
const messageKeys = [
  'message',
  'msg',
  'log',
  'MESSAGE',
  'text',
  'line',
  'event',
  '@message',
  'data',
  'body',
  'textPayload',
];

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The texts under those keys, at most three levels down, in the order of the keys. */
function messagesOf(value: unknown, depth = 0): readonly string[] {
  if (!isRecord(value)) return [];
  return messageKeys.flatMap((key) => {
    const inner = value[key];
    return typeof inner === 'string' ? [inner] : depth < 2 ? messagesOf(inner, depth + 1) : [];
  });
}

/** The message that speaks FTP, else the first. */
const spoken = /^\W*(?:\w+:\s)?(?:[1-6][0-5]\d[ -]|[A-Z]{3,4}(?:\s|$))/;
function messageOf(record: unknown): string | null {
  const messages = messagesOf(record);
  return messages.find((message) => spoken.test(message)) ?? messages[0] ?? null;
}

/** Fields of Wireshark's dissector, flat or nested, with values in lists or not: ftp.response.code, ftp_ftp_request_command. */
function fromTshark(record: unknown): readonly Piece[] | null {
  const found: Record<string, string> = {};
  const walk = (value: unknown, depth: number): void => {
    if (!isRecord(value) || depth > 6) return;
    for (const [key, inner] of Object.entries(value)) {
      const name = /ftp[._](?:ftp[._])?(request|response)[._](command|code|arg)$/.exec(key);
      const text: unknown = Array.isArray(inner) ? inner[0] : inner;
      if (name && (typeof text === 'string' || typeof text === 'number'))
        found[`${name[1]} ${name[2]}`] = String(text);
      else walk(inner, depth + 1);
    }
  };
  walk(record, 0);
  const {
    'request command': command,
    'request arg': argument,
    'response code': code,
    'response arg': text,
  } = found;
  if (command !== undefined) return [{ text: [command, argument].filter(Boolean).join(' '), by: 'client' }];
  if (code !== undefined) return [{ text: [code, text].filter(Boolean).join(' '), by: 'server' }];
  return null;
}

/** A record, or one after a prefix such as a time stamp. */
function fromJson(line: string): readonly Piece[] | null {
  const start = line.search(/\{\s*"/);
  if (start < 0 || start > 120 || (!line.includes('"}') && !line.includes('}'))) return null;
  try {
    const record: unknown = JSON.parse(line.slice(start, line.lastIndexOf('}') + 1));
    const message = messageOf(record);
    const dissected = fromTshark(record);
    if (dissected) return dissected;
    if (message !== null)
      return message
        .trim()
        .split(/\r?\n/)
        .map((text) => ({ text: text.trimEnd() }));
    if (isRecord(record) && typeof record['code'] === 'number' && record['code'] < 700)
      return [{ text: String(record['code']), by: 'server', quoted: true }];
  } catch {
    return null; // Braces, and no JSON: read like any line.
  }
  return null;
}

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

/** Columns of IIS under which the command and its reply stand. */
function fromIis(line: string, fields: readonly string[]): readonly Piece[] | null {
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
      /\bcode"?'?\s*[=:]\s*["']?([1-6]\d\d)["']?\s*[,;]?\s*["']?(?:text|message|msg|buffer|response|reply)["']?\s*[=:]\s*(['"`])(.*?)(?<!\\)\2/i,
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

/**
 * Where line ends were lost: what a client's log puts in front of each line shows where they were. It is looked for
 * before what stands in front of it, which at every place of a long run of blanks would be all of the run.
 */
const lostLabels =
  /(?=(?:Status|Command|Response|Error|Befehl|Antwort|Commande|R\u00e9ponse|Statut|Comando|Respuesta):\s)(?<=\S\s+)/g;
const lostArrows = /(?=(?:<|>|-{2,4}>|<-{2,4})\s?(?:[1-6]\d\d[ -]|[A-Z]{3,4}(?:\s|$)))(?<=\S\s+)/g;
/** wget: ==> SYST ... done.    ==> PWD ... done. */
const wgetSteps = /==> ([A-Z]{3,4})\b ?(?:\(\d\) )?(.{0,1000}?) ?\.\.\. ?/g;
const numbers = /(?<![\d.,:/(\u002d])(?:(?<=[a-z.!)"'])|(?<=\s))[1-6][0-5]\d(?=[ -][\p{Lu}("'][\p{L}\d' ])/gu;

const atPlaces = (line: string, places: RegExp): readonly string[] =>
  line.split(places).map((part) => part.trim());

/** Replies, and commands between them, after one another on one line without any mark. */
function runTogether(line: string, { codes, verbs }: Lexicon): readonly Piece[] {
  const starts = [...line.matchAll(numbers)].filter(({ 0: number }) => codes.has(Number(number)));
  if (starts.length < 1) return [];
  const first = starts[0]?.index ?? 0;
  const head = line.slice(0, first).trim();
  const opening = /^(?:\W{0,3})([1-6]\d\d)[ -]/.exec(line);
  const command = /^\W{0,3}([A-Z]{3,4})(?:\s|$)/.exec(line);
  const leads = opening ? codes.has(Number(opening[1])) : command ? verbs.has(command[1] ?? '') : false;
  if (!leads && starts.length < 2) return [];
  const cuts = new Set(starts.map(({ index }) => index));
  if (opening && first === opening[0].length - 4) cuts.delete(first);
  if (leads) cuts.add(0);
  // Commands in capitals that a reply follows, or that end the line.
  for (const { index, 1: verb = '' } of line.matchAll(/(?<=\s)([A-Z]{3,4})(?=\s+\S|$)/g)) {
    if (!verbs.has(verb)) continue;
    const next = starts.find((start) => start.index > index);
    const argument = line.slice(index, next?.index ?? line.length);
    if (
      (next || starts.length > 1) &&
      argument.length < 80 &&
      !/^\w+ (?:command|or|and|required|first|failed|successful)\b/i.test(argument) &&
      !/\.\s*$/.test(argument.trim().slice(verb.length).trim().slice(0, 1))
    )
      cuts.add(index);
  }
  const places = [...cuts].toSorted((a, b) => a - b);
  if (places.length < 2) return [];
  const parts = places.map((place, index) => line.slice(place, places[index + 1] ?? line.length).trim());
  return [...(head !== '' && !cuts.has(0) ? [{ text: head }] : []), ...parts.map((text) => ({ text }))];
}

/** A client's own line that repeats a reply: curl: (67) Access denied: 530. */
const repeated: readonly RegExp[] = [
  /\bcurl: \(\d+\).{0,80}?\b(?:denied|response|upload|got|failed with|server|by server|response code)[: ]+(?:a )?([1-6]\d\d)\b/i,
  /^\*? ?(?:Access denied|RETR response|Failed FTP upload|QUOT command failed with|ACCT rejected by server|server did not report OK, got|Bad PASV\/EPSV response|Couldn't use REST:?|Got a)[: ]+([1-6]\d\d)\b/,
  /\berror: \(([1-6]\d\d)\) [A-Z]/,
  /\b(?:error_(?:perm|temp|reply|proto)|FTPError|FTPPermError|FTPTempError|FTPReplyError|FtpCommandException|FTPConnectionClosedException|StatusCodeError|textproto\.Error)\W{1,4}(?:Code: ?)?([1-6]\d\d\b.*)$/,
  /\b(?:Login failed|Access failed|Fatal error|Login incorrect|server reports|FTP server reports|server (?:said|replied|returned|answered)(?: with)?|server response|response was|last reply|reply was|got reply|responded with|Unexpected reply|Error(?: \w+){0,4}|failed(?: \w+){0,3}|exception(?: \w+){0,3}|Fehler)\s?:?\s['"([]?([1-6][0-5]\d[ -](?!bytes|of|files)[\p{L}"'/<(\d].*)$/iu,
  /\bFTP response ([1-6]\d\d) received/,
  /\bInvalid response: \[([1-6]\d\d)\]/,
  /\((?:code|reply|response|status)?[ :=]*([45][0-5]\d)[ :-]+(?![KMG]i?B)[A-Z][^)]*\)/,
];

function fromError(line: string, { codes }: Lexicon): Piece | null {
  if (/^\W*[1-6]\d\d[ -]/.test(line)) return null;
  for (const pattern of repeated) {
    const said = pattern.exec(line)?.[1];
    if (said !== undefined && codes.has(Number(said.slice(0, 3))))
      return {
        text: said
          .replace(/^(\d{3}) Message:/, '$1')
          .replace(/\s\([^()]*\)\s*$/, '')
          .replace(/["')\]]+\s*$/, ''),
        by: 'server',
        quoted: true,
      };
  }
  return null;
}

/** No reply or command is as long; what is longer is not looked at for lost line ends. */
const longestRun = 20_000;

/** @param fields the columns of an IIS log, if one has been announced */
export function pieces(line: string, fields: readonly string[], lexicon: Lexicon): readonly Piece[] {
  if (line.includes('{') && line.includes('"')) {
    const inner = fromJson(line);
    if (inner)
      return inner.flatMap(({ text, ...rest }) =>
        pieces(text, [], lexicon).map((piece) => ({ ...rest, ...piece })),
      );
  }
  if (fields.length > 0 && !line.startsWith('#')) {
    const iis = fromIis(line, fields);
    if (iis) return iis;
  }
  for (const { mark, pattern, read } of forms) {
    if (!line.includes(mark)) continue;
    const match = pattern.exec(line);
    if (match) return read(match);
  }
  if (line.includes('==> ')) {
    const steps = [...line.matchAll(wgetSteps)];
    if (steps.length > 0)
      return steps.map(({ 1: verb = '', 2: argument = '' }) => ({
        text: `${verb} ${argument}`.trim(),
        by: 'client',
      }));
  }
  // A string that spells out its line ends is one reply, whatever stands in it.
  if (line.length <= 24 || line.length > longestRun || line.includes('\\n')) return [{ text: line }];
  if (line.length > shortestRun)
    for (const [mark, places] of [
      [': ', lostLabels],
      ['> ', lostArrows],
      ['< ', lostArrows],
    ] as const) {
      // Most lines have no second mark, and looking for one without an expression is quicker.
      if (!line.includes(mark, line.indexOf(mark) + 1)) continue;
      const parts = atPlaces(line, places);
      if (parts.length > 1 && (parts.length > 2 || /^\W|^\w+:\s/.test(parts[0] ?? '')))
        return parts.map((text) => ({ text }));
    }
  if (!code.test(line) || listed.test(line)) return [{ text: line }];
  const error = announces.test(line) ? fromError(line, lexicon) : null;
  if (error) return [{ text: line, by: 'program' }, error];
  const run = couldRun.test(line) ? runTogether(line, lexicon) : [];
  return run.length > 1 ? run : [{ text: line }];
}

/** A file's modes in a listing: what follows is a name, whatever it looks like. */
const listed = /^\s*[-dlbcps][-rwxsStT]{9}/;

/** Two short turns with their marks. */
const shortestRun = 30;
const code = /[1-6][0-5]\d/;
/** Cheap signs that one of the expressions above can match. */
const announces =
  /error|fail|den(?:ied|y)|curl|respon|repl|said|report|except|refus|login|\bgot\b|\([45]|Fehler|command failed/i;
const couldRun =
  /[1-6][0-5]\d[ -].*[1-6][0-5]\d[ -]|^\W{0,3}[A-Z]{3,4}\b.*[1-6][0-5]\d[ -]|^\W{0,3}[1-6][0-5]\d[ -].*\s[A-Z]{3,4}(?:\s|$)/;

const quotedAnywhere =
  /[:'"`>\])]\s['"`([]?([45][0-5]\d[ -](?!Bytes\b|[KMG]i?B\b)\p{Lu}[\p{L}'\u2019]+\b.*)$/u;

/** A reply that a program quotes somewhere in a sentence of its own; null if there is none. */
export function quotedReply(line: string, { codes }: Lexicon): string | null {
  const said = quotedAnywhere.exec(line)?.[1];
  return said !== undefined && codes.has(Number(said.slice(0, 3))) && !listed.test(line)
    ? said.replace(/\s\([^()]*\)\s*$/, '').replace(/["')\]]+\s*$/, '')
    : null;
}
