/** Reading a log of 10 MB in the browser: time to the finding, and how long the page stood still. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { readLogs, type Log } from '../decode/logs.ts';
import { launch } from './browser.ts';
import { budgets } from './budgets.ts';
import { atMost, type Measurement } from './measurement.ts';
import { scratchFolder } from './scratch.ts';
import { serve } from './server.ts';
import { median } from './statistics.ts';

const bytes = 10_000_000;
/** One read may take a tenth longer than the next. */
const times = 3;

/** The programs whose logs are long in practice, and one of everything. */
const forms = ['filezilla', 'winscp', 'lftp', 'curl', 'filezilla-server', 'vsftpd', 'iis', 'raw'] as const;

function repeated(logs: readonly Log[]): string {
  const once = logs.map(({ text }) => text.replace(/\n*$/, '\n')).join('');
  return once.repeat(Math.ceil(bytes / Buffer.byteLength(once)));
}

interface Read {
  /** Milliseconds from the choice of the file to the finding. */
  readonly finding: number;
  /** Milliseconds from the choice of the file to the last row shown. */
  readonly rows: number;
  /** The longest time between two frames, in milliseconds: what a reader feels as standing still. */
  readonly pause: number;
}

async function read(browser: Browser, origin: string, file: string): Promise<Read> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${origin}/decode/`, { waitUntil: 'networkidle' });
  // The reader has looked at the field, which makes the page fetch what it knows.
  const known = page.waitForResponse('**/decode/known.json');
  await page.locator('#log').focus();
  await (await known).finished();
  const result = page.evaluate(
    () =>
      new Promise<Read>((resolve, reject) => {
        const chooser = document.querySelector('#file');
        const diagnosis = document.querySelector<HTMLElement>('#diagnosis');
        const list = document.querySelector('#turns');
        if (!chooser || !diagnosis || !list) {
          reject(new Error('this is not the decode page'));
          return;
        }
        chooser.addEventListener(
          'change',
          () => {
            const start = performance.now();
            let last = start;
            let pause = 0;
            let finding = 0;
            let changed = start;
            const observer = new MutationObserver(() => {
              if (finding === 0 && !diagnosis.hidden) finding = performance.now() - start;
              changed = performance.now();
            });
            observer.observe(diagnosis, { attributes: true });
            observer.observe(list, { childList: true });
            const frame = (): void => {
              const now = performance.now();
              pause = Math.max(pause, now - last);
              last = now;
              // Rows come in steps with a frame between; half a second without one is the end.
              if (finding > 0 && now - changed > 500) {
                observer.disconnect();
                resolve({ finding, rows: changed - start, pause });
              } else requestAnimationFrame(frame);
            };
            requestAnimationFrame(frame);
          },
          { capture: true, once: true },
        );
      }),
  );
  await page.locator('#file').setInputFiles(file);
  const read = await result;
  await context.close();
  return read;
}

export async function measureDecode(): Promise<readonly Measurement[]> {
  const folder = scratchFolder('logs');
  const logs = readLogs('logs').filter(({ turns }) => turns.length > 0);
  const kinds = [
    ...forms.map((form) => [form, logs.filter((log) => log.form === form)] as const),
    ['all kinds', logs] as const,
  ];
  const server = await serve();
  const browser = await launch();
  const rows: Measurement[] = [];
  try {
    for (const [kind, own] of kinds) {
      const file = join(folder, `${kind}.log`);
      writeFileSync(file, repeated(own));
      const reads: Read[] = [];
      for (let count = 0; count < times; count++) reads.push(await read(browser, server.origin, file));
      const row = (what: string, value: number, limit: number | null): void => {
        rows.push({
          part: 'decode',
          of: `10 MB, ${kind}`,
          what,
          value,
          unit: 'ms',
          limit: limit === null ? null : atMost(limit),
        });
      };
      // A log is of one program; what sixty of them after one another cost is shown, not judged.
      const most = kind === 'all kinds' ? null : budgets.decode.time;
      row('to the finding', median(reads.map(({ finding }) => finding)), most);
      row('to the last row shown', median(reads.map(({ rows: shown }) => shown)), null);
      row('longest pause of the page', Math.max(...reads.map(({ pause }) => pause)), budgets.decode.pause);
    }
  } finally {
    await browser.close();
    server.close();
  }
  return rows;
}
