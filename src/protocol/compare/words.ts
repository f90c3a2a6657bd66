/** Relations in sentences. Everything here is whole sentences; nothing is glued from parts of unknown form. */
import { classOf } from '../digits.ts';
import type { Model } from '../model.ts';
import type { CodeRecord } from '../records.ts';
import type { Relation } from './relation.ts';
import { preferred } from './relations.ts';

/** "RETR", "RETR and STOR", "RETR, STOR and LIST"; of more than `most`, "RETR, STOR, LIST and 9 other commands". */
export function verbList(verbs: readonly string[], most = 6): string {
  const words = verbs.map((verb) => (verb === '(connect)' ? 'a new connection' : verb));
  const shown = words.length > Math.max(most, 4) ? words.slice(0, 3) : words;
  const rest = words.length - shown.length;
  const items = rest > 0 ? [...shown, `${rest} other commands`] : shown;
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}

/** "RETR", or "one command, for example RETR" where there are several. */
const oneOf = (verbs: readonly string[]): string =>
  verbs.length > 1 ? `one command, for example ${verbs[0] ?? ''}` : (verbs[0] ?? '');

/** What a code does, for a sentence about two that have little in common: "answers PWD", "ends a transfer". */
export function roleOf(code: number, model: Model): string {
  const places = model.places(code);
  const verbs = preferred(model.verbs(code), model);
  if (places.length === 0) return 'belongs to no command of the FTP documents';
  if (verbs.includes('(connect)')) return 'greets a new connection';
  if (code < 200)
    return `${places.some(({ after }) => after === null) ? 'starts' : 'reports progress in'} ${verbList(verbs, 3)}`;
  const late = places.every(({ after }) => after !== null);
  return `${late ? 'ends' : 'answers'} ${verbList(verbs, 3)}`;
}

/** "150", or "125 or 150": the replies that a later reply to the verbs has before it. */
function preliminaryList(late: number, verbs: readonly string[], model: Model): string {
  const [verb = ''] = verbs;
  return model
    .preliminaries(verb)
    .filter((code) => code !== 110 && model.after(verb, code).has(late))
    .join(' or ');
}

/** 110 is no answer: the server reports it while the command runs (RFC 1123 §4.1.3.4). */
const answering = (code: number): string =>
  code === 110 ? 'can be reported during' : 'is one possible answer to';

