/** One list for one query: direct answers first, then what the full-text index finds. */
import { classes, groups } from '../protocol/digits.ts';
import { urls } from '../urls.ts';
import { findWords } from './pagefind.ts';
import { readQuery, type Answer } from './query.ts';
import { vocabulary } from './vocabulary.ts';

export interface Hit {
  readonly url: string;
  readonly kind: string;
  readonly title: string;
  readonly summary: string;
  /** Text with the words found between <mark> tags, everything else escaped; empty for direct answers. */
  readonly excerpt: string;
}

const nameOf = (code: number): string => vocabulary.codes.get(code)?.name ?? '';

function hitOf(answer: Answer): Hit {
  const plain = { excerpt: '' };
  switch (answer.kind) {
    case 'code':
      return {
        ...plain,
        kind: 'Code',
        url: urls.code(answer.code),
        title: `${answer.code} ${nameOf(answer.code)}`,
        summary: vocabulary.codes.get(answer.code)?.when ?? '',
      };
    case 'pair':
      return {
        ...plain,
        kind: 'Comparison',
        url: urls.pair(answer.low, answer.high),
        title: `${answer.low} vs ${answer.high}`,
        summary: `${nameOf(answer.low)}, or ${nameOf(answer.high).toLowerCase()}`,
      };
    case 'command':
      return {
        ...plain,
        kind: 'Command',
        url: urls.command(answer.verb),
        title: answer.verb,
        summary: vocabulary.commands.get(answer.verb) ?? '',
      };
    case 'class': {
      const { name, unknown } = classes[answer.id];
      return answer.unknown === null
        ? {
            ...plain,
            kind: 'Class',
            url: urls.class(answer.id),
            title: `${answer.id} ${name}`,
            summary: classes[answer.id].tells,
          }
        : {
            ...plain,
            kind: 'Class',
            url: `${urls.class(answer.id)}#unknown`,
            title: `${answer.unknown} is a code nobody has described`,
            summary: `${name}. ${unknown}`,
          };
    }
    case 'group':
      return {
        ...plain,
        kind: 'Group',
        url: urls.group(answer.id),
        title: `${answer.id} ${groups[answer.id].name}`,
        summary: groups[answer.id].about,
      };
  }
}

/** The answers that need no network. */
export const findAtOnce = (query: string): readonly Hit[] => readQuery(query, vocabulary).answers.map(hitOf);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** All hits, each page once. Rejects if the index cannot be loaded; findAtOnce still works then. */
export async function find(query: string, most: number): Promise<readonly Hit[]> {
  const { words } = readQuery(query, vocabulary);
  const direct = findAtOnce(query);
  const found = words === '' ? [] : await findWords(words, most);
  const seen = new Set(direct.map(({ url }) => url.replace(/#.*/, '')));
  const others = found
    .filter(({ url }) => !seen.has(url))
    .map((hit) => ({ ...hit, kind: capital(hit.kind) }));
  return [...direct, ...others].slice(0, most);
}
