/** The finding and the part of the log that shows it, as text for a ticket. Everything in it is masked already. */
import type { Report, Row } from './report.ts';

/** Rows kept around what matters. */
const around = { before: 4, after: 2, start: 6 } as const;

/** Places of the rows that a ticket needs: the start, the cause and the failure with what stands around them, the end. */
export function neededRows({ counts, failure, cause }: Report): readonly number[] {
  const wanted = new Set<number>();
  const add = (from: number, to: number): void => {
    for (let at = Math.max(0, from); at <= Math.min(counts.rows - 1, to); at += 1) wanted.add(at);
  };
  add(0, around.start - 1);
  for (const place of [cause, failure])
    if (place) add(place.index - around.before, place.index + around.after);
  add(counts.rows - around.before, counts.rows - 1);
  return [...wanted].toSorted((a, b) => a - b);
}

const arrows = { command: '>', reply: '<', note: ' ' } as const;
const longest = 300;

function lineOf({ kind, text, line, mark }: Row, width: number): string {
  const shown = text.length > longest ? `${text.slice(0, longest)} …` : text;
  const indent = ' '.repeat(width + 3);
  const note = mark === 'failure' ? '   <-- failed here' : mark === 'cause' ? '   <-- cause' : '';
  return `${String(line).padStart(width)} ${arrows[kind]} ${shown.replaceAll('\n', `\n${indent}`)}${note}`;
}

/** @param rows those that `neededRows` names */
function logOf(rows: readonly Row[]): string {
  const shown = rows.filter(({ kind, text }) => kind !== 'note' || text.trim() !== '');
  const width = String(shown.at(-1)?.line ?? 1).length;
  return shown
    .flatMap((row, at) => {
      const before = rows[rows.indexOf(row) - 1];
      const gap = before && row.index > before.index + 1 && at > 0 ? ['…'] : [];
      return [...gap, lineOf(row, width)];
    })
    .join('\n');
}

const plain = (text: string): string => text.replaceAll('`', '');

export interface Ticket {
  readonly markdown: string;
  readonly plain: string;
}

/** @param address of a page below the site's base, as a link that works elsewhere */
export function ticketOf(report: Report, rows: readonly Row[], address: (path: string) => string): Ticket {
  const { finding, failure, cause } = report;
  const { title, shows, brief, sure, server, directives, known, pages } = finding;
  const where = [
    failure ? `failing reply in line ${failure.line}` : '',
    cause ? `cause in line ${cause.line}` : '',
    server ? `server: ${server.name}${server.version === null ? '' : ` ${server.version}`}` : '',
  ].filter(Boolean);
  const advice: readonly (readonly [string, string | undefined])[] = [
    ['If you connect', brief.client],
    ['If you run the server', brief.server],
    ['To check', brief.check],
  ];
  const settings = directives.map(([name]) => name).join(', ');
  const paragraphs = (bold: (text: string) => string, mono: (text: string) => string) => [
    `${bold(title)}${where.length > 0 ? ` (${where.join('; ')})` : ''}`,
    [shows, brief.cause, known, sure].filter(Boolean).map(mono).join(' '),
    ...advice.flatMap(([label, text]) => (text ? [`${bold(`${label}:`)} ${mono(text)}`] : [])),
    ...(settings && server ? [`${bold(`Settings of ${server.name}:`)} ${settings}`] : []),
  ];
  const log = logOf(rows);
  const links = pages.map(([path, label]) => [address(path), label] as const);
  return {
    markdown: [
      ...paragraphs(
        (text) => `**${text}**`,
        (text) => text,
      ),
      ['```text', log.replaceAll('```', "'''"), '```'].join('\n'),
      links.map(([href, label]) => `- [${label}](${href})`).join('\n'),
    ].join('\n\n'),
    plain: [
      ...paragraphs((text) => text, plain),
      log,
      links.map(([href, label]) => `${label}: ${href}`).join('\n'),
    ].join('\n\n'),
  };
}
