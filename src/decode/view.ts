/** How a finding and the rows look. Text only: nothing of a log is read as markup. */
import { classes, classOf, isReplyCode } from '../protocol/digits.ts';
import { urls } from '../urls.ts';
import type { Finding, Place, Report, Row } from './report.ts';

type Content = readonly (Node | string)[];

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...content: Content
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

function link(href: string, className: string, text: string): HTMLAnchorElement {
  const made = element('a', className, text);
  made.href = href;
  return made;
}

/** `code` in prose. */
export const prose = (text: string): Content =>
  text.split('`').map((part, index) => (index % 2 === 1 ? element('code', '', part) : part));

const digitOf = (code: number): string | undefined =>
  isReplyCode(code) ? classes[classOf(code)].digit : undefined;

const marks = {
  failure: 'The session failed here.',
  cause: 'The cause.',
  support: '',
  harmless: '',
} as const;

export const turnId = (index: number): string => `turn-${index}`;

const speakers = { command: ['→', 'Client: '], reply: ['←', 'Server: '], note: ['', ''] } as const;

function said(row: Row): HTMLElement {
  const [arrow, speaker] = speakers[row.kind];
  const sign = element('span', 'arrow', arrow);
  sign.setAttribute('aria-hidden', 'true');
  const lead: Content = arrow ? [sign, ' ', element('span', 'sr', speaker)] : [];
  const own = row.code === null ? row.verb : String(row.code);
  if (own === null || !row.text.toUpperCase().startsWith(own)) return element('p', 'said', ...lead, row.text);
  const target =
    row.code === null ? (row.knownVerb ? urls.command(own) : '') : row.known ? urls.code(row.code) : '';
  const name = row.code === null ? 'verb' : 'code';
  const shown = row.text.slice(0, own.length);
  return element(
    'p',
    'said',
    ...lead,
    target ? link(target, name, shown) : element('span', name, shown),
    row.text.slice(own.length),
  );
}

/** A turn; the failing one and its cause can be reached by keyboard. */
export function rowItem(row: Row): HTMLLIElement {
  const item = document.createElement('li');
  item.id = turnId(row.index);
  item.dataset['kind'] = row.kind;
  item.dataset['line'] = String(row.line);
  if (row.code !== null) {
    item.dataset['code'] = String(row.code);
    const digit = digitOf(row.code);
    if (digit !== undefined) item.dataset['class'] = digit;
  }
  if (row.verb !== null) item.dataset['verb'] = row.verb;
  if (row.mark === 'failure') item.dataset['failure'] = '';
  if (row.mark === 'cause') item.dataset['cause'] = '';
  if (row.mark === 'failure' || row.mark === 'cause') item.tabIndex = -1;
  const mark = row.mark === null ? '' : marks[row.mark];
  const parts: Node[] = [element('span', 'n', String(row.line)), said(row)];
  if (row.says || mark)
    parts.push(element('p', 'says', ...(mark ? [element('span', 'mark', mark)] : []), row.says));
  item.append(...parts);
  return item;
}

/** The link that leads to a turn. */
function jump({ index, line }: Place, text: string): HTMLAnchorElement {
  const made = link(`#${turnId(index)}`, '', `${text} (line ${line})`);
  made.dataset['jump'] = String(index);
  return made;
}

function advice({ brief, server, directives }: Finding): readonly HTMLElement[] {
  const settings = directives.map(([name, does]) =>
    element('li', '', element('code', '', name), ': ', ...prose(does)),
  );
  const entries: readonly (readonly [string, Content | undefined])[] = [
    ['If you connect', brief.client === undefined ? undefined : prose(brief.client)],
    ['If you run the server', brief.server === undefined ? undefined : prose(brief.server)],
    [`In ${server?.name ?? ''}`, settings.length > 0 ? [element('ul', '', ...settings)] : undefined],
    ['To check', brief.check === undefined ? undefined : prose(brief.check)],
  ];
  return entries.flatMap(([label, content]) =>
    content ? [element('dt', '', label), element('dd', '', ...content)] : [],
  );
}

/** The parts of the finding by the id of the element that holds each. */
export function findingParts({ finding, failure, cause }: Report): Readonly<Record<string, Content>> {
  const places: (Node | string)[] = [];
  if (failure) places.push(jump(failure, 'Go to the reply that failed'));
  if (failure && cause) places.push(' · ');
  if (cause) places.push(jump(cause, failure ? 'Go to its cause' : 'Go to the line that shows it'));
  return {
    'finding-title': [finding.title],
    'finding-shows': [finding.shows],
    'finding-cause': [
      ...prose(finding.brief.cause),
      ...(finding.sure ? [' ', element('span', 'soft', finding.sure)] : []),
    ],
    'finding-places': places,
    'finding-advice': advice(finding),
    'finding-known': prose(finding.known),
    'finding-pages': [
      'Read on: ',
      ...finding.pages.flatMap(([path, label]) => [link(urls.within(path), '', label), ' ']),
    ],
  };
}
