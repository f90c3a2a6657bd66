/**
 * What programs print in front of a command or a reply: times, levels, brackets, labels in many languages, arrows.
 * Taken off token by token until a command or a reply stands there.
 */

/** Who the tokens in front say is speaking; "label" for a word nobody knows; null where they do not tell. */
export type Speaker = 'client' | 'server' | 'error' | 'program' | 'label' | null;

export interface Opened {
  /** Where what was said starts. */
  readonly at: number;
  readonly by: Speaker;
}

const months = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mai|Okt|Dez|Mär';
const days = 'Mon|Tue|Wed|Thu|Fri|Sat|Sun';
const stamps = [
  // A line of syslog, with the machine and the program
  String.raw`(?:(?:${months}) +\d\d? \d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)) [\w.-]+ [\w./-]+(?:\[\d+\])?:(?=\s)`,
  // 2026-11-21T10:00:00.123Z, 2026/11/21 10:00:00,123 +0100
  String.raw`\d{4}[-/.]\d\d?[-/.]\d\d?(?:[T_ ,]+\d\d?:\d\d(?::\d\d)?(?:[.,:]\d+)?)?(?: ?Z| ?[+-]\d\d:?\d\d| ?[AP]M)?(?=[\s\]),;:|>-]|$)`,
  // 21.11.2026, 21/Nov/2026:10:00:00 +0000, 11/21/26
  String.raw`\d\d?[-/.](?:\d\d?|${months})[-/.]\d{2,4}(?=[\s\]),;:T|]|$)`,
  // 10:00:00.123, 10:00:00,123 AM
  String.raw`\d\d?:\d\d(?::\d\d)?(?:[.,:]\d+)?(?:Z| ?[AP]\.?M\.?(?::\d+)?)?(?=[\s\]),;:|>-]|$)`,
  String.raw`(?:(?:${days})\w*,? +)?(?:${months})[a-z]*\.? +\d\d?,?(?: +\d{4}(?!\d))?(?=[\s\]),;:]|$)`,
  String.raw`(?:${days})\w*,? +\d\d?[ -]?(?:${months})[a-z]*[ -]?\d{2,4}`,
  String.raw`\d\d? (?:${months})[a-z]*\.?(?: \d{4})?(?=[\s,])`,
  // Seconds since 1970, since the start of the system
  String.raw`\d{9,19}(?:\.\d+)?(?=[\s:\]])`,
  String.raw`[+-]\d{4}(?=\s)`,
];
const around = [
  String.raw`\[[^\]\n]{0,90}\]:?`,
  String.raw`\((?!\d{3}[)\s])[^()\n]{0,60}\)(?=[\s:>-]|\w)`,
  String.raw`\(\d{4,}\)`,
  // A syslog tag: vsftpd[2210]:
  String.raw`(?:[\w.-]+ +)?[\w./@-]+\[\d+\]:`,
  // Docker Compose and its like: ftp-1  |
  String.raw`[A-Za-z][\w./-]* +\|(?=\s)`,
  // A logger's name: org.example.Client -, ftp.client:
  String.raw`[A-Za-z_$][\w$]*(?:\.[\w$]+)+(?::\d+)?(?: +-+|:)(?=\s)`,
  // curl --trace-ascii
  String.raw`[\da-f]{4,8}:(?=\s)`,
  String.raw`<[^<>\n]{6,40}>(?=\s)`,
  String.raw`FTP Session \d+(?: [\w.:]{7,})?(?: [^\s[\]]+)?(?= \[)`,
  // pyftpdlib's log, whose arrows are those of the server
  String.raw`[\da-fA-F.:]{7,}:\d+-\[[^\]]*\](?= (?:->|<-) )`,
  // Arrows that point as the server sees it, or as the client does
  String.raw`<-(?=\s)|->(?=\s)`,
  String.raw`[A-Z]{2,12}(?=\s+\[)|\d{1,2}:(?=\s)`,
  String.raw`(?:GET|PUT)(?= [<>] )`,
  // A logger's name without dots; what a device sent or received
  String.raw`[A-Za-z_$][\w$]* +-(?=\s)|[SR]:(?=\s|\d{3}|[A-Z]{3,4}\b)`,
  // A field of a JSON record printed over several lines
  String.raw`"[\w.@-]+"\s*:\s*(?=")`,
  // FileZilla's log file: process and connection
  String.raw`\d{1,7} \d{1,3}(?= \p{L}+ ?[:\uff1a])`,
  // GitLab's stream and continuation
  String.raw`\d\d[OE]\+?(?=\s)`,
  String.raw`pid[ :=]\d+`,
  String.raw`(?:thread|session|conn(?:ection)?|client|id)[ #:=-]+\d+[:,]?(?=\s)`,
  String.raw`Net::FTP\w*(?:::\w+)?=GLOB\(0x[\da-f]+\)`,
  // z/OS message numbers
  String.raw`EZ[A-Z]\d{4}[IEWA]`,
  // What GitHub's and other runners put before a line
  String.raw`##\[\w+\]|::\w+::|#\d+ +\d+\.\d+(?=\s)`,
  String.raw`(?:\|[\s|]*)+|#(?=\s)|\$(?=\s)|;(?=\s)`,
  String.raw`["'\x60\u201c\u2018\u00ab{(]`,
  String.raw`[-\u2013\u2014*\u2022](?=\s)|--(?=\s)|=>(?=\s)`,
];
/** A word that some program of its own puts in front. */
const label = String.raw`(?!(?:length|size|port|total|lines?|bytes|count|pid|code|exit|status|elapsed|duration|files?|items?|id|offset|uid|gid|mode|errno|version|build|http)\b)(?:\.{3}|\u2026)?[A-Za-z][\w.-]{1,24}:(?=\s)`;

