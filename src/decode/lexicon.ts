/** What the reading of a log needs to know of FTP: which numbers are reply codes and which words are commands. */
export interface Lexicon {
  readonly codes: ReadonlySet<number>;
  /** In capitals. */
  readonly verbs: ReadonlySet<string>;
}

/** Commands of drafts and vendors that have no page and that logs show. */
const furtherVerbs = [
  ...[
    'CLNT',
    'CSID',
    'COMB',
    'DSIZ',
    'ESTA',
    'ESTP',
    'MD5',
    'MMD5',
    'MFF',
    'RMDA',
    'SPSV',
    'THMB',
    'XCRC',
    'XMD5',
  ],
  ...[
    'XSHA',
    'XSHA1',
    'XSHA256',
    'XSHA512',
    'XRSQ',
    'XRCP',
    'AVBL',
    'REPL',
    'HASH',
    'RANG',
    'XDBG',
    'XQUIT',
    'MLFL',
  ],
];

export const lexiconOf = (codes: Iterable<number>, verbs: Iterable<string>): Lexicon => ({
  codes: new Set(codes),
  // TVFS names a feature (RFC 3659 §6) and is never sent.
  verbs: new Set([...[...verbs].filter((verb) => /^[A-Z]/.test(verb) && verb !== 'TVFS'), ...furtherVerbs]),
});
