/** Takes a log, has it read by the worker, shows the finding and the rows. */
import { urls } from '../urls.ts';
import { field, find, mostInField, status } from './field.ts';
import type { Asked, Told } from './messages.ts';
import type { Report, Row } from './report.ts';
import { findingParts, rowItem, turnId } from './view.ts';

const progress = find('decode-progress', HTMLProgressElement);
const diagnosis = find('diagnosis', HTMLElement);
const lines = find('lines', HTMLElement);
const list = find('turns', HTMLOListElement);
const attached = find('attached', HTMLElement);
const copyHere = find('copy-here', HTMLTextAreaElement);
const copied = find('copied', HTMLElement);

/** So many rows are in the page at once; of a longer log the places that matter, and the rest on demand. */
const mostRows = 1200;
const step = 400;
/** So many are made between two frames: more at once would be felt. */
const batch = 60;
const around = 60;

let worker: Worker | undefined;
let latest = 0;
/** Counts what the reader has asked for: what took its time is dropped if something else is wanted by then. */
let asked = 0;
/** What is to be read, if it is not in the field. */
let file: File | null = null;
let report: Report | null = null;
/** What to do with rows and tickets that have been asked for, in the order of asking. */
const waiting: ((told: Told) => void)[] = [];

function ask(message: Asked): void {
  if (!worker) {
    worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
      hear(data);
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      worker = undefined;
      fail('The reader could not be started. Reload the page and try again.');
    });
  }
  worker.postMessage(message);
}

function fail(message: string): void {
  progress.hidden = true;
  status.textContent = message;
}

function hear(told: Told): void {
  if (told.id !== latest) return;
  if (told.kind === 'progress') {
    progress.hidden = false;
    progress.value = told.share;
    status.textContent = `Reading: ${Math.round(told.share * 100)} %`;
  } else if (told.kind === 'failed')
    fail(
      'What the decoder knows could not be loaded. Check the connection and press Decode again; your log is still here.',
    );
  else if (told.kind === 'report') show(told.report, told.remark);
  else waiting.shift()?.(told);
}

function rowsOf(from: number, to: number): Promise<readonly Row[]> {
  return new Promise((resolve) => {
    waiting.push((told) => {
      resolve(told.kind === 'rows' ? told.rows : []);
    });
    ask({ kind: 'rows', id: latest, from, to });
  });
}

const nextFrame = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      resolve();
    });
  });

/** A row that stands for many, and makes room for them. */
function gapItem(from: number, to: number): HTMLLIElement {
  const item = document.createElement('li');
  item.className = 'gap';
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = `Show ${Math.min(step, to - from).toLocaleString('en')} of ${(to - from).toLocaleString('en')} more rows`;
  button.addEventListener('click', () => {
    void (async () => {
      const upTo = Math.min(to, from + step);
      const rows = await rowsOf(from, upTo);
      const items = rows.map(rowItem);
      item.replaceWith(...items, ...(upTo < to ? [gapItem(upTo, to)] : []));
      const [first] = items;
      if (first) {
        first.tabIndex = -1;
        first.focus({ preventScroll: true });
      }
    })();
  });
  item.append(button);
  return item;
}

