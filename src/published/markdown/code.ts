/** A code as Markdown: what its page says, and what servers send with it. */
import type { Catalog, Code } from '../../catalog.ts';
import { bySituation } from '../../evidence/saying.ts';
import type { Practice, Reply } from '../../practice.ts';
import { actorCell, controlWords, dataWords, retryWords } from '../../protocol/attributes.ts';
import { classes } from '../../protocol/digits.ts';
import { urls } from '../../urls.ts';
import { bodyOf, document, link, linked, list, literal, sourcesOf } from './prose.ts';

function factsOf({ attributes, class: id, definedBy, ...code }: Code, { model }: Catalog): string {
  const commands = model.verbs(code.code);
  return list([
    ...(id === 'client-side' ? [] : [`Class: ${id}, ${classes[id].name.toLowerCase()}`]),
    `Retry the same command? ${retryWords[attributes.retry].cell}`,
    `Who can fix it: ${actorCell(id, attributes.actor)}`,
    `Control connection: ${controlWords[attributes.control]}`,
    `Data: ${dataWords[attributes.data]}`,
    ...(commands.length > 0 ? [`Commands that may get it: ${commands.join(', ')}`] : []),
    ...(definedBy.length > 0 ? [`Defined by: ${definedBy.join(', ')}`] : []),
    ...(code.unverified === undefined ? [] : [`Not verified: ${linked(code.unverified)}`]),
  ]);
}

/** Each server once, with its texts: "vsftpd `Failed to open file.`; ProFTPD …". */
function sayings(replies: readonly Reply[]): string {
  return [...Map.groupBy(replies, ({ server }) => server)]
    .map(([server, own]) => {
      const texts = new Set(own.map(({ text }) => literal(text)));
      return `${server.short} ${[...texts].join(', ')}`;
    })
    .join('; ');
}

function evidenceOf(code: Code, { said, situation }: Practice): readonly string[] {
  const groups = bySituation(said(code.code));
  if (groups.length === 0) return [];
  const other = code.code < 400 ? 'In the normal course' : 'In no situation described';
  return [
    '## What servers send',
    `The texts known, by situation; names in braces stand for what varies. When each is sent and where that was read: ${link(`${code.code}.json`, urls.json(code.code))}.`,
    list(
      groups.map(({ situation: id, said: rows }) => {
        const name = id === null ? other : link(situation(id).title, urls.situation(id));
        return `**${name}**: ${sayings(rows.map(({ reply }) => reply))}`;
      }),
    ),
  ];
}

/** The code without the evidence: what belongs to the code itself. */
export const codeBlocks = (code: Code, catalog: Catalog): readonly string[] => [
  `# ${code.class === 'client-side' ? 'Error' : 'FTP'} ${code.code}: ${code.name}`,
  linked(code.summary),
  factsOf(code, catalog),
  bodyOf(code.document),
];

export const codeMarkdown = (code: Code, catalog: Catalog, practice: Practice): string =>
  document([...codeBlocks(code, catalog), ...evidenceOf(code, practice), ...sourcesOf(code.sources)]);
