/** A comparison with an editor's note as Markdown. */
import type { Catalog, Note } from '../../catalog.ts';
import type { Practice } from '../../practice.ts';
import { urls } from '../../urls.ts';
import { publishedComparison, type PublishedComparison } from '../comparisons.ts';
import { bodyOf, codeLink, document, link, linked, list, sourcesOf, table } from './prose.ts';

type Meeting = PublishedComparison['together'][number];

/** Words join the steps around them; other steps follow each other with an arrow. */
const pathOf = (path: Meeting['paths'][number]): string =>
  path
    .map(({ kind, text }, index) => {
      const joined = index === 0 || kind === 'word' || path[index - 1]?.kind === 'word';
      return `${index === 0 ? '' : joined ? ' ' : ' → '}${text}`;
    })
    .join('');

const meetingOf = ({ text, paths, also, source }: Meeting): string =>
  [
    `${text}${paths.length === 0 && source !== null ? ` (${source})` : ''}`,
    ...(paths.length === 0 ? [] : [list(paths.map(pathOf))]),
    ...(paths.length === 0 || (also === null && source === null)
      ? []
      : [[also ?? '', source === null ? '' : `(${source})`].filter(Boolean).join(' ')]),
  ].join('\n\n');

/** What the editor says of the pair. */
export const noteBlocks = ({ codes: [low, high], ...note }: Note): readonly string[] => [
  `# FTP ${low} vs ${high}`,
  linked(note.answer),
  bodyOf(note.document),
  '## Which one to send, if you write a server',
  linked(note.which),
];

export function comparisonMarkdown(note: Note, catalog: Catalog, practice: Practice): string {
  const { low, high, together, differences, customs, next, sources } = publishedComparison(
    note,
    catalog,
    practice,
  );
  const names = (ids: readonly string[]) => ids.map((id) => practice.server(id).short).join(', ');
  const chosen = customs.map(({ situation: id, ...by }) => [
    link(practice.situation(id).title, urls.situation(id)),
    names(by.low),
    names(by.high),
    names(by.both),
  ]);
  return document([
    ...noteBlocks(note),
    '## Can one session show both?',
    ...together.map(meetingOf),
    '## Point by point',
    table(
      ['', codeLink(low), codeLink(high)],
      differences.map((row) => [row.label, row.low, row.high]),
    ),
    ...(chosen.length === 0
      ? []
      : [
          '## Where servers choose differently',
          table(['Situation', String(low), String(high), 'Either'], chosen),
        ]),
    '## What to do',
    next,
    list([low, high].map((number) => `${codeLink(number)}: ${linked(catalog.code(number).action)}`)),
    ...sourcesOf(sources),
  ]);
}