/** Labels and arrows that tell who speaks. What follows a client's label is a command even if nobody knows its verb. */
const speaking: readonly (readonly [Exclude<Speaker, null>, string])[] = [
  ['client', String.raw`(?:\*cmd\*|\*put\*|-{2,4}>|>{2,3}|C>|C:(?=\s)|\u2192|\[?C->S\]?:?|\[command\]:?)`],
  [
    'server',
    String.raw`(?:\*resp\*|\*get\*|<-{2,4}|<={1,2}|<{2,3}|S>|\u2190|\[?S->C\]?:?|\[(?:response|reply)\]:?)`,
  ],
  [
    'client',
    String.raw`(?:(?:sent|sending|ftp|client) (?:cmd|command|request)|command|cmd|request|req|sent|send|sending|befehl|kommando|commande|comando|opdracht|commando|polecenie|команда|命令|指令|コマンド|명령|komut|p\u0159\u00edkaz|komento|parancs|\u03b5\u03bd\u03c4\u03bf\u03bb\u03ae|ftp tx|tx|put|client) ?(?:[:\uff1a]+>?(?=\s|[A-Z]{3,4}\b)|(?=\t))`,
  ],
  [
    'server',
    String.raw`(?:(?:received|got|ftp|server) (?:response|reply|answer)|response|resp|reply|recv|received|receiving|answer|antwort|r[e\u00e9]ponse|respuesta|risposta|resposta|antwoord|odpowied\u017a|ответ|响应|回应|回應|响應|レスポンス|応答|응답|yan\u0131t|odpov\u011b\u010f|svar|vastaus|v\u00e1lasz|\u03b1\u03c0\u03cc\u03ba\u03c1\u03b9\u03c3\u03b7|\u0432\u0456\u0434\u043f\u043e\u0432\u0456\u0434\u044c|ftp rx|rx|get|server) ?(?:[:\uff1a]+>?(?=\s|\d{3}[ -])|(?=\t))`,
  ],
  [
    'error',
    String.raw`(?:error|err|fatal|fehler|erreur|errore|erro|fout|b\u0142\u0105d|ошибка|错误|錯誤|エラー|오류|hata|chyba|fel|fejl|virhe|hiba|\u03c3\u03c6\u03ac\u03bb\u03bc\u03b1|помилка|failed|failure|exception|warning|severe) ?(?:[:\uff1a](?=\s|\d)|(?=\t))`,
  ],
  [
    'program',
    String.raw`(?:status|statut|estado|stato|stan|stav|состояние|статус|状态|狀態|状態|상태|durum|tila|\u00e1llapot|trace|listing|verbose) ?(?:[:\uff1a]+>?(?=\s)|(?=\t))`,
  ],
];
/** Levels of loggers, with and without a colon. */
const level = String.raw`(?:TRACE|DEBUG|DBG|INFO|INF|NOTICE|WARN|WARNING|ERROR|ERR|FATAL|SEVERE|FINE|FINER|FINEST|VERBOSE|Trace|Debug|Info|Warn|Warning|trace|debug|info|warn|error|stdout|stderr)(?:\(\d+\))?(?: *[:|-]+(?=\s)|(?=\s))`;
/** Directions of curl, basic-ftp, WinSCP and others; an e-mail quotes with the same sign. */
const arrow = String.raw`[<>](?=\s|\d{3}|[A-Z]{3,4}(?:\s|$))`;

