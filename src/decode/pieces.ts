/**
 * Cuts a line into what it holds: the message inside a JSON record, the command and the status of a server's access
 * log, several replies after one another where line ends were lost.
 */
import { fromForm, fromIis } from './forms.ts';
import { fromJson } from './json.ts';
import type { Lexicon } from './lexicon.ts';
import type { Piece } from './piece.ts';
import { fromError, listed } from './quotes.ts';

/**
 * Where line ends were lost: what a client's log puts in front of each line shows where they were. It is looked for
 * before what stands in front of it, which at every place of a long run of blanks would be all of the run.
 */
const lostLabels =
  /(?=(?:Status|Command|Response|Error|Befehl|Antwort|Commande|R\u00e9ponse|Statut|Comando|Respuesta):\s)(?<=\S\s+)/g;
const lostArrows = /(?=(?:<|>|-{2,4}>|<-{2,4})\s?(?:[1-6]\d\d[ -]|[A-Z]{3,4}(?:\s|$)))(?<=\S\s+)/g;
/** wget: ==> SYST ... done.    ==> PWD ... done. */
const wgetSteps = /==> ([A-Z]{3,4})\b ?(?:\(\d\) )?(.{0,1000}?) ?\.\.\. ?/g;
const numbers = /(?<![\d.,:/(\u002d])(?:(?<=[a-z.!)"'])|(?<=\s))[1-6][0-5]\d(?=[ -][\p{Lu}("'][\p{L}\d' ])/gu;

const atPlaces = (line: string, places: RegExp): readonly string[] =>
  line.split(places).map((part) => part.trim());

/** Replies, and commands between them, after one another on one line without any mark. */
function runTogether(line: string, { codes, verbs }: Lexicon): readonly Piece[] {
  const starts = [...line.matchAll(numbers)].filter(({ 0: number }) => codes.has(Number(number)));
  if (starts.length < 1) return [];
  const first = starts[0]?.index ?? 0;
  const head = line.slice(0, first).trim();
  const opening = /^(?:\W{0,3})([1-6]\d\d)[ -]/.exec(line);
  const command = /^\W{0,3}([A-Z]{3,4})(?:\s|$)/.exec(line);
  const leads = opening ? codes.has(Number(opening[1])) : command ? verbs.has(command[1] ?? '') : false;
  if (!leads && starts.length < 2) return [];
  const cuts = new Set(starts.map(({ index }) => index));
  if (opening && first === opening[0].length - 4) cuts.delete(first);
  if (leads) cuts.add(0);
  // Commands in capitals that a reply follows, or that end the line.
  for (const { index, 1: verb = '' } of line.matchAll(/(?<=\s)([A-Z]{3,4})(?=\s+\S|$)/g)) {
    if (!verbs.has(verb)) continue;
    const next = starts.find((start) => start.index > index);
    const argument = line.slice(index, next?.index ?? line.length);
    if (
      (next || starts.length > 1) &&
      argument.length < 80 &&
      !/^\w+ (?:command|or|and|required|first|failed|successful)\b/i.test(argument) &&
      !/\.\s*$/.test(argument.trim().slice(verb.length).trim().slice(0, 1))
    )
      cuts.add(index);
  }
  const places = [...cuts].toSorted((a, b) => a - b);
  if (places.length < 2) return [];
  const parts = places.map((place, index) => line.slice(place, places[index + 1] ?? line.length).trim());
  return [...(head !== '' && !cuts.has(0) ? [{ text: head }] : []), ...parts.map((text) => ({ text }))];
}

/** No reply or command is as long; what is longer is not looked at for lost line ends. */
const longestRun = 20_000;

/** @param fields the columns of an IIS log, if one has been announced */
export function pieces(line: string, fields: readonly string[], lexicon: Lexicon): readonly Piece[] {
  if (line.includes('{') && line.includes('"')) {
    const inner = fromJson(line);
    if (inner)
      return inner.flatMap(({ text, ...rest }) =>
        pieces(text, [], lexicon).map((piece) => ({ ...rest, ...piece })),
      );
  }
  if (fields.length > 0 && !line.startsWith('#')) {
    const iis = fromIis(line, fields);
    if (iis) return iis;
  }
  const form = fromForm(line);
  if (form) return form;
  if (line.includes('==> ')) {
    const steps = [...line.matchAll(wgetSteps)];
    if (steps.length > 0)
      return steps.map(({ 1: verb = '', 2: argument = '' }) => ({
        text: `${verb} ${argument}`.trim(),
        by: 'client',
      }));
  }
  // A string that spells out its line ends is one reply, whatever stands in it.
  if (line.length <= 24 || line.length > longestRun || line.includes('\\n')) return [{ text: line }];
  if (line.length > shortestRun)
    for (const [mark, places] of [
      [': ', lostLabels],
      ['> ', lostArrows],
      ['< ', lostArrows],
    ] as const) {
      // Most lines have no second mark, and looking for one without an expression is quicker.
      if (!line.includes(mark, line.indexOf(mark) + 1)) continue;
      const parts = atPlaces(line, places);
      if (parts.length > 1 && (parts.length > 2 || /^\W|^\w+:\s/.test(parts[0] ?? '')))
        return parts.map((text) => ({ text }));
    }
  if (!code.test(line) || listed.test(line)) return [{ text: line }];
  const error = announces.test(line) ? fromError(line, lexicon) : null;
  if (error) return [{ text: line, by: 'program' }, error];
  const run = couldRun.test(line) ? runTogether(line, lexicon) : [];
  return run.length > 1 ? run : [{ text: line }];
}

/** Two short turns with their marks. */
const shortestRun = 30;
const code = /[1-6][0-5]\d/;
/** Cheap signs that one of the expressions above can match. */
const announces =
  /error|fail|den(?:ied|y)|curl|respon|repl|said|report|except|refus|login|\bgot\b|\([45]|Fehler|command failed/i;
const couldRun =
  /[1-6][0-5]\d[ -].*[1-6][0-5]\d[ -]|^\W{0,3}[A-Z]{3,4}\b.*[1-6][0-5]\d[ -]|^\W{0,3}[1-6][0-5]\d[ -].*\s[A-Z]{3,4}(?:\s|$)/;
