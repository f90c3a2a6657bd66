import { citationsIn, rfcs } from '../../protocol/documents.ts';
import { bodyLines, proseOf, everyEntry } from '../prose.ts';
import type { Line, Rule } from '../rule.ts';

export const citations: Rule = {
  name: 'citations',
  about:
    'An RFC that is cited is one we know, with its section, and a linked document stands among the sources.',
  check(tree, report) {
    const judge = (file: string, line: Line, text: string, needsSection: boolean) => {
      for (const { rfc, section } of citationsIn(text)) {
        if (!rfcs[rfc])
          report({
            file,
            line,
            message: `RFC ${rfc} is not among the documents. Expected one of ${Object.keys(rfcs).join(', ')}.`,
          });
        else if (needsSection && section === null)
          report({
            file,
            line,
            message: `RFC ${rfc} is cited without a section. Expected "RFC ${rfc} §4.2" or the like.`,
          });
      }
    };
    for (const { file, data, lineOf } of [...tree.codes, ...tree.commands]) {
      data.definedBy.forEach((text, index) => judge(file, () => lineOf('definedBy', index), text, true));
    }
    for (const { file, data, lineOf } of tree.codes)
      if (
        (data.status === 'standard' || data.status === 'obsolete') &&
        data.definedBy.length === 0 &&
        !data.unverified
      )
        report({
          file,
          line: lineOf('definedBy'),
          message: `definedBy: found nothing. Expected the RFC and section that define a code of status ${data.status}.`,
        });
    for (const { file, data, lineOf } of tree.commands)
      data.sequence.forEach(({ source }, index) =>
        judge(file, () => lineOf('sequence', index), source, true),
      );
    for (const entry of everyEntry(tree)) {
      // Inside brackets a citation supports a claim and needs its section; in running text a document may just be named.
      for (const { text, line } of proseOf(entry)) {
        judge(entry.file, line, text, false);
        for (const [, inner = ''] of text.matchAll(/\(([^()]*RFC \d+[^()]*)\)/g))
          judge(entry.file, line, inner, true);
      }
    }
    for (const entry of [...tree.codes, ...tree.notes, ...tree.situations]) {
      const sources = new Set(entry.data.sources.map(({ url }) => url));
      for (const { text, line } of bodyLines(entry))
        for (const [, url] of text.matchAll(/\]\((https?:\/\/[^)\s]+)\)/g))
          if (!sources.has(url))
            report({
              file: entry.file,
              line,
              message: `${url} is linked and not among the sources. Add it to "sources".`,
            });
    }
  },
};
