import { readInline } from '../../prose/inline.ts';
import type { Rule } from '../rule.ts';
import { proseOf, everyEntry } from '../prose.ts';

const nearest = (code: number, known: ReadonlySet<number>): string =>
  [...known]
    .toSorted((a, b) => Math.abs(a - code) - Math.abs(b - code))
    .slice(0, 3)
    .join(', ');

export const references: Rule = {
  name: 'references',
  about: 'Every code and command that is named exists, and a code is not its own relation.',
  check(tree, report) {
    const unknownCode = (code: number) =>
      `${code} is not a code. Expected one that has a page; nearest: ${nearest(code, tree.known)}.`;
    for (const { file, data, lineOf } of tree.codes) {
      for (const field of ['related', 'replacedBy'] as const)
        data[field].forEach((other, index) => {
          const line = () => lineOf(field, index);
          if (other === data.code)
            report({ file, line, message: `${field}: ${other} is the code itself. Expected another code.` });
          else if (!tree.known.has(other)) report({ file, line, message: `${field}: ${unknownCode(other)}` });
          if (data[field].indexOf(other) !== index)
            report({
              file,
              line,
              message: `${field}: ${other} stands there twice. Expected each code once.`,
            });
        });
    }
    for (const { file, data, lineOf } of tree.notes)
      data.codes.forEach((code, index) => {
        if (!tree.known.has(code))
          report({ file, line: lineOf('codes', index), message: `codes: ${unknownCode(code)}` });
      });
    for (const { file, data, lineOf } of tree.commands) {
      if (data.aliasOf && !tree.model.command(data.aliasOf))
        report({
          file,
          line: lineOf('aliasOf'),
          message: `aliasOf: ${data.aliasOf} is not a command of content/commands.`,
        });
      data.sequence.forEach((step, index) => {
        const line = () => lineOf('sequence', index);
        for (const code of [...(step.then ?? []), ...(step.after === null ? [] : [step.after])])
          if (!tree.known.has(code)) report({ file, line, message: `sequence: ${unknownCode(code)}` });
        for (const verb of step.thenCommand ?? [])
          if (!tree.model.command(verb))
            report({ file, line, message: `sequence: ${verb} is not a command of content/commands.` });
        if (Boolean(step.then) === Boolean(step.thenCommand))
          report({
            file,
            line,
            message:
              'sequence: expected either "then" (replies) or "thenCommand" (what to send), and only one.',
          });
      });
    }
    for (const entry of everyEntry(tree))
      for (const { text, line } of proseOf(entry))
        for (const token of readInline(text)) {
          const codes = token.kind === 'reply' ? [token.code] : token.kind === 'pair' ? token.codes : [];
          for (const code of codes)
            if (!tree.known.has(code))
              report({ file: entry.file, line, message: `[${code}]: ${unknownCode(code)}` });
          if (token.kind === 'command' && !tree.model.command(token.verb))
            report({
              file: entry.file,
              line,
              message: `[${token.verb}] is not a command of content/commands. Expected a verb that has a page.`,
            });
        }
  },
};
