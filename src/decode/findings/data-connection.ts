/** The data connection: addresses nobody reaches, closed ports, commands without an address. */
import { reachWords, type DataAddress } from '../addresses.ts';
import { dataVerbs, openers, type Exchange, type State } from '../session.ts';
import type { ReplyTurn, Turn } from '../turn.ts';
import type { Case, Match, Rule } from './finding.ts';

/** A program's words for a connection that nobody took or that nothing came over. */
export const waited =
  /tim(?:ed?|e)[- ]?out|expir[oó]|expirou|scadut|verlopen|przekroczono|истекло|zaman aşımı|超时|タイムアウト|timeout|ETIMEDOUT|unreachable|EHOSTUNREACH|ENETUNREACH|ECONNREFUSED|connection refused|could not connect to host|data connection|datenverbindung|connexion de données|conexi[oó]n de datos|failed to retrieve directory listing|verzeichnisinhalt nicht|impossible de récupérer|error al recuperar|no route to host|10060|10061|10065|server sent passive reply|stalled|hangs?\b|nothing happens|no response|zeitüberschreitung|délai d'attente|tiempo de espera|czas|таймаут|превышен|超时|タイムアウト|rejected data connection|can't open data|php_connect_nonb|\(28\)|\(7\)|\(13\)/i;

const named = ({ host, port }: DataAddress): string => (host === null ? `port ${port}` : `${host}:${port}`);

/** The address the transfer was to use, and whether it can be the fault. */
function addressFault({ session }: Case, { data }: State): Match | null {
  if (!data?.address) return null;
  const { turn, address, active } = data;
  const { host, reach } = address;
  if (host === null || reach === 'broken') return null;
  const server = session.host;
  if (server !== null && server === host) return null;
  const inner = reach !== 'public';
  // Server and client on one private network reach each other.
  const near = server !== null && inner && sameNetwork(server, host);
  if (near) return null;
  if (active)
    return inner
      ? {
          id: 'active-address',
          sure: server === null ? 'likely' : 'certain',
          cause: turn,
          shows: `${turn.kind === 'command' ? turn.verb : 'PORT'} names ${named(address)}, ${reachWords[reach]}.`,
        }
      : null;
  if (inner)
    return {
      id: 'private-address',
      sure: server === null ? 'likely' : 'certain',
      cause: turn,
      shows: `The 227 names ${named(address)}, ${reachWords[reach]}${server === null ? '' : `; you connected to ${server}`}.`,
    };
  return server === null
    ? null
    : {
        id: 'private-address',
        sure: 'likely',
        cause: turn,
        shows: `The 227 names ${named(address)}, but you connected to ${server}.`,
      };
}

/** The same first three octets, or both in 10/8: a route between them is likely. */
function sameNetwork(one: string, other: string): boolean {
  const [a, b] = [one.split('.'), other.split('.')];
  return a[0] === b[0] && (a[0] === '10' || (a[1] === b[1] && (a[0] === '172' || a[2] === b[2])));
}

function unopened(given: Case, state: State, turn: Turn | undefined): Match {
  const fault = addressFault(given, state);
  if (fault) return fault;
  const { data } = state;
  const how = data?.address
    ? data.active
      ? `The server was to connect to ${named(data.address)}.`
      : `The client was to connect to ${data.address.host === null ? `port ${data.address.port} of the server` : named(data.address)}${data.address.sum ? ` (${data.address.sum})` : ''}.`
    : undefined;
  return {
    id: 'data-connection-failed',
    sure: data ? 'likely' : 'possible',
    cause: data && data.turn !== turn ? data.turn : undefined,
    shows: how,
  };
}

const tls = /TLS|SSL|secur|encrypt|certificat|handshake|PROT\b|session/i;
const noAddress =
  /\b(?:use|issue|send|specify)\b.*\b(?:PORT|PASV|EPSV)\b|no data connection|without PASV|PASV (?:or|and) PORT|PORT (?:or|and) PASV|mode not set|need.*\b(?:PORT|PASV)\b/i;

/** 425 and its kin: who could not reach whom. */
const refusedTransfer: Rule = (given) => {
  const { failure } = given;
  if (!failure || ![425, 426, 421, 451, 450, 500, 501].includes(failure.reply.code)) return null;
  const { reply, exchange } = failure;
  if (!dataVerbs.has(exchange.verb) && !(exchange.verb === '' && reply.code === 425)) return null;
  const { before } = exchange;
  const text = reply.lines.join(' ');
  if (tls.test(text)) return null;
  if (reply.code === 425 || reply.code === 503 || reply.code === 500 || reply.code === 501) {
    if (noAddress.test(text) && !before.data) return { id: 'no-data-address', sure: 'certain' };
    if (reply.code === 425 && before.data === null && given.session.hasCommands && exchange.command)
      return { id: 'no-data-address', sure: 'likely' };
  }
  if (reply.code === 451 && before.data === null && before.spent)
    return { id: 'no-data-address', sure: 'possible' };
  if (reply.code === 425) return unopened(given, before, reply);
  // 426 without a byte moved, or a time-out while nobody came: the address or the port.
  const started = exchange.replies.some(({ code }) => code === 125 || code === 150);
  const speaks = /data connection|data channel|data port|connect to|time-?d?.?out/i.test(text);
  const done = exchange.replies.some(({ code }) => code >= 200 && code < 300);
  if (reply.code === 421 && speaks && !done) return unopenedAfterWait(given, exchange, reply);
  if (reply.code === 426 && !started) return unopened(given, before, reply);
  return null;
};

