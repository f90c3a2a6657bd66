/**
 * Reads what was typed into the search box, without the network: codes, pairs in any spelling, classes, groups
 * and commands have an answer at once; the remaining words are for the full-text index.
 */
import { classIds, groupIds, isSocketError, type ClassId, type GroupId } from '../protocol/digits.ts';

/** What the browser knows by heart. */
export interface Vocabulary {
  readonly codes: ReadonlyMap<number, { readonly name: string; readonly when: string }>;
  readonly commands: ReadonlyMap<string, string>;
}

export type Answer =
  | { readonly kind: 'code'; readonly code: number }
  | { readonly kind: 'pair'; readonly low: number; readonly high: number }
  | { readonly kind: 'command'; readonly verb: string }
  /** `unknown`: the number that was asked for and that nobody has described. */
  | { readonly kind: 'class'; readonly id: ClassId; readonly unknown: number | null }
  | { readonly kind: 'group'; readonly id: GroupId };

export interface Query {
  /** Direct answers, best first. */
  readonly answers: readonly Answer[];
  /** For the full-text index: at most 12 words, lower case; empty if the answers say it all. */
  readonly words: string;
}

/** Longer input is cut: what decides stands in the first lines, and a paste of 100 kB must not stall the page. */
const mostCharacters = 2000;
const mostWords = 12;

/** Words that say only that the rest is about FTP; the index would require each of them on the page. */
const noise = new Set([
  'ftp',
  'ftps',
  'error',
  'errors',
  'code',
  'codes',
  'reply',
  'response',
  'status',
  'message',
  'vs',
  'versus',
  'or',
  'and',
  'the',
  'a',
  'an',
  'of',
  'to',
  'is',
  'in',
  'my',
  'why',
  'what',
  'does',
  'mean',
  'how',
  'difference',
  'between',
  'with',
  'compare',
  'command',
  'end',
  'ends',
]);

const saysNothing = (part: string): boolean => part === '' || /^\d+$/.test(part) || noise.has(part);

const clean = (text: string): string =>
  text
    .slice(0, mostCharacters)
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .trim();

/** Numbers of three or five digits that stand alone, the known ones first named first. */
function numbersIn(text: string): readonly number[] {
  const joined = /^(\d{3})(\d{3})$/.exec(text);
  if (joined) return [Number(joined[1]), Number(joined[2])];
  const found = text.matchAll(/(?<![\d.,:])(\d{5}|\d{3})(?![\d]|[.,:]\d)/g);
  return [...new Set([...found].map(([, digits]) => Number(digits)))];
}

function classOrGroup(text: string): Answer[] {
  const words = text.toLowerCase().split(/\s+/);
  const id = classIds.find(
    (candidate) => words.includes(candidate) || words.includes(candidate.replace('xx', 'yz')),
  );
  if (id && id !== 'client-side') return [{ kind: 'class', id, unknown: null }];
  const group = groupIds.find((candidate) => words.includes(candidate));
  return group ? [{ kind: 'group', id: group }] : [];
}

function commandIn(text: string, vocabulary: Vocabulary): Answer[] {
  const words = text.split(/[^\p{L}\d]+/u).filter((word) => word !== '' && !noise.has(word.toLowerCase()));
  // "retr" alone, "RETR command" or "RETR file.txt": the verb stands first. In a sentence ("list is empty") a
  // lower-case verb is a word like any other.
  const [first, ...rest] = words;
  if (first === undefined) return [];
  const verb = first.toUpperCase();
  if (!vocabulary.commands.has(verb)) return [];
  return rest.length === 0 || first === verb ? [{ kind: 'command', verb }] : [];
}

/** A number that nobody has described leads to its class, whatever its second digit: 499 is still a 4yz. */
function unknownCode(numbers: readonly number[], vocabulary: Vocabulary): Answer[] {
  const unknown = numbers.find(
    (number) =>
      !vocabulary.codes.has(number) && (/^[1-6]\d\d$/.test(String(number)) || isSocketError(number)),
  );
  if (unknown === undefined) return [];
  const id = isSocketError(unknown)
    ? 'client-side'
    : classIds.find((candidate) => candidate[0] === String(unknown)[0]);
  return id ? [{ kind: 'class', id, unknown }] : [];
}

/** Reads a query; never throws, whatever the text. */
export function readQuery(raw: string, vocabulary: Vocabulary): Query {
  const text = clean(raw);
  const numbers = numbersIn(text);
  const known = numbers.filter((number) => vocabulary.codes.has(number));
  const letters = text.toLowerCase().match(/[\p{L}\d][\p{L}\d'_-]*/gu) ?? [];
  const words = letters.filter((word) => !word.split(/[-_]|(?<=\d)(?=\D)|(?<=\D)(?=\d)/).every(saysNothing));

  const [first, second] = known;
  const answers: Answer[] = [];
  if (first !== undefined && second !== undefined && known.length === 2 && words.length === 0) {
    const [low, high] = first < second ? [first, second] : [second, first];
    answers.push({ kind: 'pair', low, high });
  }
  answers.push(...known.slice(0, 4).map((code): Answer => ({ kind: 'code', code })));
  if (known.length === 0) answers.push(...commandIn(text, vocabulary), ...classOrGroup(text));
  if (known.length === 0 && words.length === 0) answers.push(...unknownCode(numbers, vocabulary));
  return { answers, words: words.slice(0, mostWords).join(' ') };
}
