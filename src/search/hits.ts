/** What the list of results shows for an answer, a page, a code. */
import { classes, classIds, groupIds, groups } from '../protocol/digits.ts';
import { urls } from '../urls.ts';
import type { KnownPage } from './known.ts';
import type { Answer, Vocabulary } from './query.ts';

export interface Hit {
  readonly url: string;
  readonly kind: string;
  readonly title: string;
  readonly summary: string;
  /** Text with the words found between <mark> tags, everything else escaped; empty for direct answers. */
  readonly excerpt: string;
}

const nameOf = (code: number, { codes }: Vocabulary): string => codes.get(code)?.name ?? '';

export function codeHit(code: number, vocabulary: Vocabulary): Hit {
  return {
    kind: 'Code',
    url: urls.code(code),
    title: `${code} ${nameOf(code, vocabulary)}`,
    summary: vocabulary.codes.get(code)?.when ?? '',
    excerpt: '',
  };
}

export function hitOf(answer: Answer, vocabulary: Vocabulary): Hit {
  const plain = { excerpt: '' };
  switch (answer.kind) {
    case 'code':
      return codeHit(answer.code, vocabulary);
    case 'pair':
      return {
        ...plain,
        kind: 'Comparison',
        url: urls.pair(answer.low, answer.high),
        title: `${answer.low} vs ${answer.high}`,
        summary: `${nameOf(answer.low, vocabulary)}, or ${nameOf(answer.high, vocabulary).toLowerCase()}`,
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
      const { name, unknown, tells } = classes[answer.id];
      return answer.unknown === null
        ? {
            ...plain,
            kind: 'Class',
            url: urls.class(answer.id),
            title: `${answer.id} ${name}`,
            summary: tells,
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

export function pageHit({ kind, id, title, summary }: KnownPage, vocabulary: Vocabulary): Hit {
  const plain = { title, summary, excerpt: '' };
  switch (kind) {
    case 'code':
      return codeHit(Number(id), vocabulary);
    case 'comparison': {
      const [one = 0, other = 0] = id.split('-vs-').map(Number);
      return { ...plain, kind: 'Comparison', url: urls.pair(one, other) };
    }
    case 'situation':
      return { ...plain, kind: 'Situation', url: urls.situation(id) };
    case 'command':
      return {
        ...plain,
        kind: 'Command',
        url: urls.command(id),
        title: `${id.replace(/\W/g, '')}: ${title}`,
      };
    case 'server':
      return { ...plain, kind: 'Server', url: urls.server(id) };
    case 'client':
      return { ...plain, kind: 'Client', url: urls.client(id) };
    case 'class': {
      const known = classIds.find((one) => one === id);
      return {
        ...plain,
        kind: 'Class',
        url: known ? urls.class(known) : urls.codes,
        title: `${id} ${title}`,
      };
    }
    case 'group': {
      const known = groupIds.find((one) => one === id);
      return {
        ...plain,
        kind: 'Group',
        url: known ? urls.group(known) : urls.codes,
        title: `${id} ${title}`,
      };
    }
  }
}
