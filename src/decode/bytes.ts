/** From the bytes of a dropped file to text, whatever program wrote them. */

export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
}

/** Enough to tell what kind of bytes these are. */
const sample = 65_536;

/** UTF-16 without a mark: in Latin text every second byte is zero. */
function zeros(bytes: Uint8Array, from: 0 | 1): number {
  let count = 0;
  for (let at = from; at < bytes.length; at += 2) if (bytes[at] === 0) count += 1;
  return count / Math.max(1, bytes.length / 2);
}

function encodingOf(bytes: Uint8Array): DecodedText['encoding'] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, sample);
  if (zeros(head, 1) > 0.4 && zeros(head, 0) < 0.1) return 'utf-16le';
  if (zeros(head, 0) > 0.4 && zeros(head, 1) < 0.1) return 'utf-16be';
  try {
    // A character may be cut at the end of the sample, which `stream` forgives.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** Decodes a file: by its byte-order mark, else as UTF-8 if it is, else as the Windows code page of Western Europe. */
export function decodeBytes(bytes: Uint8Array): DecodedText {
  const encoding = encodingOf(bytes);
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

/** True for text in which control characters are so many that it is no text: an archive, an image, a program. */
export function isBinary(text: string): boolean {
  const head = text.slice(0, sample);
  let odd = 0;
  for (let at = 0; at < head.length; at += 1) {
    const unit = head.charCodeAt(at);
    // Tab, line ends, form feed and escape belong to logs; 0xFF.. are Telnet's, which a log may hold.
    if (
      (unit < 32 && unit !== 9 && unit !== 10 && unit !== 12 && unit !== 13 && unit !== 27) ||
      unit === 0xfffd
    )
      odd += 1;
  }
  return head.length > 0 && odd / head.length > 0.1;
}
