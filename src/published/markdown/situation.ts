/** A situation as Markdown, with the table of what each server answers. */
import type { Practice, Situation } from '../../practice.ts';
import { urls } from '../../urls.ts';
import { publishedAnswer, type PublishedAnswer } from '../situations.ts';
import { bodyOf, codeLink, document, link, linked, list, literal, sourcesOf, table } from './prose.ts';

type Reply = PublishedAnswer['replies'][number];

/** What stands in place of a text where no code answers. */
const wordless = { allowed: 'does what was asked', silence: 'no reply' } as const;

const gaps = {
  none: 'No text for it found in the source',
  'not tested': 'Not tested',
  unknown: 'Unknown',
} as const;

const witness = ({ read, recorded }: Reply): string =>
  read && recorded ? 'read and recorded' : recorded ? 'recorded' : 'read';

/** What concerns the situation's own commands or, where there is nothing, the rest; one text a code. */
function rowsOf({ state, replies }: PublishedAnswer, name: string): string[][] {
  if (state === 'allowed' || state === 'silence') return [[name, '', wordless[state], '']];
  const central = replies.filter((reply) => reply.central);
  const shown = central.length > 0 ? central : replies;
  return [...Map.groupBy(shown, ({ code }) => code)].map(([code, [first, ...others]]) => {
    const more = others.length === 0 ? '' : ` and ${others.length} more`;
    return [name, codeLink(code), first ? `${literal(first.text)}${more}` : '', first ? witness(first) : ''];
  });
}

function answersOf(situation: Situation, { server }: Practice): readonly string[] {
  const answers = situation.answers.map(publishedAnswer);
  const name = (id: string) => server(id).name;
  const rows = answers.flatMap((answer) =>
    answer.state in gaps ? [] : rowsOf(answer, link(name(answer.server), urls.server(answer.server))),
  );
  const missing = Object.entries(gaps).flatMap(([state, words]) => {
    const without = answers.filter((answer) => answer.state === state);
    return without.length === 0 ? [] : [`${words}: ${without.map((one) => name(one.server)).join(', ')}.`];
  });
  return [
    '## What each server answers',
    ...(rows.length > 0 ? [table(['Server', 'Code', 'Text', 'Known from'], rows)] : []),
    ...missing,
  ];
}

function briefOf({ brief: { cause, client, server, check } }: Situation): string {
  const parts = {
    Cause: cause,
    'If you are connecting': client,
    'If you run the server': server,
    'To check': check,
  };
  return list(
    Object.entries(parts).flatMap(([label, text]) =>
      text === undefined ? [] : [`**${label}**: ${linked(text)}`],
    ),
  );
}

/** What the page says in words, without the table. */
export const situationBlocks = (situation: Situation): readonly string[] => [
  `# ${situation.title}`,
  linked(situation.summary),
  briefOf(situation),
  bodyOf(situation.document),
];

export function situationMarkdown(situation: Situation, practice: Practice): string {
  const { lookalikes, pairs, sources } = situation;
  const pairLink = (pair: string) => {
    const [low = 0, high = 0] = pair.split('-vs-').map(Number);
    return link(`${low} vs ${high}`, urls.pair(low, high));
  };
  return document([
    ...situationBlocks(situation),
    ...answersOf(situation, practice),
    ...(lookalikes.length === 0
      ? []
      : [
          '## What looks like it and is not',
          list(
            lookalikes.map(({ situation: id, tell }) => {
              const other = link(practice.situation(id).title, urls.situation(id));
              return `**${other}**: ${linked(tell)}`;
            }),
          ),
        ]),
    ...(pairs.length === 0 ? [] : ['## Codes to tell apart here', list(pairs.map(pairLink))]),
    ...sourcesOf(sources),
  ]);
}
