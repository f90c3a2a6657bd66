/** What the words of a refusal say, whatever server wrote them; then what the command and the code alone suggest. */
import { dataVerbs, type Exchange } from '../session.ts';
import { withoutCode, type ReplyTurn } from '../turn.ts';
import type { Case, Match, Rule } from './finding.ts';

interface Wording {
  readonly id: string;
  readonly text: RegExp;
  /** The commands it is about; absent: any. */
  readonly verbs?: ReadonlySet<string>;
  readonly codes?: readonly number[];
  readonly unless?: RegExp;
  readonly where?: (exchange: Exchange) => boolean;
  /** Says more than the same words in a server's record, which may stand for several causes. */
  readonly firm?: true;
}

const set = (verbs: string): ReadonlySet<string> => new Set(verbs.split(' '));
const login = set('USER PASS ACCT connect');
const store = set('STOR STOU APPE');
const fetch = set('RETR SIZE MDTM');
const list = set('LIST NLST MLSD MLST STAT');
const enter = set('CWD XCWD CDUP XCUP PWD XPWD');
const make = set('MKD XMKD');
const remove = set('DELE RMD XRMD');
const move = set('RNFR RNTO');
const either = (...sets: readonly ReadonlySet<string>[]): ReadonlySet<string> =>
  new Set(sets.flatMap((one) => [...one]));
