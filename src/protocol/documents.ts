/** The RFCs that a citation may name, with their titles. A citation is `RFC 959 §5.4`. */
export const rfcs: Readonly<Record<number, string>> = {
  414: 'File Transfer Protocol status and further comments',
  542: 'File Transfer Protocol (1973)',
  640: 'Revised FTP reply codes',
  743: 'FTP extension: XRSQ/XRCP',
  765: 'File Transfer Protocol specification (1980)',
  775: 'Directory oriented FTP commands',
  959: 'File Transfer Protocol (FTP)',
  1123: 'Requirements for Internet hosts: application and support',
  1545: 'FTP operation over big address records',
  1579: 'Firewall-friendly FTP',
  1639: 'FTP operation over big address records (FOOBAR)',
  2228: 'FTP security extensions',
  2389: 'Feature negotiation mechanism for FTP',
  2428: 'FTP extensions for IPv6 and NATs',
  2577: 'FTP security considerations',
  2640: 'Internationalization of FTP',
  2773: 'Encryption using KEA and SKIPJACK',
  3659: 'Extensions to FTP',
  4217: 'Securing FTP with TLS',
  5797: 'FTP command and extension registry',
  6384: 'An FTP application layer gateway for IPv6-to-IPv4 translation',
  7151: 'FTP HOST command for virtual hosts',
};

export interface Citation {
  readonly rfc: number;
  /** Section number such as "4.2.1", or "Appendix II"; null where the text names none. */
  readonly section: string | null;
}

const pattern = /\bRFC (\d{2,5})(?: §(Appendix [IVX\d]+|[A-Z]?\d+(?:\.\d+)*))?/g;

/** Finds RFC citations in a text, with their offsets. */
export function citationsIn(text: string): (Citation & { readonly start: number; readonly end: number })[] {
  return [...text.matchAll(pattern)].map((match) => ({
    rfc: Number(match[1]),
    section: match[2] ?? null,
    start: match.index,
    end: match.index + match[0].length,
  }));
}

const numeric = new Intl.Collator('en', { numeric: true });

/** Sections in the order of the document: 5.4 before 5.10. */
export const inOrder = (sections: Iterable<string>): readonly string[] =>
  [...sections].toSorted(numeric.compare);

/** The address of the section at the RFC Editor. */
export function citationUrl({ rfc, section }: Citation): string {
  const fragment = section && /^\d/.test(section) ? `#section-${section}` : '';
  return `https://www.rfc-editor.org/rfc/rfc${rfc}${fragment}`;
}
