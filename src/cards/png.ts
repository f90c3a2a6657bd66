/** Tells a whole PNG from what a full disk or a killed build leaves of one. */
import { crc32 } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Every chunk is a length, a type, that many bytes and a checksum over both (PNG, third edition, §5.3). */
const frame = { length: 4, type: 4, checksum: 4 } as const;

/** True if the bytes are a PNG whose every chunk is unharmed, and nothing lies behind its end. */
export function isWholePng(bytes: Buffer): boolean {
  if (!bytes.subarray(0, signature.length).equals(signature)) return false;
  let at = signature.length;
  while (at + frame.length + frame.type + frame.checksum <= bytes.length) {
    const typeAt = at + frame.length;
    const checksumAt = typeAt + frame.type + bytes.readUInt32BE(at);
    const end = checksumAt + frame.checksum;
    if (end > bytes.length) return false;
    if (crc32(bytes.subarray(typeAt, checksumAt)) !== bytes.readUInt32BE(checksumAt)) return false;
    if (bytes.toString('latin1', typeAt, typeAt + frame.type) === 'IEND') return end === bytes.length;
    at = end;
  }
  return false;
}