const join = (sources: readonly string[]): string => sources.map((source) => `(?:${source})`).join('|');
const token = new RegExp(
  String.raw`[\s\u00a0]+|(${join(speaking.filter(([by]) => by === 'client').map(([, source]) => source))})|(${join(
    speaking.filter(([by]) => by === 'server').map(([, source]) => source),
  )})|(${join(speaking.filter(([by]) => by === 'error').map(([, source]) => source))})|(${join(
    speaking.filter(([by]) => by === 'program').map(([, source]) => source),
  )})|(${arrow})|${join([...stamps, ...around])}|${level}|(${label})`,
  'iuy',
);

/** More than this many tokens in front of a reply nobody prints. */
const mostTokens = 24;

/** More are times, which come once. */
const mostSeen = 24;
const longestSeen = 16;

/** What has stood in front before, and who spoke: most programs write one of a few things. */
export class Fronts {
  /** By the first character, so that a line is not compared with all of them. */
  readonly #seen = new Map<string, Map<string, Speaker>>();
  #size = 0;

  /** Those with which the line may start. */
  of(line: string): Iterable<readonly [prefix: string, by: Speaker]> {
    return this.#seen.get(line.charAt(0)) ?? [];
  }

  add(prefix: string, by: Speaker): void {
    if (this.#size >= mostSeen || prefix.length > longestSeen || /\d/.test(prefix)) return;
    const first = prefix.charAt(0);
    const alike = this.#seen.get(first) ?? new Map<string, Speaker>();
    if (!alike.has(prefix)) this.#size += 1;
    this.#seen.set(first, alike.set(prefix, by));
  }
}

/**
 * Takes off one token after another until `stands` finds a command or reply at the place; null if there is none.
 * @param stands is asked with a place in the line and who, by the tokens so far, speaks
 */
export function open(
  line: string,
  stands: (at: number, by: Speaker) => boolean,
  fronts: Fronts = new Fronts(),
): Opened & { readonly found: boolean } {
  for (const [prefix, speaker] of fronts.of(line))
    if (line.startsWith(prefix) && stands(prefix.length, speaker))
      return { at: prefix.length, by: speaker, found: true };
  let at = 0;
  let by: Speaker = null;
  for (let count = 0; count < mostTokens; count += 1) {
    if (stands(at, by)) {
      if (at > 0) fronts.add(line.slice(0, at), by);
      return { at, by, found: true };
    }
    token.lastIndex = at;
    const match = token.exec(line);
    if (!match || match[0] === '') break;
    at += match[0].length;
    const [, client, server, error, program, sign, word] = match;
    if (client !== undefined) by = 'client';
    else if (server !== undefined) by = 'server';
    else if (error !== undefined) by = 'error';
    else if (program !== undefined) by ??= 'program';
    else if (word !== undefined) by ??= 'label';
    // An e-mail quotes with the sign by which curl marks what it sends, so that one tells nothing.
    else if (sign === '<') by = 'server';
  }
  return { at, by, found: false };
}
