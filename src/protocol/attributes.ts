/**
 * What follows from the first digit, and how it is put into words. A code's own record says only where it
 * differs. Defaults: RFC 959 §4.2; for class 6yz RFC 2228 §5.2.
 */
import { classOf, type ClassId } from './digits.ts';

export const retries = [
  'wait',
  'nothing',
  'continue',
  'later',
  'reconnect',
  'login',
  'change',
  'unwrap',
  'check',
  'check-own',
  'check-service',
  'handshake',
  'reopen',
  'substitute',
  'operator',
] as const;
export type Retry = (typeof retries)[number];

export const actors = ['nobody', 'client', 'server', 'either', 'network'] as const;
export type Actor = (typeof actors)[number];

export const controls = ['stays-open', 'closes', 'may-close', 'none'] as const;
export type Control = (typeof controls)[number];

export const dataStates = [
  'about-to-move',
  'none-moved',
  'partial',
  'complete',
  'after-transfer',
  'not-involved',
  'unknown',
] as const;
export type DataState = (typeof dataStates)[number];

export interface Attributes {
  readonly retry: Retry;
  readonly actor: Actor;
  readonly control: Control;
  readonly data: DataState;
}

export const defaults: Readonly<Record<ClassId, Attributes>> = {
  '1xx': { retry: 'wait', actor: 'nobody', control: 'stays-open', data: 'about-to-move' },
  '2xx': { retry: 'nothing', actor: 'nobody', control: 'stays-open', data: 'not-involved' },
  '3xx': { retry: 'continue', actor: 'client', control: 'stays-open', data: 'not-involved' },
  '4xx': { retry: 'later', actor: 'server', control: 'stays-open', data: 'none-moved' },
  '5xx': { retry: 'change', actor: 'client', control: 'stays-open', data: 'none-moved' },
  '6xx': { retry: 'unwrap', actor: 'client', control: 'stays-open', data: 'not-involved' },
  'client-side': { retry: 'check', actor: 'network', control: 'none', data: 'unknown' },
};

export type Overrides = { readonly [K in keyof Attributes]?: Attributes[K] | undefined };

/** The attributes of a code: the defaults of its class under the overrides of its record. */
export function attributesOf(code: number, overrides: Overrides): Attributes {
  const base = defaults[classOf(code)];
  return {
    retry: overrides.retry ?? base.retry,
    actor: overrides.actor ?? base.actor,
    control: overrides.control ?? base.control,
    data: overrides.data ?? base.data,
  };
}

interface RetryWords {
  /** Answers "Retry the same command?" in a table cell. */
  readonly cell: string;
  /** Continues "After 451 you …". */
  readonly you: string;
}

export const retryWords: Readonly<Record<Retry, RetryWords>> = {
  wait: { cell: 'No: wait for the next reply', you: 'wait for the next reply' },
  nothing: { cell: 'No: it is done', you: 'go on with the next command' },
  continue: { cell: 'No: send the command it asks for', you: 'send the command it asks for' },
  later: { cell: 'Yes, after a pause', you: 'repeat the command after a pause' },
  reconnect: { cell: 'Yes, in a new session', you: 'connect and log in again' },
  login: {
    cell: 'Yes, after a successful login',
    you: 'log in first, with other data if the login itself was refused',
  },
  change: { cell: 'Only after a change', you: 'change something before you repeat the command' },
  unwrap: { cell: 'Depends on the reply inside', you: 'decode the reply inside and act on that' },
  check: { cell: 'After checking the connection', you: 'check the network path before you try again' },
  'check-own': {
    cell: 'After checking your own machine',
    you: 'check your own machine before you try again',
  },
  'check-service': {
    cell: 'After checking address, port and service',
    you: 'check the address, the port and that the server runs before you try again',
  },
  handshake: {
    cell: 'No: start the TLS handshake',
    you: 'start the TLS handshake before any other command',
  },
  // An address from PASV, EPSV or PORT serves one attempt.
  reopen: {
    cell: 'Yes, with a new data connection',
    you: 'send PASV, EPSV or PORT again and repeat the command',
  },
  substitute: { cell: 'No: use another command', you: 'use another command or do without it' },
  operator: {
    cell: 'Only after the operator acts',
    you: "tell the server's operator, because a pause alone seldom helps",
  },
};

const actorWords: Readonly<Record<Actor, string>> = {
  nobody: 'Nobody: nothing is wrong',
  client: 'You or your client',
  server: "The server's operator",
  either: 'Either side',
  network: 'You or the network between',
};

/** "Who can fix it", for a table cell. After a 3yz or 6yz nothing is wrong yet: it is the client's turn. */
export const actorCell = (id: ClassId, actor: Actor): string =>
  actor === 'client' && (id === '3xx' || id === '6xx')
    ? 'Nothing to fix: your client acts next'
    : actorWords[actor];

/** What to do after a code; continues "After 451 you …". */
export const afterwards = ({ retry, control }: Attributes): string =>
  retry === 'nothing' && control === 'closes'
    ? 'connect again if there is more to do'
    : retryWords[retry].you;

export const controlWords: Readonly<Record<Control, string>> = {
  'stays-open': 'Stays open',
  closes: 'Closes',
  'may-close': 'May close',
  none: 'May not exist',
};

export const dataWords: Readonly<Record<DataState, string>> = {
  'about-to-move': 'About to move',
  'none-moved': 'None moved',
  partial: 'Possibly partial; check the size',
  complete: 'Complete, as far as the server knows',
  'after-transfer': 'Complete if it ends a transfer, else none',
  'not-involved': 'No data connection involved',
  unknown: 'Unknown',
};

export const outcomeWords: Readonly<Record<ClassId, { readonly cell: string; readonly badge: string }>> = {
  '1xx': { cell: 'None yet: another reply follows', badge: 'Preliminary' },
  '2xx': { cell: 'Success; final reply', badge: 'Success' },
  '3xx': { cell: 'Accepted; a command must follow', badge: 'Accepted so far' },
  '4xx': { cell: 'Failed; final reply', badge: 'Transient failure' },
  '5xx': { cell: 'Refused; final reply', badge: 'Permanent failure' },
  '6xx': { cell: 'Hidden in the protected text', badge: 'Protected reply' },
  'client-side': { cell: 'Failed on your own machine', badge: 'Not a reply' },
};

const badgeRetry: Readonly<Record<Retry, string>> = {
  wait: 'wait',
  nothing: 'go on',
  continue: 'send the next command',
  later: 'retry later',
  reconnect: 'reconnect',
  login: 'log in first',
  change: 'change something first',
  unwrap: 'decode it',
  check: 'check the network',
  'check-own': 'check your machine',
  'check-service': 'check address and port',
  handshake: 'start TLS',
  reopen: 'new data connection',
  substitute: 'do without it',
  operator: 'ask the operator',
};

/** The few words under a code's name: what happened, what to do. */
export function badge(code: number, attributes: Attributes): string {
  const over = attributes.retry === 'nothing' && attributes.control === 'closes';
  return `${outcomeWords[classOf(code)].badge} · ${over ? 'session over' : badgeRetry[attributes.retry]}`;
}
