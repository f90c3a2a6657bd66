import type { Rule } from '../rule.ts';

export const situations: Rule = {
  name: 'situations',
  about:
    'A situation names codes, comparisons and situations that exist, has evidence from servers, and shares its names with no other.',
  check(tree, report) {
    const ids = new Set(tree.situations.map(({ id }) => id));
    const tagged = new Set([
      ...tree.servers.flatMap(({ data }) =>
        data.replies.flatMap(({ cases }) => cases.flatMap(({ situations: own }) => own)),
      ),
      ...tree.scenarios.flatMap(({ data }) =>
        Object.values(data.scenarios).flatMap(({ situation }) => situation ?? []),
      ),
    ]);
    const names = new Map<string, string>();
    for (const { file, id, data, body, lineOf } of tree.situations) {
      if (!tagged.has(id))
        report({
          file,
          message: `no reply of content/servers and no scenario names "${id}". Expected evidence; tag the replies, or leave the page out.`,
        });
      data.choose.forEach((code, index) => {
        if (!tree.known.has(code))
          report({
            file,
            line: lineOf('choose', index),
            message: `choose: ${code} is not a code of content/ftp.`,
          });
      });
      data.lookalikes.forEach(({ situation }, index) => {
        if (!ids.has(situation) || situation === id)
          report({
            file,
            line: lineOf('lookalikes', index),
            message: `lookalikes: found "${situation}". Expected the id of another situation.`,
          });
      });
      data.pairs.forEach((pair, index) => {
        const [low = 0, high = 0] = pair.split('-vs-').map(Number);
        if (low >= high || !tree.known.has(low) || !tree.known.has(high))
          report({
            file,
            line: lineOf('pairs', index),
            message: `pairs: found ${pair}. Expected two codes of content/ftp, the lower one first.`,
          });
      });
      for (const field of ['title', 'short'] as const) {
        const other = names.get(data[field].toLowerCase());
        if (other && other !== file)
          report({
            file,
            line: lineOf(field),
            message: `${field}: "${data[field]}" is also that of ${other}.`,
          });
        names.set(data[field].toLowerCase(), file);
      }
      for (const [, linked = ''] of body.matchAll(/\]\(\/ftp\/situations\/([^/)]*)[^)]*\)/g))
        if (!ids.has(linked))
          report({ file, message: `the text links to the situation "${linked}", which does not exist.` });
    }
  },
};
