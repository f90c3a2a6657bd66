/** What the client's own program, or the server's own log, says in its notes where no reply tells. */
import { announcedIn, dataVerbs, type Session } from '../session.ts';
import { bestMeaning, reasoned } from './known-text.ts';
import { meaningOf } from './wording.ts';
import type { NoteTurn } from '../turn.ts';
import type { Case, Match, Rule } from './finding.ts';

interface Saying {
  readonly id: string;
  readonly text: RegExp;
  readonly unless?: RegExp;
  readonly where?: (session: Session) => boolean;
}

const silent = ({ exchanges }: Session): boolean => exchanges.every(({ replies }) => replies.length === 0);
const moved = ({ exchanges }: Session): boolean =>
  exchanges.some(({ verb, replies }) => dataVerbs.has(verb) && replies.length > 0);

const reached =
  /SSH-[12]\.\d|\bconnected\b(?! to the internet)|connection established|waiting for welcome|connect(?:ion)? succe|Verbindung hergestellt|Connexion établie|Conexi[oó]n establecida|conex[aã]o estabelecida|connessione stabilita|verbinding tot stand|połączenie|bağlantı kuruldu|соединение установлено|连接建立|接続を確立/i;

/** Of TLS and of character sets: said by the program while the session is well in the server's eyes. */
const secure: readonly Saying[] = [
  {
    id: 'certificate-refused',
    text: /certificate (?:verif\w+ )?(?:failed|has expired|is not trusted|problem|expired|not trusted|unknown|rejected|invalid|is invalid)|self[- ]signed|unable to get (?:local )?issuer|(?:hostname|host name|subject name|common name|name).{0,60}(?:does(?:n'?t| not) match|mismatch)|does not match target host|CERT_|CERTIFICATE_VERIFY_FAILED|unable to verify the (?:first|leaf)|unknown authority|x509|SEC_E_UNTRUSTED|certificate.{0,60}(?:mismatch|not match|untrusted|not valid|has expired)|remote certificate is invalid|alternative certificate|\(60\)|\(51\)/i,
    unless: /-k\b.*insecure mode|certificate verification (?:disabled|skipped)|continuing anyway|verify ok/i,
    where: (session) => !finished(session),
  },
  {
    id: 'tls-close',
    text: /non-properly terminated|GnuTLS error -110|unexpected eof while reading|close_notify|closure alert|truncation|did not (?:properly )?(?:close|shut)|SSL_read: .*(?:EOF|errno 0)|EOF occurred in violation/i,
    where: moved,
  },
  {
    id: 'tls-handshake-failed',
    text: /handshake|wrong version number|unsupported protocol|no shared cipher|protocol version|GnuTLS error|SSL_connect|SSL_ERROR|SSL routines|SSLError|schannel|SEC_E_|unknown protocol|packet length|TLS alert|TLS\/SSL error|SSLException|AuthenticationException.*SSPI|unexpected TLS packet|\(35\)/i,
    unless:
      /handshake (?:successful|finished|complete)|TLS handshake, |handshak(?:e|ing)\s*(?:\.{3}|…)?\s*$|(?:doing|performing|starting|begin\w*|start) (?:the )?(?:SSL|TLS)/i,
    where: (session) => !finished(session),
  },
  {
    id: 'encoding',
    text: /UnicodeDecodeError|codec can'?t|invalid (?:byte|multibyte|utf)|malformed utf|illegal byte sequence|invalid character sequence|not valid utf/i,
  },
];

const opening: readonly Saying[] = [
  {
    id: 'connection-failed',
    text: /could(?:n'?t| not) (?:resolve|connect)|name or service not known|getaddrinfo|ENOTFOUND|unknown host|no such host|nodename nor servname|host not found|connection refused|ECONNREFUSED|actively refused|no route|unreachable|EHOSTUNREACH|failed to connect|connect(?:ion)? (?:attempt )?(?:failed|timed out)|unable to connect|cannot connect|10060|10061|11001|ETIMEDOUT|time-?out|timed out|connect error|not known|php_network_getaddresses|verbindung (?:nicht|konnte|verweigert)|connexion impossible|no se pudo conectar|^ftp: connect:/i,
    unless: /system bus|data (?:connection|channel)|connect_nonb/i,
    where: (session) =>
      silent(session) && !session.notes.some(({ text }) => reached.test(text)) && !progressed(session),
  },
  {
    id: 'no-greeting',
    text: /time-?d?.?out|welcome message|closed|reset|EOF|ETIMEDOUT|ECONNRESET|no response|lost|did not (?:send|receive)|waiting|abort|\(28\)|\(56\)|\(52\)|10060|10054|zeitüber|délai|tiempo|expirou|expir[oó]|scadut|verlopen|przekroczono|истекло|zaman aşımı|超时|タイムアウト/i,
    unless: reached,
    where: (session) =>
      silent(session) && session.notes.some(({ text }) => reached.test(text)) && !progressed(session),
  },
];

const sayings: readonly Saying[] = [
  {
    id: 'aborted-by-client',
    text: /\b(?:transfer|download|upload|copy)?\s?(?:was )?(?:cancel+ed|aborted|interrupted) (?:by|on) (?:the )?(?:user|client|request)|KeyboardInterrupt|\^C|interrupted by user|user (?:cancel|abort)|receive aborted|send aborted|vom benutzer abgebrochen|interrompu par l|operation cancel/i,
  },
  {
    id: 'connection-lost',
    text: /connection (?:was )?(?:closed|lost|reset|aborted|terminated)|closed (?:the )?connection|ECONNRESET|ECONNABORTED|EOFError|EPIPE|closed by (?:the )?(?:server|remote|peer|foreign)|without indication|server closed|broken pipe|10054|10053|disconnected by|not connected|remote host (?:has )?closed|unexpected end|socket (?:was )?closed|verbindung (?:wurde )?(?:getrennt|beendet|abgebrochen)|connexion (?:fermée|perdue)|conexi[oó]n (?:cerrada|perdida)|\(56\)|\(55\)|EOF\b|server sent FIN|can'?t identify/i,
    where: (session) => !finished(session) && (!silent(session) || progressed(session)),
  },
  {
    id: 'data-connection-failed',
    text: /failed to retrieve directory listing|timed out|time-?out|ETIMEDOUT|(?:could not|unable to|can't|cannot|failed to) (?:retrieve directory|open data|establish data|connect)|php_connect_nonb|\(28\)/i,
    where: (session) => !finished(session),
  },
  {
    id: 'client-message',
    text: /\b1[01]0\d\d\b|curl: \(\d+\)|^\s*(?:\[?[A-Z]+\]?:? )?(?:[\w.]*\.)?\w*(?:Error|Exception): |errno \d|Warning: +ftp_|^\s*%Error|error (?:writing|opening|reading) ftp/i,
    where: silent,
  },
];

/** Past the greeting, although the log shows no reply. */
const progressed = ({ exchanges, notes }: Session): boolean =>
  exchanges.some(({ command }) => command !== null) ||
  notes.some(({ text }) =>
    /logged in|login success|session started|active session|directory listing|initializing TLS|TLS connection established|\btransfer/i.test(
      text,
    ),
  );

/** Taken leave of, or every command answered well and no line marked as an error behind. */
function finished({ exchanges, notes }: Session): boolean {
  const last = exchanges.at(-1);
  const answer = last?.replies.at(-1);
  if (!last || !answer || answer.code < 200) return false;
  if (answer.code === 221) return true;
  return !notes.some(
    ({ line, text, error }) =>
      line > answer.line &&
      (error || /error|exception|fatal|unexpected|fail|lost|reset|timed? ?out/i.test(text)),
  );
}

/** Lines of servers' own logs that say what failed, where the reply is not shown. */
const logged: readonly { readonly id: string; readonly text: RegExp }[] = [
  // PHP's stream wrapper
  { id: 'file-exists', text: /remote file already exists/i },
  { id: 'file-missing', text: /failed to open stream: .*(?:no such file|not found)/i },
  // wget
  { id: 'file-missing', text: /^No such file ['‘"`]/ },
  { id: 'directory-missing', text: /^No such directory ['‘"`]|going back|Logically impossible section/ },
  { id: 'tls-required', text: /^The server refuses login\.$/ },
  { id: 'passive-refused', text: /^Cannot initiate PASV transfer/ },
  {
    id: 'unknown-user',
    text: /no such user found|USER \S+: no such user|unknown user|user .{0,40}not (?:found|exist)/i,
  },
  {
    id: 'wrong-password',
    text: /FAIL LOGIN|\bauthentication failed\b|\blogin failed\b|^(?:error:\s*)?access denied|Login failed\): Incorrect password|authentication failed for user|\bLOGIN FAILED\b|login incorrect|failed login|invalid password|wrong password|incorrect password/i,
  },
  { id: 'anonymous-refused', text: /anonymous.{0,30}(?:refused|denied|not allowed)/i },
  {
    id: 'host-refused',
    text: /connection (?:from .{0,60} )?(?:denied|refused)|refused connect from|banned/i,
  },
  { id: 'write-refused', text: /FAIL UPLOAD|FAIL (?:APPEND|STOR)/ },
  { id: 'mkdir-refused', text: /FAIL MKDIR/ },
  { id: 'delete-refused', text: /FAIL (?:DELETE|RMDIR)/ },
  { id: 'rename-refused', text: /FAIL RENAME/ },
  { id: 'file-missing', text: /FAIL DOWNLOAD/ },
  {
    id: 'too-many-connections',
    text: /maximum (?:number of )?(?:clients|connections)|too many connections/i,
  },
  { id: 'idle-timeout', text: /idle timeout|inactivity|Timeout - try typing/i },
  { id: 'aborted-by-network', text: /^(?:\w{3} \w{3} +\d+ [\d:]{8} \d{4}) .* [ab] \S* [oid] [arg] .* i\s*$/ },
  { id: 'connection-lost', text: /session closed.*abnormal|lost connection|broken pipe|connection reset/i },
];

function match(
  wanted: readonly Saying[],
  notes: readonly NoteTurn[],
  session: Session,
): { readonly id: string; readonly note: NoteTurn } | null {
  for (const { id, text, unless, where } of wanted) {
    if (where && !where(session)) continue;
    const note = notes.find((one) => text.test(one.text) && !unless?.test(one.text));
    if (note) return { id, note };
  }
  return null;
}

/** Of a long log the notes at the end tell how it ended. */
const mostNotes = 600;

const says =
  (wanted: readonly Saying[]): Rule =>
  ({ session }: Case): Match | null => {
    const found = match(wanted, session.notes.slice(-mostNotes), session);
    return found ? { id: found.id, sure: 'likely', cause: found.note } : null;
  };

export const secureSays = says(secure);
export const neverConnected = says(opening);
export const programSays = says(sayings);

/** A server's sentence without its number: PHP's warnings, servers' logs. */
export const wordsInNotes: Rule = ({ session, recollection }: Case): Match | null => {
  if (!silent(session)) return null;
  const { knowledge } = recollection;
  const notes = session.notes.slice(-mostNotes);
  for (const { id, text } of logged) {
    const note = notes.find((one) => text.test(one.text));
    if (note) return { id, sure: 'likely', cause: note };
  }
  for (const note of notes.filter(({ text }) => complains.test(text)).slice(0, mostComplaints)) {
    const rows = recollection.inside(note.text);
    if (rows.length === 0) continue;
    const before = session.turns.findLast((turn) => turn.kind === 'command' && turn.line < note.line);
    const verb = announcedIn(note.text) || (before?.kind === 'command' ? before.verb : '');
    // Where the server fills in the reason, the reason says more than the sentence around it.
    const filled = reasoned.test(rows[0]?.[1] ?? '') ? meaningOf(note.text, verb) : null;
    const id = filled ?? bestMeaning(rows, verb, knowledge, null);
    if (id !== null) return { id, sure: 'likely', cause: note };
  }
  return null;
};

/** Each is held against every known text. */
const mostComplaints = 25;

const complains =
  /warning|error|fail|exception|denied|refused|incorrect|can'?t|cannot|not |no such|unable|too many|sorry|invalid|exceed|full|quota|timeout/i;

const well =
  /bytes transferred|^Total: \d+ director|^New: \d+ file|transfer(?:red)? (?:is )?(?:successful|complete|finished)|successful|uploaded|downloaded|OK (?:UPLOAD|DOWNLOAD|LOGIN|MKDIR|DELETE|RENAME)|\bsaved \[|100\s?%|\bDone\b|deployed|sync complete|listing of .* successful|erfolgreich|réussi|correctamente|complet|[ab] _ [oi] [arg] .* c\s*$|We are completely uploaded/i;

/** A log without replies whose notes tell of success alone. */
export const wentWell: Rule = ({ session }: Case): Match | null =>
  silent(session) &&
  session.notes.some(({ text }) => well.test(text)) &&
  !session.notes.some(
    ({ text, error }) => error || /error|exception|fail|refused|denied|timed? ?out/i.test(text),
  )
    ? { id: 'success', sure: 'likely' }
    : null;

/** Nothing failed; what was wanted was done, or the log ends before it could be. */
export const outcome: Rule = ({ session, failure }: Case): Match | null => {
  if (failure) return null;
  const replies = session.exchanges.flatMap((exchange) =>
    exchange.replies.map((reply) => ({ reply, exchange })),
  );
  const done = replies.some(
    ({ reply: { code }, exchange: { verb, before } }) =>
      code === 226 ||
      ((code === 250 || code === 257 || code === 200 || code === 213) &&
        (before.loggedIn || !session.hasCommands) &&
        /^(?:X?MKD|DELE|RNTO|X?RMD|SITE|MFMT|RETR|STOR|LIST|NLST|MLSD|APPE|)$/.test(verb) &&
        verb !== ''),
  );
  const left = replies.some(
    ({ reply: { code }, exchange: { verb } }) => code === 221 && (verb === 'QUIT' || verb === ''),
  );
  const loggedIn = replies.some(({ reply: { code } }) => code === 230);
  const last = session.exchanges.at(-1);
  const open =
    last !== undefined &&
    last.command !== null &&
    !last.replies.some(({ code }) => code >= 200) &&
    last.verb !== 'QUIT';
  if ((done && !open) || (left && loggedIn)) return { id: 'success', sure: done ? 'certain' : 'likely' };
  return null;
};
