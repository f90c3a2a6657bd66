/**
 * The socket errors that FTP programs on Windows print, by the moment at which they arise
 * (Windows Sockets Error Codes, Microsoft Learn). No server sends them.
 */
export type SocketPhase = 'lookup' | 'connect' | 'listen' | 'established' | 'other';

const phases: Readonly<Record<number, SocketPhase>> = {
  10013: 'connect',
  10048: 'listen',
  10051: 'connect',
  10053: 'established',
  10054: 'established',
  10060: 'connect',
  10061: 'connect',
  10065: 'connect',
  11001: 'lookup',
};

export const phaseOf = (code: number): SocketPhase => phases[code] ?? 'other';
