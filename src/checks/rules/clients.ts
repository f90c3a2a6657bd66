import type { Rule } from '../rule.ts';

export const clients: Rule = {
  name: 'clients',
  about: "A client's name stands for one thing: a code, an exit status, a class of replies or an exception.",
  check(tree, report) {
    for (const { file, data, lineOf } of tree.clients)
      data.names.forEach(({ code, exit, error, class: kind, name, text }, index) => {
        if (
          [code, exit, error, kind].filter((one) => one !== undefined).length > 1 ||
          (name === undefined && (text === undefined || (exit === undefined && error === undefined)))
        )
          report({
            file,
            line: lineOf('names', index),
            message:
              'names: expected a name, or an exit status with a text; and only one of code, exit status and class.',
          });
      });
  },
};