/** Minutes of silence, then the idle time-out: the transfer never began. */
function unopenedAfterWait(given: Case, exchange: Exchange, reply: ReplyTurn): Match | null {
  // 125 says that the data connection stands already.
  if (exchange.replies.some(({ code }) => code === 125)) return { id: 'transfer-timeout', sure: 'likely' };
  const fault = addressFault(given, exchange.before);
  if (fault) return { ...fault, sure: 'likely' };
  const text = reply.lines.join(' ');
  if (/data (?:connection|channel|transfer|timeout)|no transfer|transfer/i.test(text))
    return { id: 'transfer-timeout', sure: 'likely' };
  return { id: 'data-connection-failed', sure: 'likely', cause: exchange.before.data?.turn };
}

/** 421 while a transfer or its preparation hangs. */
const idleAfterHang: Rule = (given) => {
  const { failure, session } = given;
  if (failure?.reply.code !== 421) return null;
  const { reply } = failure;
  // A 421 that nobody asked for ends the wait after the exchange before it.
  const exchange =
    failure.exchange.verb === '*' ? session.exchanges[failure.exchange.index - 1] : failure.exchange;
  if (!exchange) return null;
  if (!/time-?d?.?out|timed|idle|inactiv|closing control/i.test(reply.lines.join(' '))) return null;
  const opened = openers.has(exchange.verb) && exchange.replies.some(({ code }) => code < 300 && code >= 200);
  const pending =
    dataVerbs.has(exchange.verb) && !exchange.replies.some(({ code }) => code >= 200 && code !== 421);
  if (!opened && !pending) return null;
  const state = opened ? exchange.after : exchange.before;
  const started = exchange.replies.some(({ code }) => code === 150 || code === 125);
  const fault = addressFault(given, state);
  if (fault) return { ...fault, sure: 'likely' };
  const text = reply.lines.join(' ');
  if (/data|transfer/i.test(text) && !/no transfer/i.test(text))
    return { id: 'transfer-timeout', sure: 'likely' };
  return { id: 'data-connection-failed', sure: started ? 'possible' : 'likely', cause: state.data?.turn };
};

/** No reply failed, and the log stops, or the program gives up, at the data connection. */
const hang: Rule = (given) => {
  const { failure, session } = given;
  if (failure) return null;
  const cancelled = [-1, -2].some((place) => session.exchanges.at(place)?.verb === 'ABOR');
  const last = session.exchanges.findLast(
    ({ verb, replies }) =>
      verb !== 'QUIT' && verb !== 'ABOR' && verb !== 'NOOP' && !(verb === 'connect' && replies.length === 0),
  );
  if (!last) return null;
  const answer = last.replies.at(-1);
  const lastTurn = answer ?? last.command;
  const notes = session.turns.filter((turn) => turn.kind === 'note' && turn.line > (lastTurn?.line ?? 0));
  const complaint = notes.some(({ text }) => waited.test(text));
  const state = last.after;
  const transfer = dataVerbs.has(last.verb) && !last.replies.some(({ code }) => code >= 200);
  const opened = openers.has(last.verb) && answer !== undefined && answer.code >= 200 && answer.code < 300;
  if (!transfer && !opened) {
    // An address was named and never used: the client waits for it while its last command is long answered.
    const fault =
      state.data && !session.exchanges.slice(last.index).some(({ verb }) => dataVerbs.has(verb))
        ? addressFault(given, state)
        : null;
    const used = session.exchanges.some(
      ({ verb, before }) => dataVerbs.has(verb) && before.data === state.data,
    );
    return fault && !used && answer?.code !== 221 ? { ...fault, sure: 'possible' } : null;
  }
  if (opened && !complaint && notes.length === 0 && session.turns.length < 3) return null;
  const started = last.replies.some(({ code }) => code === 150 || code === 125);
  const broken = notes.some(({ text }) =>
    /lost|closed|reset|broken pipe|ECONNRESET|EOFError|EPIPE/i.test(text),
  );
  const timedOut = notes.some(({ text }) => /time-?d?.?out|no route|refused|unreachable|10060/i.test(text));
  if (started && broken && !timedOut) return null;
  const fault = addressFault(given, state);
  if (fault) return complaint ? fault : { ...fault, sure: 'likely' };
  if (opened && !complaint) return null;
  if (notes.some(({ text }) => /TLS|SSL|GnuTLS|certificate|handshake/i.test(text))) return null;
  if (started && cancelled) return { id: 'aborted-by-client', sure: 'likely' };
  if (started && notes.some(({ text }) => /lost|closed|reset|broken pipe|ECONNRESET|EOF/i.test(text)))
    return null;
  if (
    transfer &&
    !complaint &&
    notes.some(({ text }) =>
      /cancel|abort|interrupt|connection (?:reset|lost|closed)|ECONNRESET|EPIPE|closed by|killed|successful|complete|100%/i.test(
        text,
      ),
    )
  )
    return null;
  const found = unopened(given, state, lastTurn ?? undefined);
  return complaint ? found : { ...found, sure: 'possible' };
};

export const dataConnection: readonly Rule[] = [refusedTransfer, idleAfterHang, hang];
