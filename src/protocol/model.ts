/**
 * The reply sequences of the commands, ready for questions. Built from data (content/commands), so that a
 * build, a test and a browser can each bring the same records.
 */
import type { CommandRecord, SequenceStep } from './records.ts';

const none: ReadonlySet<number> = new Set();

/** The order in which RFC 959 §5.4 lists the commands; later ones follow in the order they come in. */
const tableOrder: readonly string[] = [
  ...[
    '(connect)',
    'USER',
    'PASS',
    'ACCT',
    'CWD',
    'CDUP',
    'SMNT',
    'REIN',
    'QUIT',
    'PORT',
    'PASV',
    'MODE',
    'TYPE',
  ],
  ...['STRU', 'ALLO', 'REST', 'RETR', 'STOR', 'STOU', 'APPE', 'LIST', 'NLST', 'RNFR', 'RNTO', 'ABOR', 'DELE'],
  ...['RMD', 'MKD', 'PWD', 'SITE', 'SYST', 'STAT', 'HELP', 'NOOP'],
];

function rank({ verb, status }: CommandRecord): number {
  const place = tableOrder.indexOf(verb);
  return place >= 0 ? place : tableOrder.length + (status === 'standard' ? 0 : 1);
}

/** A place where a reply can stand: the first reply to a verb (`after` null), or one that follows a 1xx. */
export interface Place {
  readonly verb: string;
  readonly after: number | null;
  readonly source: string;
}

export class Model {
  readonly commands: readonly CommandRecord[];
  readonly #byVerb: ReadonlyMap<string, CommandRecord>;
  readonly #first = new Map<string, Set<number>>();
  readonly #after = new Map<string, Map<number, Set<number>>>();
  readonly #next = new Map<string, Map<number, readonly string[]>>();
  readonly #places = new Map<number, Place[]>();

  constructor(commands: readonly CommandRecord[]) {
    this.commands = commands.toSorted((a, b) => rank(a) - rank(b));
    this.#byVerb = new Map(commands.map((command) => [command.verb, command]));
    for (const command of this.commands) {
      this.#first.set(command.verb, new Set());
      this.#after.set(command.verb, new Map());
      this.#next.set(command.verb, new Map());
      for (const step of command.sequence) this.#add(command, step);
    }
  }

  #add(command: CommandRecord, step: SequenceStep): void {
    const { verb } = command;
    if (step.after !== null && step.thenCommand) this.#next.get(verb)?.set(step.after, step.thenCommand);
    // A reply to another command that the step only mentions (426 before ABOR's 226) is no place of this verb's.
    if (step.after !== null && command.relatedReplies?.includes(step.after)) return;
    for (const code of step.then ?? []) {
      const places = this.#places.get(code) ?? [];
      places.push({ verb, after: step.after, source: step.source });
      this.#places.set(code, places);
      if (step.after === null) this.#first.get(verb)?.add(code);
      else {
        const after = this.#after.get(verb);
        after?.set(step.after, (after.get(step.after) ?? new Set()).add(code));
      }
    }
  }

  command(verb: string): CommandRecord | undefined {
    return this.#byVerb.get(verb);
  }

  /** The replies that can be the first to a verb; empty for an unknown verb. */
  first(verb: string): ReadonlySet<number> {
    return this.#first.get(verb) ?? none;
  }

  /** The replies that may follow `code` in the same exchange. */
  after(verb: string, code: number): ReadonlySet<number> {
    return this.#after.get(verb)?.get(code) ?? none;
  }

  /** The commands that a 3xx reply to the verb asks for. */
  next(verb: string, code: number): readonly string[] {
    return this.#next.get(verb)?.get(code) ?? [];
  }

  /** Every place a reply code can stand, in the order of the commands. */
  places(code: number): readonly Place[] {
    return this.#places.get(code) ?? [];
  }

  /** The verbs that may get the code, each once. */
  verbs(code: number): readonly string[] {
    return [...new Set(this.places(code).map((place) => place.verb))];
  }

  /** The 1xx replies that can start an exchange of the verb. */
  preliminaries(verb: string): readonly number[] {
    return [...(this.#after.get(verb)?.keys() ?? [])].filter((code) => code < 200);
  }
}
