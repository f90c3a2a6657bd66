/** Records of loggers and dissectors: the message inside, or the fields of a command or reply. */
import type { Piece } from './piece.ts';

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
export function fromJson(line: string): readonly Piece[] | null {
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
