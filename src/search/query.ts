/**
 * Reads what was typed into the search box, without the network: codes, pairs in any spelling, classes, groups
 * and commands have an answer at once; the remaining words are for the full-text index.
 */
import { decisive, repliesIn } from './replies.ts';
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
  /** The reply code that the query is about, if it is about one. */
  readonly code: number | null;
  /** What stands behind that code on its line; without a code, the whole query. */
  readonly text: string;
  /** For the full-text index: at most 12 words, lower case; empty if the answers say it all. */
  readonly words: string;
}

/** Longer input is cut: a log's failure stands early enough, and a paste of 100 kB must not stall the page. */
const mostCharacters = 20_000;
const mostWords = 12;

/** Words that say only that the rest is about FTP, or that two codes are to be compared. */
const noise = new Set(
  (
    'ftp ftps error errors err code codes reply response status message vs versus or and the a an of to is in my why what ' +
    'does mean how difference between with compare command end ends winsock socket und oder et y e unterschied ' +
    'zwischen différence diferencia entre v x same as s'
  ).split(' '),
);

const saysNothing = (part: string): boolean => part === '' || /^\d+$/.test(part) || noise.has(part);

const clean = (text: string): string =>
  text
    .slice(0, mostCharacters)
    .replace(/[[\p{Cc}\p{Cf}]--[\r\n\t]]/gv, ' ')
    // err550, ftp-550 and 550vs553 are words with a code in them
    .replace(/\b(ftps?|err(?:or)?|code|reply|status)[-_#]?(?=[1-6]\d\d(?!\d))/gi, '$1 ')
    .replace(/(?<!\d)([1-6]\d\d)(vs|or|and|und|oder|v|x)(?=[1-6]\d\d(?!\d))/gi, '$1 $2 ')
    // z/OS puts the command's number in front: Std Return Code = 16550
    .replace(/(\breturn code\s*=\s*)\d{1,2}(?=[1-6]\d\d\b)/gi, '$1')
    .trim();

const alone = (text: string): number[] =>
  [...text.matchAll(/(?<![\d.,:])(\d{5}|\d{3})(?![\d]|[.,:]\d)/g)].map(([, digits]) => Number(digits));

/** Two codes that a few words put side by side: "450 or 451 for a locked file", "is 530 the same as 550?". */
const sideBySide =
  /(?<![\d.,:/])(\d{3}|\d{5})(?: ?[,;/|&+-] ?| (?:vs\.?|versus|or|and|und|oder|et|ou|y|o|e|the same as|instead of|rather than|not|to|against)(?: an?| the)? | )(?:error |code |ftp )?(\d{3}|\d{5})(?![\d]|[.,:/]\d)/i;

/** null in a log, in an address, and where a server's words follow the first code. */
function twoIn(text: string): number[] | null {
  if (text.includes('\n')) return null;
  const match = sideBySide.exec(text);
  const all = alone(text.replaceAll(',', ' '));
  return match && match[1] !== match[2] && new Set(all).size === 2
    ? [Number(match[1]), Number(match[2])]
    : null;
}

/** "125451" is two codes that somebody pasted together. */
function joined(text: string): number[] {
  const match = /^(\d{3})(\d{3})$/.exec(text);
  return match ? [Number(match[1]), Number(match[2])] : [];
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

/** Verbs that are words of everyday English, or of every complaint. */
const english = new Set(
  'list help site stat mode type user pass port rest size host lang hash quit mail auth connect conf comb'.split(
    ' ',
  ),
);

function commandIn(text: string, vocabulary: Vocabulary): Answer[] {
  const words = text.split(/[^\p{L}\d]+/u).filter((word) => word !== '' && !noise.has(word.toLowerCase()));
  // "retr" alone, "RETR command" or "RETR file.txt": the verb stands first. In a sentence ("list is empty") a
  // lower-case verb is a word like any other.
  const [first, ...rest] = words;
  if (first === undefined) return [];
  // "which replies can MKD get": a question about the verb, wherever it stands.
  const asked =
    /\b(?:commands?|verb|repl(?:y|ies)|answers?|syntax|arguments?|what (?:does|is)|how to use)\b/i.test(text);
  const shouted = asked ? words.find((word) => word.length > 2 && vocabulary.commands.has(word)) : undefined;
  if (shouted !== undefined) return [{ kind: 'command', verb: shouted }];
  const verb = first.toUpperCase();
  if (vocabulary.commands.has(verb) && (rest.length === 0 || first === verb || /^\S+ -\w/.test(text)))
    return [{ kind: 'command', verb }];
  // "how to use epsv": a verb that is no English word is meant, wherever it stands in a short query.
  const found = words.find(
    (word) => word.length > 3 && !english.has(word) && vocabulary.commands.has(word.toUpperCase()),
  );
  return found !== undefined && words.length <= 5 ? [{ kind: 'command', verb: found.toUpperCase() }] : [];
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

const lettersIn = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .slice(0, 4000)
    .match(/[\p{L}\d][\p{L}\d'_-]*/gu) ?? [];

/** Reads a query; never throws, whatever the text. */
export function readQuery(raw: string, vocabulary: Vocabulary): Query {
  const text = clean(raw);
  const words = lettersIn(text).filter(
    (word) => !word.split(/[-_'’]|(?<=\d)(?=\D)|(?<=\D)(?=\d)/).every(saysNothing),
  );
  const has = (code: number) => vocabulary.codes.has(code);
  const two = twoIn(text);
  const numbers = two ?? (words.length === 0 ? [...new Set([...joined(text), ...alone(text)])] : []);

  const [first, second] = numbers.filter(has);
  if (first !== undefined && second !== undefined && first !== second && numbers.filter(has).length === 2) {
    const [low, high] = first < second ? [first, second] : [second, first];
    const both = [first, second].map((code): Answer => ({ kind: 'code', code }));
    return {
      answers: [{ kind: 'pair', low, high }, ...both],
      code: null,
      text: '',
      words: words.slice(0, mostWords).join(' '),
    };
  }

  const replies = repliesIn(text).filter(({ code }) => has(code));
  const main = decisive(text, replies);
  const socket = alone(text).find((number) => isSocketError(number) && has(number));
  const code = main && (socket === undefined || main.certainty > 1) ? main.code : (socket ?? null);
  if (code !== null) {
    // In a sentence other codes may be meant too; in a log they are only what came on the way.
    const others = text.includes('\n')
      ? []
      : replies.filter(({ certainty }) => certainty === main?.certainty);
    const codes = [...new Set([code, ...others.map((one) => one.code)])].slice(0, 4);
    return {
      answers: codes.map((one): Answer => ({ kind: 'code', code: one })),
      code,
      text: main?.code === code ? main.text : text,
      words: words.slice(0, mostWords).join(' '),
    };
  }
  const answers = [...commandIn(text, vocabulary), ...classOrGroup(text)];
  if (answers.length === 0 && words.length === 0) answers.push(...unknownCode(numbers, vocabulary));
  return { answers, code: null, text, words: words.slice(0, mostWords).join(' ') };
}
