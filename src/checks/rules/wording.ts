import { everyEntry, proseOf } from '../prose.ts';
import type { Rule } from '../rule.ts';

const banned: readonly (readonly [RegExp, string])[] = [
  [/\b(it is|it's) (important|worth) (to note|noting)\b/i, 'filler; say the thing itself'],
  [/\bplease\b/i, '"please"; use the plain imperative'],
  [/\bsimply\b/i, '"simply"; leave it out'],
  [/\bin order to\b/i, '"in order to"; write "to"'],
  [/[\u2014]/, 'a long dash; use a full stop, a colon or a comma'],
  [/\b(TODO|FIXME|XXX|lorem ipsum)\b/i, 'a leftover note'],
];

// "had had" and "that that" can be right; no other doubling is.
const doubled = /\b(?!had had\b|that that\b)([a-z]{2,}) \1\b/i;

export const wording: Rule = {
  name: 'wording',
  about: 'No word stands there twice, no filler, and two codes do not share their words.',
  check(tree, report) {
    for (const entry of everyEntry(tree))
      for (const { text, line } of proseOf(entry)) {
        const quoted = text.replace(/`[^`]*`|"[^"]*"/g, '""');
        const twice = doubled.exec(quoted);
        if (twice)
          report({ file: entry.file, line, message: `"${twice[0]}" is doubled. Expected the word once.` });
        for (const [pattern, what] of banned)
          if (pattern.test(quoted)) report({ file: entry.file, line, message: `found ${what}.` });
      }
    for (const field of ['name', 'summary', 'says', 'send', 'gloss'] as const) {
      const seen = new Map<string, string>();
      for (const { file, data, lineOf } of tree.codes) {
        const text = data[field];
        if (text === undefined) continue;
        const other = seen.get(text.toLowerCase());
        if (other)
          report({
            file,
            line: lineOf(field),
            message: `${field}: "${text}" is also that of ${other}. Expected words that tell the two apart.`,
          });
        seen.set(text.toLowerCase(), file);
      }
    }
  },
};
