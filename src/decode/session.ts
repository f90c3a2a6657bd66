/** Turns put into relation: which reply answers which command, which connection they belong to, what is in force. */
import { extendedAddress, extendedPort, sixNumbers, type DataAddress } from './addresses.ts';
import type { CommandTurn, NoteTurn, ReplyTurn, Turn } from './turn.ts';

export interface Exchange {
  /** Null for a greeting, and where the log does not show the command. */
  readonly command: CommandTurn | null;
  /** "connect" for a greeting; guessed from the replies or the client's words where the log does not show it; "" if unknown; "*" for a reply that nothing had asked for. */
  readonly verb: string;
  readonly replies: ReplyTurn[];
  /** 0-based count of the connections to the server in the log. */
  readonly connection: number;
  /** Place among the exchanges. */
  readonly index: number;
  /** What had been agreed when the command was sent. */
  readonly before: State;
  /** What is agreed once its replies are in. */
  after: State;
}

export interface State {
  readonly loggedIn: boolean;
  /** A TLS handshake was agreed to on the control connection. */
  readonly tls: boolean;
  /** PROT P was accepted. */
  readonly protected: boolean;
  readonly user: string | null;
  /** The last turn that named an address for the data connection, and what it named. */
  readonly data: {
    readonly turn: Turn;
    readonly address: DataAddress | null;
    readonly active: boolean;
  } | null;
  readonly restart: boolean;
  /** A transfer has used up an address. */
  readonly spent: boolean;
}

const fresh: State = {
  loggedIn: false,
  tls: false,
  protected: false,
  user: null,
  data: null,
  restart: false,
  spent: false,
};

export interface Session {
  /** In the order of time. */
  readonly turns: readonly Turn[];
  readonly exchanges: readonly Exchange[];
  /** The exchange of a command or reply. */
  readonly of: (turn: Turn) => Exchange | undefined;
  readonly notes: readonly NoteTurn[];
  /** The server's address as the log's notes tell it. */
  readonly host: string | null;
  readonly hasCommands: boolean;
}

export const dataVerbs: ReadonlySet<string> = new Set([
  'LIST',
  'NLST',
  'MLSD',
  'RETR',
  'STOR',
  'STOU',
  'APPE',
]);
export const openers: ReadonlySet<string> = new Set(['PASV', 'EPSV', 'PORT', 'EPRT', 'LPSV', 'LPRT', 'SPSV']);

