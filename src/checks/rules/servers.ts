import { placeholdersIn } from '../../evidence/wording.ts';
import type { Rule } from '../rule.ts';
import type { Tree } from '../tree.ts';

/** Verbs without a page here: RFC 765's mail with RFC 743's X-forms, extensions of one server, and what was tried to
 * see how servers answer a verb they do not know. */
const otherVerbs = new Set([
  ...['MAIL', 'MLFL', 'MSND', 'MSOM', 'MSAM', 'MRSQ', 'MRCP', 'XRSQ', 'XRCP', 'XSEM', 'XSEN'],
  ...['SCNT', 'REPL', 'MACB'],
  ...['ESTA', 'ESTP', 'PRET', 'SSCN', 'XDBG', 'LRPT'],
]);
const notVerbs = new Set(['*', 'connect', 'HTTP']);

/** True for what the `commands` of a reply may name. */
function isCommand(command: string, { model }: Tree): boolean {
  const [verb = ''] = command.split(' ');
  return notVerbs.has(command) || otherVerbs.has(verb) || model.command(verb) !== undefined;
}

export const servers: Rule = {
  name: 'servers',
  about:
    "A server's replies name codes, commands and situations that exist; placeholders are declared; no text stands there twice.",
  check(tree, report) {
    const situations = new Set(tree.situations.map(({ id }) => id));
    for (const { file, data, lineOf } of tree.servers) {
      const seen = new Map<string, number>();
      data.replies.forEach((reply, index) => {
        const line = () => lineOf('replies', index);
        const shown = `${reply.code} "${reply.text}"`;
        if (!tree.known.has(reply.code))
          report({
            file,
            line,
            message: `code: ${reply.code} has no page. Expected a code of content/ftp; add content/ftp/${reply.code}.mdx first.`,
          });
        const key = `${reply.code} ${reply.text}`;
        const other = seen.get(key);
        if (other !== undefined)
          report({
            file,
            line,
            message: `${shown} stands there twice (line ${lineOf('replies', other) ?? '?'} too). Expected one reply with several cases.`,
          });
        seen.set(key, index);
        const used = placeholdersIn(reply.text);
        const declared = Object.keys(reply.placeholders);
        for (const name of used)
          if (!declared.includes(name))
            report({
              file,
              line,
              message: `${shown}: {${name}} is not declared. Add it to "placeholders" with its type.`,
            });
        for (const name of declared)
          if (!used.includes(name))
            report({
              file,
              line,
              message: `${shown}: the text has no {${name}}. Take it out of "placeholders".`,
            });
        reply.cases.forEach((one, nth) => {
          const at = () => lineOf('replies', index, 'cases', nth);
          for (const command of one.commands)
            if (!isCommand(command, tree))
              report({
                file,
                line: at,
                message: `commands: ${command} is not known. Expected a verb of content/commands, SITE or OPTS with a word, connect, HTTP or *.`,
              });
          for (const id of one.situations)
            if (!situations.has(id))
              report({
                file,
                line: at,
                message: `situations: there is no content/situations/${id}.mdx. Expected the id of a situation.`,
              });
          const twin = reply.cases.findIndex(
            (candidate) =>
              candidate.when === one.when &&
              candidate.at === one.at &&
              candidate.commands.join() === one.commands.join(),
          );
          if (twin !== nth)
            report({
              file,
              line: at,
              message: `${shown}: two cases are alike. Expected each condition once.`,
            });
        });
      });
      data.directives.forEach(({ situations: ids }, index) => {
        for (const id of ids)
          if (!situations.has(id))
            report({
              file,
              line: lineOf('directives', index),
              message: `directives: there is no content/situations/${id}.mdx. Expected the id of a situation.`,
            });
      });
    }
  },
};
