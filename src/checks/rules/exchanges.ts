import { checkTurns, parseWire, turnsOf } from '../../protocol/exchange.ts';
import { practiceOf } from '../../prose/fence.ts';
import { fencesOf } from '../prose.ts';
import type { Rule } from '../rule.ts';

export const exchanges: Rule = {
  name: 'exchanges',
  about:
    'Every exchange on the wire obeys the reply sequences, or says which server departs from them; a page shows its own code.',
  check(tree, report) {
    for (const entry of [...tree.codes, ...tree.notes, ...tree.situations]) {
      const { file } = entry;
      for (const { meta, source, line } of fencesOf(entry)) {
        const practice = practiceOf(meta);
        const { lines, faults } = parseWire(source);
        const { turns, faults: broken } = turnsOf(lines);
        for (const fault of [...faults, ...broken])
          report({ file, line: line + fault.line - 1, message: `${fault.message}.` });
        if (faults.length > 0 || broken.length > 0) continue;
        const departures = checkTurns(turns, tree.model);
        if (practice === null)
          for (const fault of departures)
            report({
              file,
              line: line + fault.line - 1,
              message: `${fault.message}. Mend the exchange, or name the server that does this: \`\`\`ftp practice="…".`,
            });
        else if (departures.length === 0)
          report({
            file,
            line: line - 1,
            message: 'the exchange obeys the reply sequences. Take the practice="…" marker away.',
          });
      }
    }
    for (const entry of tree.codes) {
      const shown = fencesOf(entry).some(({ source }) => {
        const { lines } = parseWire(source);
        return entry.data.status === 'client-side'
          ? lines.some(({ by, text }) => by === 'program' && text.includes(String(entry.data.code)))
          : turnsOf(lines).turns.some((turn) => turn.kind === 'reply' && turn.code === entry.data.code);
      });
      if (!shown)
        report({
          file: entry.file,
          line: entry.bodyLine,
          message: `no exchange shows ${entry.data.code}. Expected one \`\`\`ftp block that contains it.`,
        });
    }
  },
};