const secured = ({ before }: Exchange): boolean => before.tls;
const open = ({ before }: Exchange): boolean => !before.tls;
const absent =
  /no such|not (?:be )?found|does(?:n'?t| not) exist|non ?exist|cannot (?:find|locate)|can'?t (?:find|open|check|change)|unable to (?:find|locate)|not exist|unknown file|failed to (?:open file|change directory)|nicht gefunden|existiert nicht|introuvable|no existe|non trovat|не найден|不存在|cannot access|invalid (?:path|directory)|missing/i;
const denied =
  /permission|denied|not allowed|not permitted|access|privilege|read-?only|forbidden|rights|authori[sz]|verweigert|refus[ée]|denegad|negato|отказано|zugriff|disallowed|not enough|insufficient (?:rights|access|perm)|operation not perm|prohibited|restricted|write[- ]?prot/i;

/** In order: the first that fits is meant. */
const wordings: readonly Wording[] = [
  // Limits and bans, which come at any command of the login
  {
    id: 'too-many-failed-logins',
    text: /(?:too many|maximum|max\.?|exceeded|repeated).{0,40}(?:fail|attempt|incorrect|wrong|login tries|retries|bad log)|login attempts|fail2ban|temporarily banned|brute|(?:account|user|ip).{0,30}locked|maximum login limit/i,
    codes: [421, 530, 550, 430, 426, 500, 503],
  },
  {
    id: 'too-many-per-host',
    text: /(?:too many|maximum|max\b|limit|only \w+ (?:session|connection|login)|more than|exceed).{0,80}(?:(?:from|per|for|of|by|this|your|same) (?:your |this |the |that |a |same )*(?:ip|host|address|internet address|user|account|client|machine|login)\b|as the same user|same ip)|connections? (?:for|from|per) (?:this|your|the same)|one session from same|per ip|per user|user .{0,20}(?:already|too many)/i,
    codes: [421, 530, 550, 500, 425, 450, 530, 532],
  },
  {
    id: 'too-many-connections',
    text: /too many (?:open )?(?:connect|users|clients|sessions|logged)|(?:maximum|max)\b.{0,40}(?:client|user|connection|session|login|anonymous)|server (?:is )?(?:full|busy|too busy)|user limit|connection limit|limit of .{0,30}(?:users|connections|clients)|users \(the maximum\)|exceeded the number of connections|no more (?:users|connections)|try again later.{0,10}$|max \d+ users/i,
    codes: [421, 530, 500, 550, 425],
    unless: /maintenance|shut|down/i,
  },
  {
    id: 'host-refused',
    text: /(?:ip|address|host|country|location|network).{0,40}(?:not (?:allowed|authori[sz]ed|permitted)|banned|blocked|denied|refused|black ?list|rejected|unauthori[sz]ed)|(?:banned|blocked|unauthori[sz]ed|denied|refus\w+|not allowed).{0,40}\b(?:ip|address|host|country|network)\b|tcp.?wrappers|access control|no access from|you are not (?:welcome|allowed)|connection refused by|hosts?\.deny/i,
    verbs: either(login, set('AUTH')),
    codes: [421, 530, 550, 500, 426, 430, 530],
  },
  // TLS
  {
    id: 'tls-session-not-reused',
    text: /session.{0,30}(?:re-?use|resum)|(?:re-?use|resum).{0,30}session|ssl_?reuse|reuse required/i,
    firm: true,
  },
  // ProFTPD's words where its TLS module refuses the connection (contrib/mod_tls.c)
  {
    id: 'tls-session-not-reused',
    text: /data connection: Operation not permitted/i,
    where: ({ before }) => before.tls,
    firm: true,
  },
  {
    id: 'tls-required-for-data',
    text: /(?:PROT|data (?:connection|channel|transfer)s?|transfer).{0,60}(?:TLS|SSL|encrypt|protect|secur|PROT P|private|not allowed|required)|PROT P|(?:TLS|SSL|encrypt\w*|protect\w*|secur\w*).{0,60}(?:data (?:connection|channel)|for transfers?)/i,
    where: secured,
    verbs: either(dataVerbs, set('PASV EPSV PORT EPRT PROT PBSZ')),
    unless: /handshake|negotiat|failed/i,
  },
  { id: 'prot-refused', text: /./, verbs: set('PROT PBSZ CCC') },
  {
    id: 'tls-handshake-failed',
    text: /handshake|(?:TLS|SSL) (?:negotiation|connection|error|accept|setup)|negotiat\w* (?:TLS|SSL|failed)|(?:TLS|SSL).{0,30}fail|protocol version|no shared cipher|unsupported protocol|unable to negotiate/i,
    unless: /required|must/i,
  },
  { id: 'auth-refused', text: /./, verbs: set('AUTH ADAT') },
  {
    id: 'tls-required',
    text: /TLS|SSL|encrypt|secure (?:connection|login|auth|control)|AUTH (?:first|command)|clear ?text|plain (?:ftp|text)|unencrypted|unsecured?|verschlüssel|chiffr|cifrad|crittograf|шифр|force.*secur|policy requires|requires auth/i,
    where: open,
    verbs: either(login, enter, set('LIST SYST PWD FEAT')),
  },
  {
    id: 'encoding',
    text: /utf-?8|decode|encod|charset|character set|codepage|invalid (?:byte|multibyte)/i,
    unless: /option/i,
    firm: true,
  },
  {
    id: 'bad-argument',
    text: /wildcard|argument|parameter|syntax/i,
    codes: [501],
    unless: /PORT|EPRT|address/i,
  },
  {
    id: 'upload-directory-missing',
    text: /no such (?:file|dir)|(?:directory|path) (?:not found|does ?n.?t exist)/i,
    verbs: store,
    firm: true,
  },
  // Logging in
  {
    id: 'writable-root',
    text: /writab?le root|writeable root|refusing to run|writ\w+.{0,30}chroot|chroot\(\)/i,
  },
  {
    id: 'home-missing',
    text: /home dir|cannot change directory|can'?t change directory|unable to (?:cd|change) |home.{0,20}(?:not|missing|inaccessible|unavailable)|root dir|no such.{0,20}dir|chdir|directory not/i,
    verbs: login,
  },
  { id: 'anonymous-refused', text: /anonymous|guest/i, verbs: login },
  { id: 'account-needed', text: /account (?:needed|required|is required|for)|need account|ACCT/i },
  {
    id: 'account-disabled',
    text: /disabled|expired|suspended|inactive|deactivat|shell|not active|gesperrt|account is not|locked|blocked|logins? (?:are )?disabled/i,
    verbs: login,
  },
  { id: 'tls-handshake-failed', text: /certificate/i },
  {
    id: 'shutting-down',
    text: /shut|maintenance|going down|server (?:is )?closed|offline|not accepting|closing down|restart(?:ing)? server|terminat\w+ by|kick|service (?:is )?(?:stopp|unavailable)|server down|administrat\w+ (?:has )?(?:clos|disconn)|down for/i,
    unless: /time-?out|timed/i,
    codes: [421, 500, 530, 120, 550, 426],
  },
  {
    id: 'transfer-timeout',
    text: /(?:data|transfer|no new data|stall).{0,30}time-?d?.?out|time-?d?.?out.{0,40}(?:data|transfer)|timed out, aborting|transfer.*stalled/i,
    codes: [421, 426, 425, 450, 451],
    unless: /no transfer time|establish|(?:could not|unable to|failed to) connect/i,
  },
  {
    id: 'idle-timeout',
    text: /time-?out|timed out|idle|inactiv|no transfer|time (?:limit|exceeded)|typing a little faster|zeit|délai|tiempo/i,
    codes: [421, 426, 500, 530],
  },
  {
    id: 'unknown-user',
    text: /(?:user|account|name).{0,30}(?:unknown|not (?:known|found|exist|allowed|permitted)|does(?:n'?t| not) exist|cannot log|can'?t log|denied|rejected|invalid)|unknown user|no such user|permission denied|invalid user/i,
    verbs: set('USER'),
  },
  {
    id: 'not-logged-in',
    text: /log ?in|logged|USER and PASS|authenticat|session|sign in|identify/i,
    where: ({ verb, before }) => !login.has(verb) && verb !== '' && !before.loggedIn,
    codes: [530, 503, 500, 550, 332, 331],
  },
  { id: 'out-of-order', text: /USER first|sequence|RNFR|order|not expect|before|first/i, codes: [503] },
  {
    id: 'wrong-password',
    text: /./,
    verbs: set('PASS'),
    codes: [530, 430, 535, 501, 550, 500, 531, 532, 421],
  },
  // Data connection
  { id: 'epsv-refused', text: /./, verbs: set('EPSV EPRT'), unless: /denied|permission/i },
  { id: 'passive-refused', text: /./, verbs: set('PASV EPSV LPSV SPSV') },
  { id: 'active-refused', text: /./, verbs: set('PORT EPRT LPRT') },
  {
    id: 'no-data-address',
    text: /\b(?:use|issue|send)\b.*(?:PORT|PASV)|no data (?:connection|port)|requires? (?:PORT|PASV)/i,
    verbs: dataVerbs,
  },
  // Space and limits
  {
    id: 'quota-exceeded',
    text: /quota|exceed|\bratio\b|\bcredits?\b|(?:size|upload|storage|bytes|file) limit|limit (?:of|reached|has)|storage allocation|too large|maximum (?:file|upload|size)|file ?size|over (?:the )?limit|allocation/i,
    unless: /no space|disk full|device/i,
    verbs: either(store, make, fetch, move, set('ALLO SITE')),
  },
  {
    id: 'disk-full',
    text: /no space|disk (?:is )?full|insufficient (?:disk|storage|space|system)|not enough (?:disk|space|storage|free)|out of (?:disk|space)|(?:volume|device|drive|filesystem|file system|partition) (?:is )?full|space left|espace|speicherplatz|storage full|failure writing to local file|write (?:error|failed)/i,
  },
  // Resuming
  {
    id: 'resume-refused',
    text: /restart|resum|REST\b|append|reget|offset|beyond|past the end/i,
    where: ({ verb, before }) => verb === 'REST' || verb === 'APPE' || before.restart || store.has(verb),
  },
  { id: 'resume-refused', text: /./, verbs: set('REST') },
  // Transfers
  {
    id: 'aborted-by-client',
    text: /(?:client|user|peer|remote).{0,30}(?:abort|cancel|reset|clos|disconn)|abort(?:ed)? by (?:client|user|peer)|ABOR|cancel(?:l?ed)? by|interrupted by user/i,
    codes: [426, 425, 450, 451, 226, 225, 550, 421, 522],
  },
  {
    id: 'aborted-by-server',
    text: /by (?:the )?server|server.{0,20}(?:abort|clos)|administrat|kill|link to file server/i,
    codes: [426, 451, 450, 421],
  },
  {
    id: 'file-busy',
    text: /in use|busy|being used|locked|sharing violation|another (?:process|user|program|transfer|connection)|text file busy|resource temporarily/i,
    unless: /server (?:is )?busy/i,
  },
  { id: 'directory-not-empty', text: /not empty|non-?empty|contains files/i },
  {
    id: 'not-a-file',
    text: /is a dir|not a (?:plain|regular|file|data)|is not a file|is a folder|not regular/i,
  },
  { id: 'size-refused', text: /./, verbs: set('SIZE MDTM'), unless: absent },
  {
    id: 'file-exists',
    text: /(?:already )?exists?\b|overwrite|existe déjà|existiert bereits|ya existe/i,
    unless: /not exist|n'?t exist|no exist|permission|denied/i,
    verbs: either(store, make, move),
  },
  {
    id: 'name-refused',
    text: /(?:invalid|illegal|prohibited|forbidden|bad|unsupported|reserved).{0,20}(?:file ?name|name|character|path|extension|argument)|(?:file ?)?name.{0,20}(?:not allowed|invalid|illegal|too long|forbidden|prohibited)|extension|filename/i,
    unless: /syntax/i,
  },
  {
    id: 'encoding',
    text: /utf-?8|encoding|charset|character set|codepage|can'?t decode|invalid (?:byte|multibyte)/i,
  },
  // Absent, or not allowed: the command tells which kind
  { id: 'upload-directory-missing', text: absent, verbs: store },
  { id: 'rename-refused', text: /./, verbs: move },
  { id: 'file-missing', text: absent, verbs: either(fetch, set('DELE')), unless: denied },
  { id: 'listing-missing', text: absent, verbs: list },
  {
    id: 'directory-missing',
    text: absent,
    verbs: either(enter, set('RMD XRMD')),
    unless: /permission|denied/i,
  },
  { id: 'upload-directory-missing', text: absent, verbs: make },
  { id: 'line-too-long', text: /(?:line|command|request).{0,20}too long|too long/i },
  { id: 'write-refused', text: denied, verbs: store },
  { id: 'delete-refused', text: denied, verbs: remove },
  { id: 'mkdir-refused', text: denied, verbs: make },
  { id: 'read-refused', text: denied, verbs: either(fetch, list, enter) },
];

/** Where the words tell nothing: what the command's refusal with that code most often is. */
const usual: readonly {
  readonly id: string;
  readonly verbs?: ReadonlySet<string>;
  readonly codes?: readonly number[];
}[] = [
  { id: 'account-needed', codes: [332, 532] },
  { id: 'data-connection-failed', codes: [425] },
  { id: 'unknown-user', verbs: set('USER'), codes: [530, 550, 430, 331] },
  { id: 'wrong-password', verbs: set('PASS'), codes: [530, 430, 550, 531, 535] },
  { id: 'not-logged-in', codes: [530] },
  { id: 'shutting-down', verbs: set('connect'), codes: [421, 500, 550, 530] },
  { id: 'idle-timeout', codes: [421] },
  { id: 'aborted-by-network', codes: [426] },
  { id: 'disk-full', codes: [452] },
  { id: 'quota-exceeded', codes: [552] },
  {
    id: 'tls-required-for-data',
    verbs: either(dataVerbs, set('PASV EPSV PORT EPRT')),
    codes: [521, 522, 534],
  },
  { id: 'tls-required', codes: [521, 522, 534] },
  { id: 'auth-refused', codes: [431, 534, 536, 535] },
  { id: 'directory-missing', verbs: enter, codes: [550, 450, 501, 553] },
  { id: 'listing-missing', verbs: list, codes: [450, 550, 501] },
  { id: 'file-missing', verbs: fetch, codes: [550, 450, 551, 553] },
  { id: 'write-refused', verbs: store, codes: [550, 553, 532, 450] },
  { id: 'delete-refused', verbs: remove, codes: [550, 450, 553, 500, 501] },
  { id: 'mkdir-refused', verbs: make, codes: [550, 553, 521, 501] },
  { id: 'rename-refused', verbs: move },
  { id: 'name-refused', codes: [553] },
  { id: 'resume-refused', verbs: set('REST'), codes: [501, 502, 504, 554, 350] },
  { id: 'resume-refused', codes: [554] },
  { id: 'parameter-refused', codes: [504] },
  { id: 'not-implemented', codes: [500, 502, 202] },
  { id: 'bad-argument', codes: [501] },
  { id: 'out-of-order', codes: [503] },
  { id: 'server-fault', codes: [451] },
  { id: 'file-busy', codes: [450] },
  { id: 'file-missing', verbs: set(''), codes: [550] },
];

/** The text of a reply without its code. */
export const wordsOf = ({ lines }: ReplyTurn): string => lines.map(withoutCode).join(' ');

/** Extended commands that a server does not know, and lines longer than it reads: the command tells more than the words. */
export const byCommand: Rule = ({ failure }: Case): Match | null => {
  if (!failure) return null;
  const { reply, exchange } = failure;
  const { verb, command } = exchange;
  if (
    (verb === 'EPSV' || verb === 'EPRT') &&
    [500, 501, 502, 504, 522].includes(reply.code) &&
    !/denied|permission|secur|TLS|SSL|PROT\b/i.test(wordsOf(reply))
  )
    return { id: 'epsv-refused', sure: 'likely' };
  if ([500, 501].includes(reply.code) && command?.argument === '' && needsArgument.test(verb))
    return { id: 'bad-argument', sure: 'likely' };
  if ([500, 501].includes(reply.code) && (command?.text.length ?? 0) > longLine)
    return { id: 'line-too-long', sure: 'likely', cause: command ?? undefined };
  return null;
};

const needsArgument =
  /^(?:CWD|RETR|STOR|APPE|DELE|X?MKD|X?RMD|RNFR|RNTO|SIZE|MDTM|PORT|EPRT|TYPE|MODE|STRU|USER)$/;

/** Servers read lines of 255 characters and more (inetutils 2.4: 500 and some). */
const longLine = 255;

const fitting = ({ failure }: Case, firm: boolean): Match | null => {
  if (!failure) return null;
  const { reply, exchange } = failure;
  const text = wordsOf(reply);
  const found = wordings.find(
    ({ text: pattern, verbs, codes, unless, where, firm: own }) =>
      (!firm || own === true) &&
      (!verbs || verbs.has(exchange.verb)) &&
      (!codes || codes.includes(reply.code)) &&
      pattern.test(text) &&
      !unless?.test(text) &&
      (!where || where(exchange)),
  );
  return found ? { id: found.id, sure: 'likely' } : null;
};

/** The situation that words alone tell of a command, where no reply is at hand; null if none does. */
export const meaningOf = (text: string, verb: string): string | null =>
  wordings.find(
    ({ text: pattern, verbs, unless, where }) =>
      verbs?.has(verb) === true &&
      pattern.source !== '.' &&
      !where &&
      pattern.test(text) &&
      !unless?.test(text),
  )?.id ?? null;

/** Words that mean the one thing, whoever sends them. */
export const byFirmWords: Rule = (given) => fitting(given, true);

export const byWords: Rule = (given) => fitting(given, false);

export const byCode: Rule = ({ failure }: Case): Match | null => {
  if (!failure) return null;
  const { reply, exchange } = failure;
  const found = usual.find(
    ({ verbs, codes }) => (!verbs || verbs.has(exchange.verb)) && (!codes || codes.includes(reply.code)),
  );
  return { id: found?.id ?? 'refused', sure: 'possible' };
};
