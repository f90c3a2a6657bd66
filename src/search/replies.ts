/** Finds reply codes in what somebody pastes: a reply line, a client's line around one, a log, or a sentence. */

export interface FoundReply {
  readonly code: number;
  /** What follows the code on its line, without quotes and brackets that close behind it. */
  readonly text: string;
  /** How sure it is that the number is a reply code: 3 stands where a reply stands, 2 is named one, 1 is only a number. */
  readonly certainty: 1 | 2 | 3;
  /** 0-based line of the paste. */
  readonly line: number;
}

/** A number of three digits that is part of nothing longer: no address, time, date, amount or name. */
const number = /(?<![\p{L}\d_]|\d[.,:/])(?<!\$|€|£|(?:^|[\s(])-)([1-6]\d\d)(?![\p{L}\d_]|[.,:]\d|%)/gu;

/** Units: "500 KB", "421 bytes". */
const measured =
  /^[ -]?(?:bytes?|[kmgt]i?b(?:it|yte)?s?(?:\/s)?|ms|msecs?|secs?|seconds?|minutes?|mins?|hours?|days?|octets?|px|kbps|mbps|percent|x\d+)\b(?![:.])/i;

/** Things that are counted: "250 files"; a server's words start with a capital more often than not. */
const counted =
  /^[ -]?(?:files?|folders?|director(?:y|ies)|items?|lines?|rows?|users?|clients?|connections?|sessions?|times|retries|chars?|characters?)\b(?![:.])/;

/** The words of an HTTP status, which shares its numbers with FTP. */
const http =
  /^ (?:bad gateway|bad request|not found|internal server error|forbidden|unauthorized|service unavailable|gateway time-?out|moved permanently|too many requests)\b/i;

/** A line of a listing: modes, links, owner, group, size, date. */
const listed = /[-rwxsStT]{9,10}[+.@]?(?:\s+[\w.-]+){0,4}\s+$/;
const dated = /^ +(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) +\d/;

/** Words before a number that is none of FTP's: a port, an exit status, a line, an HTTP status, a system's error. */
const otherNumber =
  /(?:\bports?|\bline|\bpid|\buid|\bgid|\bsize|\blength|\bexit(?:ed)?(?: (?:code|status|with))?|\berrno|\btotal|\bhttp(?:s)?(?:\/\d(?:\.\d)?)?(?: (?:error|status|code|response))?|\bhttp status(?: code)?|\bsmtp|\bssh|\bwsa|\bevent id|\bversion|\bv|\bbuild|\bchmod|\bmode|\bumask|\bkb|\bprocess|\bthread|\bjob|\w*(?:_ms|duration|elapsed|latency|count|bytes|length|offset|took)|\bsite chmod|\bid)["']?\s*(?:[:=#]\s*)?["']?$/i;

/** Words that announce a code: "Access denied: 530", "Code=451", "returned 550". */
const announced =
  /(?:(?:\b|(?<=[a-z_]))(?:ftp|code|error|err|reply|response|respon[cs]e code|answer|answered|returned|returns|got|status|denied|failed|failure|received|replied|said|says|reports?|sent|server|msg|message|error_perm|error_temp|error_reply|result|ftpexception|ftperror|exception)\b[\w .)]{0,12}["'=:#([\s-]*)$/i;

/** What a client, a logger or a terminal prints in front of a server's line. */
const prefix =
  /^(?:[\s<>*|=←→↩#$-]+|\[[^\]]{0,60}\]|\([^)\d][^)]{0,40}\)|\d{4}[-/.]\d\d?[-/.]\d\d?[T ]?|\d\d?[-/.]\d\d?[-/.]\d{2,4}[T ]?|\d\d?:\d\d(?::\d\d)?(?:[.,]\d+)?Z?|[A-Z][a-z]{2} +\d\d?\b|\b(?:AM|PM)\b|(?:response|reply|answer|antwort|réponse|respuesta|risposta|resposta|ответ|odpowiedź|server|recv|received|read|trace|debug|info|warn(?:ing)?|error|fatal|status|s|r|ftp)\b\s*[:>|\])-]+|[+-]\d{4}\b|[\w.-]+\[\d+\]:|[,;]+)+/iu;

function certaintyOf(line: string, at: number): 0 | 1 | 2 | 3 {
  const before = line.slice(0, at);
  const after = line.slice(at + 3);
  const said = /^(?:[ -](?=["'(\p{L}<\d{*/.]))/u.test(after) && !measured.test(after);
  const stripped = before.replace(prefix, '').replace(/^["'`([{]+/, '');
  const many =
    /^ (?:files|folders|directories|items|lines|rows|users|clients|connections|sessions|times|retries|chars|characters)\b/.test(
      after,
    );
  if (stripped.trim() === '' && !many && (said || after.trim() === '' || /^[-\s]*$/.test(after))) return 3;
  if (measured.test(after) || counted.test(after) || http.test(after)) return 0;
  if (listed.test(before) || dated.test(after)) return 0;
  if (otherNumber.test(before)) return 0;
  // A log whose line ends were lost: a number before a capital starts what the server says.
  if (/^[ -]\p{Lu}\p{Ll}{2}/u.test(after)) return 3;
  // A quoted or introduced line: error_perm: 550 No such file, "530 Login incorrect"
  if (/[:>"'`]\s*$/.test(before) && /^[ -](?=["'(\p{L}<{*/])/u.test(after)) return 3;
  if (announced.test(before) || /^\s*["')\]}]/.test(after) || /[([]\s*$/.test(before)) return 2;
  return 1;
}

const tidy = (text: string): string =>
  text
    .replace(/^[ -:]+/, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Longer input is cut here: reading must stay quick whatever is pasted. */
const mostLines = 300;
const mostNumbers = 12;

/** Every number that may be a reply code, in order; the certain ones only, if there are any. */
export function repliesIn(paste: string): readonly FoundReply[] {
  const found: FoundReply[] = [];
  paste
    .split(/\r\n|[\r\n]/)
    .slice(0, mostLines)
    .forEach((raw, line) => {
      const shown = raw.slice(0, 400);
      for (const match of shown.matchAll(number).take(mostNumbers)) {
        const certainty = certaintyOf(shown, match.index);
        if (certainty === 0) continue;
        found.push({
          code: Number(match[1]),
          text: tidy(shown.slice(match.index + 3)),
          certainty,
          line,
        });
      }
    });
  return found;
}

/** Commands whose refusal a client takes in its stride. */
const harmless =
  /\b(?:FEAT|OPTS|CLNT|MLSD|MLST|SYST|SITE|EPSV|EPRT|SIZE|MDTM|AUTH|HOST|LANG|STAT|HELP|REST|PBSZ|ALLO|XCRC|MFMT)\b/;

/**
 * The reply that a paste is about: of several reply lines the first refusal that no client shrugs off, not the
 * greeting and not the good-bye.
 */
export function decisive(paste: string, replies: readonly FoundReply[]): FoundReply | null {
  const most = Math.max(0, ...replies.map(({ certainty }) => certainty));
  const sure = replies.filter(({ certainty }) => certainty === most);
  const refusals = sure.filter(({ code }) => code >= 400);
  const lines = paste.split(/\r\n|[\r\n]/);
  const matters = refusals.find(({ code, line }) => {
    const probed =
      code >= 500 && code <= 504 && harmless.test(`${lines[line - 1] ?? ''} ${lines[line] ?? ''}`);
    return !probed;
  });
  return matters ?? refusals[0] ?? sure.at(-1) ?? null;
}