/** The stretches to show at once: all, or of a long log its start, its end and what surrounds the places that matter. */
function stretches({ counts, failure, cause }: Report): readonly (readonly [number, number])[] {
  if (counts.rows <= mostRows) return [[0, counts.rows]];
  const wanted = [
    [0, step / 2],
    ...[cause, failure].flatMap((place) => (place ? [[place.index - around, place.index + around]] : [])),
    [counts.rows - around, counts.rows],
  ];
  const merged: [number, number][] = [];
  for (const [from = 0, to = 0] of wanted.toSorted(([a = 0], [b = 0]) => a - b)) {
    const last = merged.at(-1);
    const start = Math.max(0, from);
    const end = Math.min(counts.rows, to);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

async function showRows(shown: Report): Promise<void> {
  const id = latest;
  list.replaceChildren();
  let at = 0;
  for (const [from, to] of stretches(shown)) {
    if (from > at) list.append(gapItem(at, from));
    for (let start = from; start < to; start += batch) {
      const rows = await rowsOf(start, Math.min(to, start + batch));
      if (id !== latest) return;
      list.append(...rows.map(rowItem));
      await nextFrame();
    }
    at = to;
  }
  if (at < shown.counts.rows) list.append(gapItem(at, shown.counts.rows));
}

const plural = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

function show(told: Report, remark: string): void {
  report = told;
  progress.hidden = true;
  const { finding, counts, failure } = told;
  diagnosis.dataset['finding'] = finding.id;
  const box = find('finding', HTMLElement);
  for (const [id, content] of Object.entries(findingParts(told)))
    find(id, HTMLElement).replaceChildren(...content);
  box.dataset['class'] = finding.id === 'success' ? '2' : failure ? '5' : finding.id === 'none' ? '0' : '4';
  copyHere.hidden = true;
  copied.textContent = '';
  diagnosis.hidden = false;
  lines.hidden = counts.rows === 0;
  find('lines-about', HTMLElement).textContent =
    `${plural(counts.lines, 'line', 'lines')}, ${plural(counts.commands, 'command', 'commands')}, ${plural(counts.replies, 'reply', 'replies')}.`;
  status.textContent = remark;
  void showRows(told);
  find('finding-title', HTMLElement).focus({ preventScroll: false });
}

export function decode(): void {
  asked += 1;
  latest += 1;
  waiting.length = 0;
  status.textContent = 'Reading …';
  ask({ kind: 'read', id: latest, source: file ?? field.value, known: urls.decoderKnowledge });
}

export function attach(found: File): void {
  file = found;
  const size =
    found.size < 1024 * 1024
      ? `${Math.ceil(found.size / 1024)} kB`
      : `${(found.size / 1024 / 1024).toFixed(1)} MB`;
  find('attached-name', HTMLElement).textContent = `${found.name}, ${size}`;
  attached.hidden = false;
  field.disabled = true;
  decode();
}

function detach(): void {
  file = null;
  attached.hidden = true;
  field.disabled = false;
}

/** A short text file goes into the field, where it can be read and cut; a long one, or one that is no UTF-8, stays beside it. */
export async function take(found: File): Promise<void> {
  asked += 1;
  const own = asked;
  if (found.size <= mostInField / 4) {
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(await found.arrayBuffer());
      if (own !== asked) return;
      // A field cannot hold control characters.
      if (!/[\u0000-\u0008\u000e-\u001a]/.test(text)) {
        detach();
        field.value = text;
        decode();
        return;
      }
    } catch {
      // Another encoding: the worker finds out which.
      if (own !== asked) return;
    }
  }
  attach(found);
}

export function clear(): void {
  detach();
  asked += 1;
  latest += 1;
  field.value = '';
  report = null;
  diagnosis.hidden = true;
  lines.hidden = true;
  list.replaceChildren();
  status.textContent = '';
  progress.hidden = true;
}

async function copy(form: 'markdown' | 'plain'): Promise<void> {
  if (!report) return;
  const text = await new Promise<string>((resolve) => {
    waiting.push((told) => {
      resolve(told.kind === 'ticket' ? told.ticket[form] : '');
    });
    ask({ kind: 'ticket', id: latest, base: new URL(urls.home, location.href).href });
  });
  try {
    await navigator.clipboard.writeText(text);
    copied.textContent = 'Copied.';
    copyHere.hidden = true;
  } catch {
    // The browser refuses: the text is put where it can be taken by hand.
    copyHere.value = text;
    copyHere.hidden = false;
    copyHere.focus();
    copyHere.select();
    copied.textContent = 'The browser refuses to copy. Copy the text below.';
  }
}

/** Reads one of the page's examples. */
export async function open(address: string): Promise<void> {
  asked += 1;
  const own = asked;
  try {
    const response = await fetch(address);
    if (!response.ok) throw new Error(String(response.status));
    const text = await response.text();
    if (own !== asked) return;
    detach();
    field.value = text;
    decode();
  } catch {
    if (own === asked) fail('This session could not be loaded. Check the connection and try again.');
  }
}

/** Starts the reader and fetches what it knows, while the log is still on its way. */
export function prepare(): void {
  ask({ kind: 'prepare', known: urls.decoderKnowledge });
}

const on = (id: string, act: () => void): void => {
  find(id, HTMLElement).addEventListener('click', act);
};
on('detach', () => {
  detach();
  field.focus();
});
on('copy-markdown', () => void copy('markdown'));
on('copy-plain', () => void copy('plain'));
// The row may have to be fetched first.
document.addEventListener('click', (event) => {
  const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-jump]') : null;
  if (!target) return;
  const row = document.getElementById(turnId(Number(target.dataset['jump'])));
  if (!row) return;
  event.preventDefault();
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: 'center' });
});
