/** One list for one query, from what is known by heart; the full-text index adds to it in find.ts. */
import { urls } from '../urls.ts';
import { codeHit, hitOf, pageHit, type Hit } from './hits.ts';
import { readQuery, type Vocabulary } from './query.ts';
import { rank, recognised, type Memory, type RecalledText } from './recall.ts';

export interface Answers {
  /** Best first, each address once. */
  readonly hits: readonly Hit[];
  /** Pages that hold few of the words: they stand behind what the full-text index finds. */
  readonly unlikely: readonly Hit[];
  /** For the full-text index; empty if nothing is left to look for. */
  readonly words: string;
  /** True if the hits say what the query is, so that the full-text index need not be loaded for it. */
  readonly sure: boolean;
}

/** What a recognised text leads to beside its code: the situations, there the row of the server, and the server. */
function evidenceHits({ known }: Memory, texts: readonly RecalledText[]): readonly Hit[] {
  const situations = texts.flatMap(({ row: [code, text, places, senders] }) => {
    const server = known.servers[senders[0] ?? -1];
    return places.slice(0, 1).flatMap((place) => {
      const situation = known.situations[place];
      return situation
        ? [
            {
              kind: 'Situation',
              url: `${urls.situation(situation[0])}${server ? `#server-${server[0]}` : ''}`,
              title: situation[1],
              summary: `${code} ${text}`,
              excerpt: '',
            },
          ]
        : [];
    });
  });
  const servers = texts.flatMap(({ row: [code, text, , senders] }) =>
    senders.slice(0, 2).flatMap((sender) => {
      const server = known.servers[sender];
      return server
        ? [
            {
              kind: 'Server',
              url: `${urls.server(server[0])}#${code}`,
              title: `${server[1]} sends it`,
              summary: `${code} ${text}`,
              excerpt: '',
            },
          ]
        : [];
    }),
  );
  return [...situations, ...servers];
}

/** What the query is, not what is only like it, where there is such a text. */
function theSurest(texts: readonly RecalledText[]): readonly RecalledText[] {
  const exact = texts.filter((text) => text.exact && recognised(text));
  return exact.length > 0 ? exact : texts.filter(recognised);
}

/** The codes of recognised texts; those nearly as good as the best count, the ones more servers use first. */
function codesOf(texts: readonly RecalledText[]): readonly number[] {
  const best = texts[0] ? rank(texts[0]) : 0;
  const near = texts.filter((one) => rank(one) > best - 0.05);
  const votes = new Map<number, number>();
  for (const { row } of near) votes.set(row[0], (votes.get(row[0]) ?? 0) + row[3].length);
  return [...votes].toSorted((a, b) => b[1] - a[1]).map(([code]) => code);
}

/** Without what a program wrote around a server's words. */
const unwrapped = (text: string): string =>
  text
    .replace(/^.*?\bftp_\w+\(\): /, '')
    .replace(/ in \/\S+ on line \d+$/, '')
    .replace(/^(?:\w+ )?(?:error|warning|failed): /i, '')
    .trim();

const typed = (text: string): boolean => /^[\p{Ll}\d ]+$/u.test(text) && text.split(' ').length <= 4;

const withoutAnchor = (url: string): string => url.replace(/#.*/, '');

export function uniquePages(hits: readonly Hit[]): readonly Hit[] {
  const seen = new Set<string>();
  return hits.filter(({ url }) => {
    const page = withoutAnchor(url);
    if (seen.has(page)) return false;
    seen.add(page);
    return true;
  });
}

/** So many pages with most of the words among their names answer a query. */
const enough = 3;

/** The share of the words with which a page answers the query. */
const likely = 0.6;
/** With this share a page is still a better guess than one that the full-text index finds. */
const possible = 0.35;

/**
 * @param memory null before it is loaded: codes, pairs, classes and commands are answered without it
 * @param most so many pages for the words, beside what the query is recognised to be
 */
export function answersTo(raw: string, vocabulary: Vocabulary, memory: Memory | null, most = 8): Answers {
  const query = readQuery(raw, vocabulary);
  const direct = query.answers.map((answer) => hitOf(answer, vocabulary));
  if (!memory || (query.words === '' && direct.length > 0))
    return {
      hits: uniquePages(direct),
      unlikely: [],
      words: query.words,
      sure: query.words === '' && direct.length > 0,
    };

  const codeHits = (codes: readonly number[]) =>
    codes.filter((code) => vocabulary.codes.has(code)).map((code) => codeHit(code, vocabulary));
  const clientHits = (id: string) =>
    memory.known.pages
      .filter((page) => page.kind === 'client' && page.id === id)
      .map((page) => pageHit(page, vocabulary));

  const pages = memory.pages(query.text.length > 80 || query.text === '' ? query.words : query.text);
  const best = pages[0]?.score ?? 0;
  const strong = pages.filter(({ score, share }) => share >= likely && score > best * 0.2);
  const fair = pages.filter((page) => page.share >= possible && !strong.includes(page)).slice(0, 4);
  const weak = pages
    .filter((page) => !strong.includes(page) && !fair.includes(page))
    .slice(0, Math.max(6, most - strong.length));

  const pageHits = [...strong.slice(0, most), ...fair].map(({ page }) => pageHit(page, vocabulary));
  const evidence: Hit[] = [];
  if (query.code !== null) {
    evidence.push(...evidenceHits(memory, theSurest(memory.texts(query.text, query.code)).slice(0, 2)));
  } else if (query.answers.every(({ kind }) => kind === 'command')) {
    const text = unwrapped(query.text);
    const name = memory.name(query.text);
    const texts = theSurest(memory.texts(text, null)).slice(0, 12);
    const sure = texts.some(({ exact, coverage, explained }) => exact || coverage * explained > 0.8);
    const line = name ?? (sure ? null : memory.line(query.text));
    if (name) evidence.push(...codeHits(name.codes), ...clientHits(name.client));
    else if (line) evidence.push(...codeHits(line.codes), ...clientHits(line.client));
    else if (texts.length > 0 && (direct.length === 0 || sure)) {
      const said = [...codeHits(codesOf(texts).slice(0, 3)), ...evidenceHits(memory, texts.slice(0, 2))];
      // Typed in small letters and without punctuation, it is a word for a problem before it is a quotation.
      const common =
        texts[0] !== undefined &&
        ((texts[0].exact && texts[0].row[3].length > 2) ||
          (query.text.split(' ').length > 3 && texts[0].coverage * texts[0].explained > 0.9));
      if (!common && (strong[0]?.called || (typed(query.text) && strong[0]?.share === 1)))
        evidence.push(...pageHits.slice(0, 1), ...said);
      else evidence.push(...said);
    }
  }
  const commandFirst = direct.length > 0 && (typed(query.text) || query.text.split(/\s+/).length <= 2);
  if (direct.length > 0 && !commandFirst && strong[0]?.called) evidence.push(...pageHits.slice(0, 1));
  const hits = query.code !== null || commandFirst ? [...direct, ...evidence] : [...evidence, ...direct];
  return {
    hits: uniquePages([...hits, ...pageHits]),
    unlikely: uniquePages(weak.map(({ page }) => pageHit(page, vocabulary))),
    words: query.words,
    sure: hits.length > 0 || strong[0]?.called === true || strong[0]?.share === 1 || strong.length >= enough,
  };
}