/** What a person types or a program announces where it does not show its commands. */
const announced: readonly (readonly [RegExp, string])[] = [
  [/\bLogin failed\b/i, 'PASS'],
  [
    /^(?:ftp> ?)?(?:ls|dir|mls|nlist)\b|retriev\w* directory listing|verzeichnisinhalt|listage|listado del directorio|elenco delle cartelle|lista de? direct|MLSD|reading directory/i,
    'LIST',
  ],
  [
    /^(?:ftp> ?)?(?:m?get|recv|reget)\s|start(?:ing)? download|downloading |herunterladen|téléchargement/i,
    'RETR',
  ],
  [/^(?:ftp> ?)?(?:m?put|send|append)\s|start(?:ing)? upload|uploading |hochladen|transfert de /i, 'STOR'],
  [/\b(?:retrbinary|retrlines|ftp_n?b?_?f?get|DownloadFile|\.Download)\(/, 'RETR'],
  [/\b(?:storbinary|storlines|ftp_n?b?_?f?put|UploadFile|\.Upload|GetRequestStream)\(/, 'STOR'],
  [/\b(?:ftp_nlist|ftp_rawlist|ftp_mlsd|\.nlst|\.mlsd)\(/, 'LIST'],
  [/\b(?:ftp_chdir|\.cwd)\(/, 'CWD'],
  [/\b(?:ftp_mkdir|\.mkd)\(/, 'MKD'],
  [/\b(?:ftp_delete)\(/, 'DELE'],
  [/\b(?:ftp_rmdir)\(/, 'RMD'],
  [/\b(?:ftp_rename)\(/, 'RNFR'],
  [/\b(?:ftp_login|\.login)\(/, 'PASS'],
  // What people type, and the names by which lftp begins its complaints
  [/^(?:ftp> ?|lftp \S+> ?)?cd[\s:]/i, 'CWD'],
  [/^(?:ftp> ?|lftp \S+> ?)?mkdir[\s:]/i, 'MKD'],
  [/^(?:ftp> ?|lftp \S+> ?)?rmdir[\s:]/i, 'RMD'],
  [/^(?:ftp> ?|lftp \S+> ?)?(?:m?delete\s|m?rm[\s:])/i, 'DELE'],
  [/^(?:ftp> ?|lftp \S+> ?)?(?:rename\s|mv[\s:])/i, 'RNFR'],
  [/^(?:m|p)?get: /, 'RETR'],
  [/^m?put: /, 'STOR'],
  [/^(?:c?ls|nlist|find): /, 'LIST'],
  [/^(?:User|Name) ?\(|^Benutzer ?\(|^Utilisateur ?\(/i, 'USER'],
  [/^(?:Password|Kennwort|Passwort|Mot de passe)\s?:/i, 'PASS'],
];

/** All of them as one: most lines announce nothing, and two dozen expressions take long to say so. */
const anyAnnounced = new RegExp(announced.map(([{ source }]) => source).join('|'), 'i');

/** The verb of what a line announces; "" if it announces nothing. */
export const announcedIn = (text: string): string =>
  anyAnnounced.test(text) ? (announced.find(([pattern]) => pattern.test(text))?.[1] ?? '') : '';

/** Which command a reply answers, where the log shows replies alone. */
const answered: Readonly<Record<number, string>> = {
  215: 'SYST',
  221: 'QUIT',
  227: 'PASV',
  229: 'EPSV',
  230: 'PASS',
  234: 'AUTH',
  257: 'PWD',
  331: 'USER',
  350: 'RNFR',
};

/** Commands that a refusal names in its own words. */
const byText: readonly (readonly [RegExp, string])[] = [
  [/\bEPSV\b/, 'EPSV'],
  [/\bPASV\b(?! (?:or|first))/, 'PASV'],
  [/\b(?:illegal|invalid|bad) PORT\b|PORT command/i, 'PORT'],
  [/(?:create|make|making) (?:the )?(?:directory|folder)|mkdir/i, 'MKD'],
  [/(?:remove|delete) (?:the )?(?:directory|folder)|rmdir/i, 'RMD'],
  [/delet/i, 'DELE'],
  [/\brenam/i, 'RNFR'],
  [/change (?:the )?(?:working )?(?:directory|folder)|chdir/i, 'CWD'],
  [/(?:create|write|upload|store|overwrite)\w* (?:the )?(?:to )?(?:local )?file|\(upload\)/i, 'STOR'],
];

const address = String.raw`(?:\d{1,3}\.){3}\d{1,3}`;
const hosts: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:connect\w*|verbind\w*|verbonden|connexion|conexi\w+|conectando|collegamento|connesso|łączenie|trying|соединение|подключ\w*|连接|接続)\b[^|]{0,60}?[ (|[](${address})`,
    'iu',
  ),
  new RegExp(String.raw`\bftps?:\/\/(?:[^@/\s]*@)?(${address})`, 'i'),
];

/** Later the client names the addresses of data connections. */
function hostIn(turns: readonly Turn[]): string | null {
  const greeting = turns.findIndex(({ kind }) => kind === 'reply');
  const before = turns.slice(0, greeting < 0 ? mostBefore : Math.min(greeting, mostBefore));
  for (const { text } of before.filter(({ kind }) => kind === 'note'))
    for (const pattern of hosts) {
      const found = pattern.exec(text)?.[1];
      if (found !== undefined) return found;
    }
  return null;
}

const addressOf = (command: CommandTurn): DataAddress | null =>
  command.verb === 'PORT'
    ? sixNumbers(command.argument)
    : command.verb === 'EPRT'
      ? extendedAddress(command.argument)
      : null;

/** What an answered command has changed. */
function after(state: State, { command, verb }: Exchange, reply: ReplyTurn): State {
  const { code } = reply;
  if (code >= 400 || code < 200) return state;
  if (code === 230 || code === 232) return { ...state, loggedIn: true };
  if (code === 227 || code === 229) {
    const named = code === 227 ? sixNumbers(reply.text) : extendedPort(reply.text);
    return { ...state, data: { turn: reply, address: named, active: false } };
  }
  if (code === 234) return { ...state, tls: true };
  if (verb === 'REST') return { ...state, restart: true };
  if (verb === 'REIN') return fresh;
  if (verb === 'PROT') return { ...state, protected: /^[PSE]/i.test(command?.argument ?? '') };
  if (command && (verb === 'PORT' || verb === 'EPRT'))
    return { ...state, data: { turn: command, address: addressOf(command), active: true } };
  return state;
}

const mostBefore = 400;

const connecting =
  /\baccepting connection\b|\bsession opened\b|\bclient connected\b|\b(?:connect(?:ing|ed)? (?:to|attempt)|reconnect|trying \d|new connection|resolving)\b|Verbinde mit|Connexion à|Conectando|正在连接|接続/i;
const secured =
  /\b(?:TLS|SSL)\b.*\b(?:established|connected|connection using|finished|handshake successful|successful)\b|SSL connection using|TLS-Verbindung hergestellt|Connexion TLS établie/i;

/** With these a server greets, or refuses to. */
const greetingCodes: ReadonlySet<number> = new Set([120, 220, 421, 500, 530, 550, 554, 426, 425, 450, 431]);

class Builder {
  readonly exchanges: Exchange[] = [];
  /** The exchange of each turn, by the turn's place; none for a note. */
  readonly owners: (Exchange | undefined)[] = [];
  #state = fresh;
  #connection = 0;
  #open: Exchange | null = null;
  /** The client said that it connects, and nothing has come since. */
  #connecting = false;
  /** What the client has said since its last command. */
  #saying: string[] = [];
  /** A transfer that ABOR interrupts: the first refusal after it ends the transfer (RFC 959 §4.1.3). */
  #interrupted: Exchange | null = null;

  add(turn: Turn): void {
    this.owners.push(this.#exchangeOf(turn));
  }

  #exchangeOf(turn: Turn): Exchange | undefined {
    if (turn.kind === 'command') return this.#command(turn);
    if (turn.kind === 'reply') return this.#reply(turn);
    this.#note(turn);
    return undefined;
  }

  #note({ text }: NoteTurn): void {
    if (connecting.test(text)) this.#connecting = true;
    if (secured.test(text)) this.#state = { ...this.#state, tls: true };
    this.#saying.push(text);
  }

  /** The verb of what the client announced last. Asked only where no command explains a reply: it takes long to tell. */
  #announced(): string {
    for (const text of this.#saying.toReversed()) {
      const verb = announcedIn(text);
      if (verb === '') continue;
      this.#saying = [text];
      return verb;
    }
    this.#saying = [];
    return '';
  }

  #start(command: CommandTurn | null, verb: string): Exchange {
    const exchange: Exchange = {
      command,
      verb,
      replies: [],
      connection: this.#connection,
      index: this.exchanges.length,
      before: this.#state,
      after: this.#state,
    };
    this.exchanges.push(exchange);
    this.#open = exchange;
    this.#connecting = false;
    return exchange;
  }

  #command(turn: CommandTurn): Exchange {
    if (turn.verb === 'USER') this.#state = { ...this.#state, user: turn.argument, loggedIn: false };
    this.#saying = [];
    const open = this.#open;
    const pending =
      open !== null && dataVerbs.has(open.verb) && !open.replies.some(({ code }) => code >= 200);
    this.#interrupted = turn.verb === 'ABOR' && pending ? open : null;
    return this.#start(turn, turn.verb);
  }

  #reply(turn: ReplyTurn): Exchange {
    // The transfer that was announced comes after its data connection.
    const opened = turn.code === 227 || turn.code === 229 ? (answered[turn.code] ?? '') : '';
    const open = this.#open;
    const done = !open || open.replies.some(({ code }) => code >= 200);
    const implied = done ? this.#announced() : '';
    const greets =
      (turn.code === 220 && open?.verb !== 'REIN' && (done || this.#connecting)) ||
      (this.#connecting && done && greetingCodes.has(turn.code) && !(open && openers.has(open.verb))) ||
      (!open && (turn.code === 120 || turn.code === 421 || turn.code === 220));
    let exchange = open;
    // The server's clock has run out: this answers nothing.
    if (turn.code === 421 && open && done && !this.#connecting && implied === '')
      exchange = this.#start(null, '*');
    else if (greets) {
      if (this.exchanges.length > 0 && open?.verb !== 'connect') {
        this.#connection += 1;
        this.#state = fresh;
      }
      exchange =
        open?.verb === 'connect' && open.replies.every(({ code }) => code < 200)
          ? open
          : this.#start(null, 'connect');
    } else if (!exchange || (done && (exchange.command === null || implied !== '')))
      exchange = this.#start(
        null,
        this.#named(turn) || opened || implied || (answered[turn.code] ?? this.#guess(turn)),
      );
    if (this.#interrupted && turn.code >= 400) exchange = this.#interrupted;
    this.#interrupted = null;
    exchange.replies.push(turn);
    if (turn.code >= 200 && opened === '') this.#saying = [];
    this.#state = after(this.#state, exchange, turn);
    // The address of a 227 or 229 serves one transfer; that of PORT stays (RFC 959 §3.3).
    if (dataVerbs.has(exchange.verb) && turn.code >= 200)
      this.#state = {
        ...this.#state,
        restart: false,
        data: this.#state.data?.active ? this.#state.data : null,
        spent: this.#state.data !== null || this.#state.spent,
      };
    exchange.after = this.#state;
    return exchange;
  }

  /** The opener of a data connection that a refusal names: it was sent unseen before the transfer. */
  #named({ code, text }: ReplyTurn): string {
    const verb = code >= 400 ? byText.find(([pattern]) => pattern.test(text))?.[1] : undefined;
    return verb !== undefined && openers.has(verb) ? verb : '';
  }

  /** A reply alone: after 331 comes the answer to PASS. */
  #guess({ code, text }: ReplyTurn): string {
    const last = this.exchanges.at(-1)?.replies.at(-1)?.code;
    if (last === 331) return 'PASS';
    // Windows' ftp sends OPTS before the user types a name, and shows nothing but the answer.
    if (
      this.exchanges.at(-1)?.verb === 'connect' &&
      (code === 530 ? /log ?in/i.test(text) : code === 200 || code === 500)
    )
      return 'OPTS';
    const told = code >= 400 ? (byText.find(([pattern]) => pattern.test(text))?.[1] ?? '') : '';
    if (told !== '') return told;
    // A refusal at the door, unless it only says that nobody has knocked.
    if ((code === 530 || code === 430) && !/please log ?in|not logged|log ?in (?:first|with)/i.test(text))
      return 'PASS';
    if (code === 150 || code === 125) return /\b(?:list|\/bin\/ls|directory)\b/i.test(text) ? 'LIST' : 'RETR';
    return '';
  }
}

export function sessionOf(turns: readonly Turn[]): Session {
  const builder = new Builder();
  for (const turn of turns) builder.add(turn);
  const notes = turns.filter((turn) => turn.kind === 'note');
  return {
    turns,
    exchanges: builder.exchanges,
    of: (turn) => builder.owners[turns.indexOf(turn)],
    notes,
    host: hostIn(turns),
    hasCommands: turns.some(({ kind }) => kind === 'command'),
  };
}
