import { codeHeadings, noteHeadings, situationHeadings, type HeadingPlan } from '../../prose/headings.ts';
import { classOf } from '../../protocol/digits.ts';
import { bodyLines } from '../prose.ts';
import type { Rule } from '../rule.ts';
import type { Entry, Finding } from '../tree.ts';

function judge(entry: Entry<object>, plan: readonly HeadingPlan[], report: (finding: Finding) => void): void {
  const { file } = entry;
  const lines = bodyLines(entry);
  const found = lines.flatMap(({ text, line, fenced }, index) =>
    !fenced && /^#{1,6} /.test(text) ? [{ text, line, index }] : [],
  );
  let place = 0;
  for (const { text, line } of found) {
    const at = plan.findIndex(({ heading }) => heading === text);
    if (at < 0) {
      const expected = plan.map(({ heading }) => heading).join(', ');
      report({
        file,
        line,
        message: `heading "${text}" is none of this page's. Expected, in this order: ${expected}.`,
      });
    } else if (at < place) {
      report({
        file,
        line,
        message: `heading "${text}" is out of place. Expected it before "${plan[place - 1]?.heading ?? ''}".`,
      });
    } else place = at + 1;
  }
  for (const { heading, optional } of plan)
    if (!optional && !found.some(({ text }) => text === heading))
      report({
        file,
        line: entry.bodyLine,
        message: `heading "${heading}" is missing. Expected it, with text under it.`,
      });
  found.forEach(({ text, line, index }, nth) => {
    const next = found[nth + 1];
    const filled = lines.slice(index + 1, next?.index).some((other) => other.text.trim() !== '');
    const holdsSub = next?.text.startsWith('### ') && text.startsWith('## ');
    if (!filled && !holdsSub)
      report({
        file,
        line,
        message: `heading "${text}" has nothing under it. Expected text, or no heading.`,
      });
  });
}

export const headings: Rule = {
  name: 'headings',
  about: "A page's headings are those of its kind, in their order, each with text.",
  check(tree, report) {
    for (const entry of tree.codes) {
      try {
        judge(entry, codeHeadings(classOf(entry.data.code)), report);
      } catch (error) {
        if (!(error instanceof RangeError)) throw error; // a number that is no code: the rule "names" reports it
      }
    }
    for (const entry of tree.notes) judge(entry, noteHeadings, report);
    for (const entry of tree.situations) judge(entry, situationHeadings, report);
  },
};
