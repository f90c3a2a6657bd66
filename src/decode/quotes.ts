/** Replies that a client's program quotes in a line of its own. */
import type { Lexicon } from './lexicon.ts';
import type { Piece } from './piece.ts';

/** A file's modes in a listing: what follows is a name, whatever it looks like. */
export const listed = /^\s*[-dlbcps][-rwxsStT]{9}/;

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

export function fromError(line: string, { codes }: Lexicon): Piece | null {
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

const quotedAnywhere =
  /[:'"`>\])]\s['"`([]?([45][0-5]\d[ -](?!Bytes\b|[KMG]i?B\b)\p{Lu}[\p{L}'\u2019]+\b.*)$/u;

/** A reply that a program quotes somewhere in a sentence of its own; null if there is none. */
export function quotedReply(line: string, { codes }: Lexicon): string | null {
  const said = quotedAnywhere.exec(line)?.[1];
  return said !== undefined && codes.has(Number(said.slice(0, 3))) && !listed.test(line)
    ? said.replace(/\s\([^()]*\)\s*$/, '').replace(/["')\]]+\s*$/, '')
    : null;
}
