/** The commands that move data over the data connection (RFC 959 §5.4; MLSD: RFC 3659 §7.2). */
const transferVerbs: ReadonlySet<string> = new Set(['RETR', 'STOR', 'STOU', 'APPE', 'LIST', 'NLST', 'MLSD']);

export const duringData = (verb: string): boolean => transferVerbs.has(verb);
