/**
 * A page in the few lines that fit a ticket, as two forms for the clipboard. Pure: the browser composes them from
 * the record that the page carries.
 *
 * One text serves plain fields and Markdown alike: blank lines part its blocks, lists start with "- ", literals
 * stand in backticks, the address is bare. Bold or a titled link would show as asterisks and brackets wherever
 * Markdown is not read. The link of the rich form has the bare address as its words for the same reason: GitHub's
 * field takes links out of the rich form and looks for their words in the text
 * (https://github.com/github/paste-markdown, src/paste-markdown-html.ts).
 */

/** Prose in which backticks mark what is quoted literally: a paragraph, or the items of a list. */
export type Block = string | readonly string[];

export interface Advice {
  readonly blocks: readonly Block[];
  /** The section of the page that says more; '' for the page as a whole. */
  readonly anchor: string;
}

export const readerIds = ['client', 'server'] as const;
export type Reader = (typeof readerIds)[number];

export const readerNames: Readonly<Record<Reader, string>> = {
  client: 'If you are connecting',
  server: 'If you run the server',
};

export interface Ticket {
  /** "FTP 451: Local error in processing" */
  readonly title: string;
  readonly blocks: readonly Block[];
  /** What to do; a page that advises nobody has none. */
  readonly advice: { readonly [Who in Reader]?: Advice };
  /** Stands behind the advice, for every reader. */
  readonly closing?: Block;
}

export interface TicketForms {
  /** Plain text that is Markdown too. */
  readonly text: string;
  readonly html: string;
}

export const isReader = (value: string): value is Reader => readerIds.some((id) => id === value);

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Every second piece between backticks is a literal. */
const marked = (prose: string): string =>
  prose
    .split('`')
    .map((piece, index) => (index % 2 === 0 ? escaped(piece) : `<code>${escaped(piece)}</code>`))
    .join('');

const isList = (block: Block): block is readonly string[] => typeof block !== 'string';

const asText = (block: Block): string =>
  isList(block) ? block.map((item) => `- ${item}`).join('\n') : block;

const asHtml = (block: Block): string =>
  isList(block)
    ? `<ul>${block.map((item) => `<li>${marked(item)}</li>`).join('')}</ul>`
    : `<p>${marked(block)}</p>`;

/** The blocks under a reader's name; a single sentence stands behind it. */
function addressed(reader: Reader, { blocks }: Advice): readonly Block[] {
  const [first, ...rest] = blocks;
  const name = `${readerNames[reader]}:`;
  return typeof first === 'string' ? [`${name} ${first}`, ...rest] : [name, ...blocks];
}

/**
 * @param reader whom the advice is for; null for all whom the page advises
 * @param page the page's absolute address, without a fragment
 */
export function ticketForms(ticket: Ticket, reader: Reader | null, page: string): TicketForms {
  const chosen = readerIds.flatMap((who) => {
    const advice = reader === null || reader === who ? ticket.advice[who] : undefined;
    return advice ? addressed(who, advice) : [];
  });
  const blocks = [...ticket.blocks, ...chosen, ...(ticket.closing ? [ticket.closing] : [])];
  const anchor = reader === null ? '' : (ticket.advice[reader]?.anchor ?? '');
  const address = anchor === '' ? page : `${page}#${anchor}`;
  return {
    text: [ticket.title, ...blocks.map(asText), address].join('\n\n'),
    html: [
      `<p><strong>${escaped(ticket.title)}</strong></p>`,
      ...blocks.map(asHtml),
      `<p><a href="${escaped(address)}">${escaped(address)}</a></p>`,
    ].join(''),
  };
}
