/** Texts that are no FTP session: other protocols whose logs look like one, lists of codes, nothing at all. */

export type Foreign = 'looks-like-http' | 'looks-like-ssh' | 'looks-like-smtp' | 'not-text' | 'empty';

/** Marks of a protocol; each counts once a line. */
const marks = {
  http: /\bHTTP\/[123](?:\.\d)?\b|^(?:[<>*] )?(?:Host|User-Agent|Content-Type|Content-Length|Accept|Set-Cookie|Location|Server): |"(?:GET|POST|PUT|HEAD|DELETE|OPTIONS) \/|\bhttps?:\/\/\S+.*\b[1-5]\d\d\b/i,
  ssh: /fzsftp|psftp|^(?:OpenSSH_|debug[123]: |sftp> |Authenticated to .* using "|ssh: |scp: )|\bSSH-[12]\.\d|\bSSH2_MSG_|SSH_(?:FX|MSG)_|\bkex(?:_input|init|: )|ssh-(?:rsa|ed25519|userauth|connection)|\bpublickey\b|\bhost key\b|keyboard-interactive|Using (?:username|SFTP protocol)|\bSFTP (?:error|version|protocol|session)|sftp-server/i,
  smtp: /\bE?SMTP\b|^\W*(?:EHLO|HELO|MAIL FROM|RCPT TO|STARTTLS|DATA$)|^(?:\W*|.*[<>] )\d{3}[ -][245]\.\d\.\d+ |\b250[ -](?:PIPELINING|8BITMIME|SIZE \d|ENHANCEDSTATUSCODES|DSN|SMTPUTF8|CHUNKING|HELP$)|\bqueued as\b|^\W*354 /i,
  ftp: /(?:^|[^A-Za-z])(?:PASV|EPSV|RETR|STOR|NLST|MLSD|CWD|PBSZ|PROT P|TYPE [AI])\b|\b227 Entering|\b331[ -]|\bvsFTPd|ProFTPD|Pure-FTPd|FileZilla|\bftp:\/\/|\bFTP server\b/,
} as const;
type Mark = keyof typeof marks;

/** One line of these is enough. */
const strong = /fzSftp started|SSH2_MSG_|^OpenSSH_\d/;

const lookedAt = 60_000;
/** A mark stands near the start of its line. */
const longest = 400;

/** The protocol whose marks prevail, null for FTP or where nothing tells. */
export function foreignProtocol(text: string): Foreign | null {
  const count: Record<Mark, number> = { http: 0, ssh: 0, smtp: 0, ftp: 0 };
  for (const line of text.slice(0, lookedAt).split(/\r\n|[\r\n]/))
    for (const mark of Object.keys(marks) as Mark[])
      // keys of a literal
      if (marks[mark].test(line.slice(0, longest))) count[mark] += strong.test(line) ? 3 : 1;
  for (const mark of ['smtp', 'ssh', 'http'] as const)
    if (count[mark] >= (mark === 'http' ? 1 : 2) && count[mark] > count.ftp * 2) return `looks-like-${mark}`;
  return null;
}
