/** Reads logs beside the page, so that the page stays alive however long they are. Nothing leaves the browser. */
import { decodeBytes } from './bytes.ts';
import { Decoder } from './decode.ts';
import type { Knowledge } from './knowledge.ts';
import type { Asked, Told } from './messages.ts';
import { Recollection } from './recall.ts';
import { Reporter } from './report.ts';
import { neededRows, ticketOf } from './ticket.ts';

/** Of a longer file the end is read, where the failure is. */
const mostBytes = 24 * 1024 * 1024;
/** Lines between two looks at the clock. */
const slice = 4000;

const tell = (message: Told): void => {
  self.postMessage(message);
};

interface Ready {
  readonly decoder: Decoder;
  readonly recollection: Recollection;
}
let loading: Promise<Ready> | undefined;

async function load(address: string): Promise<Ready> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`known.json: ${response.status}`);
  const knowledge = (await response.json()) as Knowledge; // made by this build from src/decode/know.ts
  const recollection = new Recollection(knowledge);
  return { decoder: new Decoder(recollection), recollection };
}

function ready(address: string): Promise<Ready> {
  loading ??= load(address).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

interface Text {
  readonly text: string;
  /** Lines that were left out before it. */
  readonly skipped: number;
  readonly remark: string;
}

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(0)} MB`;

async function textOf(source: string | File): Promise<Text> {
  if (typeof source === 'string') return { text: source, skipped: 0, remark: '' };
  const bytes = new Uint8Array(await source.arrayBuffer());
  const from = Math.max(0, bytes.length - mostBytes);
  const start = from === 0 ? 0 : bytes.indexOf(10, from) + 1;
  let skipped = 0;
  for (let at = bytes.indexOf(10); at >= 0 && at < start; at = bytes.indexOf(10, at + 1)) skipped += 1;
  const { text } = decodeBytes(start === 0 ? bytes : bytes.subarray(start));
  const remark =
    start === 0
      ? ''
      : `The file has ${megabytes(bytes.length)}. Its last ${megabytes(bytes.length - start)} were read, from line ${skipped + 1} on; the failure of a session stands at its end.`;
  return { text, skipped, remark };
}

let reporter: Reporter | undefined;
let latest = 0;

/** Lets messages in between two slices, so that a later log can take over. */
const pause = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 0);
  });

async function read({ id, source, known }: Extract<Asked, { kind: 'read' }>): Promise<void> {
  const [{ decoder, recollection }, { text, skipped, remark }] = await Promise.all([
    ready(known),
    textOf(source),
  ]);
  const all = Math.max(1, text.length / 60);
  const slices = decoder.decodeInSlices(text, slice, skipped);
  let told = performance.now();
  for (;;) {
    const step = slices.next();
    if (step.done) {
      reporter = new Reporter(step.value, recollection);
      tell({ kind: 'report', id, report: reporter.report(), remark });
      return;
    }
    if (performance.now() - told > 100) {
      tell({ kind: 'progress', id, share: Math.min(0.98, step.value / all) });
      await pause();
      if (id !== latest) return;
      told = performance.now();
    }
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  if (data.kind === 'prepare') {
    // A failure shows when something is to be read.
    void ready(data.known).catch(() => undefined);
  } else if (data.kind === 'read') {
    latest = data.id;
    void read(data).catch((error: unknown) => {
      tell({ kind: 'failed', id: data.id, message: messageOf(error) });
    });
  } else if (reporter && data.id === latest) {
    const { id } = data;
    if (data.kind === 'rows')
      tell({ kind: 'rows', id, from: data.from, rows: reporter.rows(data.from, data.to) });
    else {
      const own = reporter;
      const report = own.report();
      const rows = neededRows(report).flatMap((index) => own.rows(index, index + 1));
      tell({
        kind: 'ticket',
        id,
        ticket: ticketOf(report, rows, (path) => data.base.replace(/\/$/, '') + path),
      });
    }
  }
});