/** The relation as one sentence (or two) that names both codes: the start of the answer. */
export function relationSentence(
  relation: Relation,
  low: CodeRecord,
  high: CodeRecord,
  model: Model,
): string {
  const [a, b] = [low.code, high.code];
  switch (relation.kind) {
    case 'sequence': {
      const { first, second, verbs } = relation;
      if (verbs[0] === '(connect)')
        return `${first} comes first and ${second} follows it before anybody can log in.`;
      return second >= 400
        ? `${first} comes first and promises another reply; ${second} can be that reply, for example to ${verbs[0] ?? ''}.`
        : `${first} comes first and ${second} follows it in the same exchange, for example ${verbs[0] ?? ''}.`;
    }
    case 'endings':
      return `${a} and ${b} are two ways to end ${oneOf(relation.verbs)}.`;
    case 'openings':
      return relation.verbs.includes('(connect)')
        ? `The first line of a session can be ${a} or ${b}, but not both${b === 421 ? '; 421 can also follow later' : ''}.`
        : `${a} and ${b} are two possible answers to ${oneOf(relation.verbs)}.`;
    case 'early-late': {
      const { early, late, verbs } = relation;
      const start = early >= 400 ? 'refuses at once' : 'comes at once';
      return `In answer to ${verbList(verbs, 4)}, ${early} ${start}; ${late} comes only after ${preliminaryList(late, verbs, model)}.`;
    }
    case 'dialogue': {
      const { first, second, verb, next } = relation;
      return verb === next
        ? `${first} in answer to ${verb} asks for another ${next}, and ${second} is one possible answer to that second one.`
        : `${first} in answer to ${verb} asks for ${next}, and ${second} ${answering(second)} that ${next}.`;
    }
    case 'sequel': {
      const { first, second, verb, next } = relation;
      const start = verb === '(connect)' ? `${first} greets the connection` : `${first} answers ${verb}`;
      return `${start}; ${second} ${answering(second)} ${verb === '(connect)' ? 'a' : 'the'} command that follows, such as ${next}.`;
    }
    case 'abort':
      return `${a} and ${b} are two ways for a transfer to end; where ABOR cuts it short, ${relation.transfer} ends the transfer and ${relation.abort} then answers ABOR.`;
    case 'counterparts':
      return `${a} answers ${relation.low} and ${b} answers ${relation.high}: two commands with one purpose, since either ${relation.purpose}.`;
    case 'envelope':
      return relation.inner >= 600
        ? `${a} and ${b} are both envelopes for another reply; they differ in how that reply is protected.`
        : model.places(relation.inner).length === 0 && relation.inner !== 421
          ? `${relation.outer} is an envelope for another reply; ${relation.inner} belongs to no command in the FTP documents and is not to be expected inside.`
          : relation.inner === 120 || relation.inner === 220
            ? `${relation.outer} is an envelope for another reply; it cannot hold ${relation.inner} as a greeting, because that comes before any protection.`
            : `${relation.outer} is an envelope for another reply; decoded, it can turn out to be ${relation.inner}.`;
    case 'hang-up':
      if (relation.other === 221)
        return '221 and 421 both end the session: 221 because the client asked for it, 421 because the server decided so.';
      return `421 can take the place of ${relation.other} or of any other reply, and the session ends with it.`;
    case 'session':
      return `${a} ${roleOf(a, model)}; ${b} ${roleOf(b, model)}.`;
    case 'unplaced': {
      const old = relation.unplaced.filter((code) => code !== relation.successor);
      if (relation.successor !== null) {
        const former = relation.successor === a ? b : a;
        return `${former} is not a reply of today's FTP; ${relation.successor} is the standard code for what it was meant to say.`;
      }
      return old.length === 2
        ? `Neither ${a} nor ${b} belongs to a command in the FTP documents: both are known from lists or from single programs.`
        : `${old[0] ?? a} belongs to no command in the FTP documents, whereas ${old[0] === a ? b : a} ${roleOf(old[0] === a ? b : a, model)}.`;
    }
    case 'no-reply':
      return `${relation.reply} is a reply that a server sent; ${relation.socket} is an error of your own machine, and no server sent it.`;
    case 'no-replies':
      return `Neither ${a} nor ${b} is an FTP reply: both are errors that your own machine reports about a connection.`;
  }
}

const verb = (code: number): string => (classOf(code) === 'client-side' ? 'means' : 'says');

/** What each code says: the second half of the answer. */
export const meaningSentence = (low: CodeRecord, high: CodeRecord): string =>
  `${low.code} ${verb(low.code)} that ${low.says}; ${high.code} ${verb(high.code)} that ${high.says}.`;

/**
 * The relation in a few words, as seen from `own`: for lists. null where the two share no command and the words
 * would only say so.
 */
export function meetWord(relation: Relation, own: number): string | null {
  switch (relation.kind) {
    case 'sequence':
      return relation.first === own ? 'can follow it in one exchange' : 'comes before it in one exchange';
    case 'endings':
      return 'another end of the same command';
    case 'openings':
      return 'another answer to the same command';
    case 'early-late':
      return relation.early === own ? 'comes later, in the transfer' : 'comes earlier, before any data';
    case 'dialogue':
    case 'sequel':
      return relation.first === own ? 'answers a command after it' : 'answers a command before it';
    case 'abort':
      return 'together around ABOR';
    case 'counterparts':
      return 'same purpose, other command';
    case 'envelope':
      return relation.outer === own ? 'can be inside it' : 'can carry it, protected';
    case 'hang-up':
      return relation.other === own ? 'can come in its place' : 'can be replaced by it';
    case 'unplaced':
      return relation.successor === null
        ? null
        : relation.successor === own
          ? 'an older code for it'
          : 'the standard code for it';
    case 'session':
    case 'no-reply':
    case 'no-replies':
      return null;
  }
}
