import { defaults } from '../../protocol/attributes.ts';
import { classOf, isReplyCode, isSocketError } from '../../protocol/digits.ts';
import type { Rule } from '../rule.ts';

export const attributes: Rule = {
  name: 'attributes',
  about: 'A code says only what its first digit does not imply, and what its status requires.',
  check(tree, report) {
    for (const { file, data, lineOf } of tree.codes) {
      if (!isReplyCode(data.code) && !isSocketError(data.code)) continue;
      const id = classOf(data.code);
      for (const field of ['retry', 'actor', 'control', 'data'] as const)
        if (data[field] === defaults[id][field])
          report({
            file,
            line: lineOf(field),
            message: `${field}: "${data[field] ?? ''}" is what ${id} implies anyway. Take the line away.`,
          });
      if ((id === 'client-side') !== (data.status === 'client-side'))
        report({
          file,
          line: lineOf('status'),
          message: `status: found ${data.status} for ${data.code}. Expected client-side for numbers of five digits, and for no other.`,
        });
      if ((data.socket !== undefined) !== (data.status === 'client-side'))
        report({
          file,
          line: lineOf('socket') ?? lineOf('status'),
          message: 'socket: expected the Winsock name on client-side errors, and on nothing else.',
        });
      if (Boolean(data.send) === Boolean(data.never))
        report({
          file,
          line: lineOf('send') ?? lineOf('code'),
          message: 'send: expected either "send" or "never", and only one.',
        });
      if (data.status === 'standard' && data.never)
        report({ file, line: lineOf('never'), message: 'never: found on a standard code. Expected "send".' });
      if (data.send && data.replacedBy.length > 0)
        report({
          file,
          line: lineOf('replacedBy'),
          message: 'replacedBy: found beside "send". Expected it only with "never".',
        });
    }
  },
};
