import type { Rule } from '../rule.ts';

export const changes: Rule = {
  name: 'changes',
  about: 'Changes stand newest first, and no two share an id.',
  check(tree, report) {
    for (const { file, data, lineOf } of tree.changes) {
      const seen = new Set<string>();
      data.changes.forEach(({ id, date }, index) => {
        if (seen.has(id))
          report({
            file,
            line: lineOf('changes', index, 'id'),
            message: `id: "${id}" stands there twice. Expected one of its own, which it keeps for good.`,
          });
        seen.add(id);
        const before = data.changes[index - 1];
        if (before && before.date < date)
          report({
            file,
            line: lineOf('changes', index, 'date'),
            message: `date: ${date} stands below ${before.date}. Expected the newest first.`,
          });
      });
    }
  },
};
