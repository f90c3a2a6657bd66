/**
 * Exchanges on the wire as the content writes them, and whether the reply sequences allow them.
 * Form: one line each, `C: ` client, `S: ` server, `D: ` data connection, `N: ` an event, `E: ` a line the
 * client's own program prints. Multi-line replies follow RFC 959 §4.2: `211-` up to `211 `.
 */
import type { Model } from './model.ts';

const speakers = { C: 'client', S: 'server', D: 'data', N: 'note', E: 'program' } as const;
export type Speaker = (typeof speakers)[keyof typeof speakers];

export interface WireLine {
  readonly by: Speaker;
  readonly text: string;
  /** 1-based line of the source. */
  readonly line: number;
}

export interface WireFault {
  readonly line: number;
  readonly message: string;
}

const isMark = (mark: string): mark is keyof typeof speakers => mark in speakers;

/** Splits a transcript; lines that fit no form come back as faults. */
export function parseWire(source: string): {
  readonly lines: readonly WireLine[];
  readonly faults: readonly WireFault[];
} {
  const lines: WireLine[] = [];
  const faults: WireFault[] = [];
  source.split('\n').forEach((raw, index) => {
    const [, mark = '', text = ''] = /^([A-Z]): (.*)$/.exec(raw) ?? [];
    if (isMark(mark)) lines.push({ by: speakers[mark], text, line: index + 1 });
    else
      faults.push({
        line: index + 1,
        message: `"${raw}" starts with none of "C: ", "S: ", "D: ", "N: ", "E: "`,
      });
  });
  return { lines, faults };
}

export type Turn =
  | { readonly kind: 'command'; readonly verb: string; readonly line: number }
  | { readonly kind: 'reply'; readonly code: number; readonly line: number }
  | { readonly kind: 'event'; readonly line: number };

/** Groups lines into turns; a multi-line reply is one turn. */
export function turnsOf(lines: readonly WireLine[]): {
  readonly turns: readonly Turn[];
  readonly faults: readonly WireFault[];
} {
  const turns: Turn[] = [];
  const faults: WireFault[] = [];
  let open: { code: string; line: number } | null = null;
  for (const { by, text, line } of lines) {
    if (open && by === 'server') {
      if (text.startsWith(`${open.code} `)) open = null;
      continue;
    }
    if (by === 'client')
      turns.push({ kind: 'command', verb: (text.split(' ')[0] ?? '').toUpperCase(), line });
    else if (by === 'server') {
      const [, code, mark] = /^(\d{3})([ -]|$)/.exec(text) ?? [];
      if (!code)
        faults.push({ line, message: `"${text}" is no reply: expected three digits and a space or hyphen` });
      else {
        turns.push({ kind: 'reply', code: Number(code), line });
        if (mark === '-') open = { code, line };
      }
    } else turns.push({ kind: 'event', line });
  }
  if (open)
    faults.push({ line: open.line, message: `the reply ${open.code}- is never closed by "${open.code} "` });
  return { turns, faults };
}

/** May be sent while a transfer runs (RFC 959 §4.1.3: ABOR, STAT; §4.1.1: QUIT). */
const duringTransfer = new Set(['ABOR', 'STAT', 'QUIT']);

/**
 * Says where a transcript departs from the reply sequences. 421 may answer any command (RFC 959 §4.2.2), and a
 * protected reply stands for the one inside it (RFC 2228 §5.2).
 */
export function checkTurns(turns: readonly Turn[], model: Model): readonly WireFault[] {
  const faults: WireFault[] = [];
  const pending: { readonly verb: string; after: number | null }[] = [];
  let wanted: readonly string[] = [];
  let ended = false;
  let spoken = false;
  for (const turn of turns) {
    if (turn.kind === 'event') continue;
    const fault = (message: string) => faults.push({ line: turn.line, message });
    if (ended) fault('nothing can follow 421 or 221: the server has closed the control connection');
    else if (turn.kind === 'command') {
      if (!model.command(turn.verb)) fault(`${turn.verb} is no known command`);
      if (pending[0] && !duringTransfer.has(turn.verb))
        fault(`${turn.verb} is sent before ${pending[0].verb} has its final reply`);
      if (wanted.length > 0 && !wanted.includes(turn.verb))
        fault(`${turn.verb} follows a 3xx that asks for ${wanted.join(' or ')}`);
      wanted = [];
      pending.push({ verb: turn.verb, after: null });
    } else if (turn.code === 421) ended = true;
    else {
      const { code } = turn;
      if (!spoken) pending.unshift({ verb: '(connect)', after: null });
      const [head] = pending;
      if (!head) {
        fault(`${code} answers no command`);
        continue;
      }
      const allowed = head.after === null ? model.first(head.verb) : model.after(head.verb, head.after);
      if (!allowed.has(code) && code < 600)
        fault(
          head.after === null
            ? `${code} is no first reply to ${head.verb}; expected one of ${[...allowed].join(', ')}`
            : `${code} does not follow ${head.after} in ${head.verb}; expected one of ${[...allowed].join(', ')}`,
        );
      if (code < 200) head.after = code;
      else {
        pending.shift();
        if (code >= 300 && code < 400) wanted = model.next(head.verb, code);
        if (code === 221 && head.verb === 'QUIT') ended = true;
      }
    }
    spoken = true;
  }
  const [unanswered] = pending;
  const last = turns.at(-1);
  if (unanswered && !ended && last?.kind !== 'event')
    faults.push({ line: last?.line ?? 1, message: `${unanswered.verb} has no final reply at the end` });
  return faults;
}
