/** What the reading of a log needs to know of FTP: which numbers are reply codes and which words are commands. */
export interface Lexicon {
  readonly codes: ReadonlySet<number>;
  /** In capitals. */
  readonly verbs: ReadonlySet<string>;
}

/** Commands of drafts and vendors that logs show and content has no page for. */
const furtherVerbs = ['ESTA', 'ESTP', 'XRSQ', 'XRCP', 'REPL', 'XDBG', 'XQUIT', 'MLFL'];

export const lexiconOf = (codes: Iterable<number>, verbs: Iterable<string>): Lexicon => ({
  codes: new Set(codes),
  // TVFS names a feature (RFC 3659 §6) and is never sent.
  verbs: new Set([...[...verbs].filter((verb) => /^[A-Z]/.test(verb) && verb !== 'TVFS'), ...furtherVerbs]),
});
