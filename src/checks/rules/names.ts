import { isReplyCode, isSocketError } from '../../protocol/digits.ts';
import type { Rule } from '../rule.ts';

export const names: Rule = {
  name: 'names',
  about: 'A file is named after what it holds, and no number or verb is described twice.',
  check(tree, report) {
    const seen = new Map<number, string>();
    for (const { file, id, data, lineOf } of tree.codes) {
      const line = () => lineOf('code');
      if (!isReplyCode(data.code) && !isSocketError(data.code))
        report({
          file,
          line,
          message: `code: found ${data.code}. Expected a reply code (100 to 659) or a socket error (10000 to 11999).`,
        });
      if (id !== String(data.code))
        report({
          file,
          line,
          message: `code: found ${data.code} in a file named ${id}. Expected ${id}, or rename the file.`,
        });
      const other = seen.get(data.code);
      if (other)
        report({
          file,
          line,
          message: `code: ${data.code} is already described in ${other}. Expected each number once.`,
        });
      seen.set(data.code, file);
    }
    for (const { file, id, data, lineOf } of tree.notes) {
      const [low, high] = data.codes;
      if (low >= high || id !== `${low}-vs-${high}`)
        report({
          file,
          line: lineOf('codes'),
          message: `codes: found ${low}, ${high} in ${id}. Expected the lower code first and the file named after both.`,
        });
    }
    const verbs = new Map<string, string>();
    for (const { file, id, data, lineOf } of tree.commands) {
      const expected = data.verb.toLowerCase().replace(/\W/g, '');
      if (id !== expected)
        report({
          file,
          line: lineOf('verb'),
          message: `verb: found ${data.verb} in a file named ${id}. Expected ${expected}.yaml.`,
        });
      const other = verbs.get(data.verb);
      if (other)
        report({
          file,
          line: lineOf('verb'),
          message: `verb: ${data.verb} is already described in ${other}.`,
        });
      verbs.set(data.verb, file);
    }
  },
};
