/** What the page shows of a reading: the finding in words, and the turns as rows. Made in the worker; plain data. */
import type { Brief } from '../evidence/schemas.ts';
import type { Decoded } from './decode.ts';
import { certainties } from './findings/finding.ts';
import type { KnownFinding } from './knowledge.ts';
import { readingOf } from './readings.ts';
import type { Recollection } from './recall.ts';
import { Masker } from './secrets.ts';
import type { ReplyTurn, Turn } from './turn.ts';

export interface Row {
  /** Place among the rows. */
  readonly index: number;
  readonly kind: Turn['kind'];
  readonly line: number;
  /** Without secrets; lines of a reply parted by \n. */
  readonly text: string;
  readonly code: number | null;
  /** The code has a page. */
  readonly known: boolean;
  readonly verb: string | null;
  /** The command has a page. */
  readonly knownVerb: boolean;
  /** One or two sentences; empty where there is nothing to say. */
  readonly says: string;
  readonly mark: 'failure' | 'cause' | 'support' | 'harmless' | null;
}

export interface Finding {
  /** For the page's contract: "none" where nothing could be told. */
  readonly id: string;
  readonly title: string;
  /** What this log shows, with its values; empty if nothing particular. */
  readonly shows: string;
  readonly brief: Brief;
  readonly sure: string;
  /** Addresses below the site's base, and what they are called. */
  readonly pages: readonly (readonly [path: string, label: string])[];
  readonly server: { readonly id: string; readonly name: string; readonly version: string | null } | null;
  /** Settings of that server that belong to the finding. */
  readonly directives: readonly (readonly [name: string, does: string])[];
  /** When a server is known to send the failing reply's words. */
  readonly known: string;
}

export interface Place {
  readonly index: number;
  readonly line: number;
}

export interface Report {
  readonly finding: Finding;
  readonly counts: {
    readonly lines: number;
    readonly commands: number;
    readonly replies: number;
    readonly rows: number;
  };
  readonly failure: Place | null;
  readonly cause: Place | null;
}

const sentence = (clause: string): string =>
  clause === ''
    ? ''
    : `${clause.charAt(0).toUpperCase()}${clause.slice(1)}${/[.!?]$/.test(clause) ? '' : '.'}`;

/** Ids under which nothing was found out. */
const nothing: ReadonlySet<string> = new Set(['none', 'no-replies']);

export class Reporter {
  readonly #decoded: Decoded;
  readonly #recollection: Recollection;
  readonly #masker: Masker;
  readonly #codes: ReadonlyMap<number, string>;
  readonly #verbs: ReadonlyMap<string, string>;
  readonly #marks: ReadonlyMap<Turn, Exclude<Row['mark'], null>>;

  constructor(decoded: Decoded, recollection: Recollection) {
    const { knowledge } = recollection;
    this.#decoded = decoded;
    this.#recollection = recollection;
    this.#masker = new Masker(decoded.turns);
    this.#codes = new Map(knowledge.codes.map(([code, , says]) => [code, says]));
    this.#verbs = new Map(knowledge.verbs.map(([verb, name]) => [verb, name]));
    const { failure, cause, support, harmless } = decoded.diagnosis;
    this.#marks = new Map<Turn, Exclude<Row['mark'], null>>([
      ...harmless.map((turn) => [turn, 'harmless'] as const),
      ...support.map((turn) => [turn, 'support'] as const),
      ...(cause ? [[cause, 'cause'] as const] : []),
      ...(failure ? [[failure, 'failure'] as const] : []),
    ]);
  }

  report(): Report {
    const { turns, lines, diagnosis } = this.#decoded;
    const count = (kind: Turn['kind']) => turns.reduce((sum, turn) => sum + (turn.kind === kind ? 1 : 0), 0);
    return {
      finding: this.#finding(),
      counts: { lines, commands: count('command'), replies: count('reply'), rows: turns.length },
      failure: this.#place(diagnosis.failure),
      cause: this.#place(diagnosis.cause),
    };
  }

  #place(turn: Turn | null): Place | null {
    return turn ? { index: this.#decoded.turns.indexOf(turn), line: turn.line } : null;
  }

  /** Rows from one place up to another, which is left out. */
  rows(from: number, to: number): readonly Row[] {
    return this.#decoded.turns.slice(from, to).map((turn, offset) => this.#row(turn, from + offset));
  }

  #row(turn: Turn, index: number): Row {
    const code = turn.kind === 'reply' ? turn.code : null;
    const verb = turn.kind === 'command' ? turn.verb : null;
    return {
      index,
      kind: turn.kind,
      line: turn.line,
      text: this.#masker.turn(turn),
      code,
      known: code !== null && this.#codes.has(code),
      verb,
      knownVerb: verb !== null && this.#verbs.has(verb),
      says: this.#says(turn),
      mark: this.#marks.get(turn) ?? null,
    };
  }

  #says(turn: Turn): string {
    if (turn.kind !== 'reply') return '';
    const { session } = this.#decoded.diagnosis;
    const exchange = session.of(turn);
    const reading = readingOf(turn, exchange, session.host);
    const harmless = this.#marks.get(turn) === 'harmless' ? 'The session went on without it.' : '';
    // What this server means by the words it failed with is more than what the number means.
    const own = this.#marks.get(turn) === 'failure' ? this.#knownWords(turn) : '';
    const meaning = this.#codes.get(turn.code);
    const said =
      own ||
      (meaning === undefined
        ? 'No code of that number is known; its first digit is what counts.'
        : sentence(meaning));
    return [reading === null ? said : this.#masker.text(reading), this.#greeting(turn), harmless]
      .filter(Boolean)
      .join(' ');
  }

  #greeting(turn: ReplyTurn): string {
    const { server } = this.#decoded.diagnosis;
    if (turn.code !== 220 || !server) return '';
    return `Server: ${server.server.name}${server.version === null ? '' : ` ${server.version}`}, by its words.`;
  }

  /** Where the server, or few servers, are known to send these very words. */
  #knownWords(reply: ReplyTurn | null): string {
    if (!reply) return '';
    const { server, session } = this.#decoded.diagnosis;
    const { knowledge } = this.#recollection;
    const verb = session.of(reply)?.verb ?? '';
    const rows = this.#recollection.recall(reply);
    const row = rows.find(([, , servers]) => (server ? servers.includes(server.index) : servers.length <= 2));
    if (!row) return '';
    const [, , servers, cases] = row;
    const fit =
      cases.filter(([commands]) => commands.includes(verb)).length > 0
        ? cases.filter(([commands]) => commands.includes(verb))
        : cases.filter(([commands]) => commands.includes('*'));
    const whens = [...new Set(fit.map(([, when]) => when))];
    if (whens.length === 0) return '';
    const who =
      server?.server.name ?? servers.map((index) => knowledge.servers[index]?.name ?? '').join(' and ');
    return `${who} sends these words in ${whens.length === 1 ? 'one case' : 'these cases'}: ${whens.join('; ')}.`;
  }

  #words(id: string): KnownFinding {
    const { situations, findings } = this.#recollection.knowledge;
    const found = [...situations, ...findings].find((one) => one.id === id);
    if (!found) throw new RangeError(`no words for the finding "${id}"`);
    return found;
  }

  #label(path: string): string {
    const { situations, findings, codes, servers } = this.#recollection.knowledge;
    const id = /([^/]+)\/$/.exec(path)?.[1] ?? path;
    const code = codes.find(([number]) => String(number) === id);
    if (code) return `${code[0]} ${code[1]}`;
    return (
      [...situations, ...findings].find((one) => one.id === id)?.title ??
      servers.find((one) => one.id === id)?.name ??
      (/^\/ftp\/(?:clients|situations|servers)\/$/.test(path) ? `All ${id}` : id.replace('-vs-', ' vs '))
    );
  }

  #finding(): Finding {
    const { diagnosis } = this.#decoded;
    const { id, sure, shows, failure, server } = diagnosis;
    const words = this.#words(id);
    const { knowledge } = this.#recollection;
    const place = knowledge.situations.findIndex((one) => one.id === id);
    const pages = [
      ...words.pages,
      ...(failure && this.#codes.has(failure.code) ? [`/ftp/${failure.code}/`] : []),
      ...(server && failure ? [`/ftp/servers/${server.server.id}/`] : []),
    ];
    return {
      id: nothing.has(id) ? 'none' : id,
      title: words.title,
      shows: shows === null ? '' : this.#masker.text(shows),
      brief: words.brief,
      sure: failure || diagnosis.cause || !nothing.has(id) ? certainties[sure] : '',
      pages: [...new Set(pages)].map((path) => [path, this.#label(path)] as const),
      server: server && { id: server.server.id, name: server.server.name, version: server.version },
      directives:
        server && place >= 0
          ? server.server.directives
              .filter(([, , situations]) => situations.includes(place))
              .map(([name, does]) => [name, does] as const)
          : [],
      known: this.#masker.text(this.#knownWords(failure)),
    };
  }
}
