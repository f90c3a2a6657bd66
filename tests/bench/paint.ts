/** Time to the first and to the largest paint on a slow line, with a cold cache. */
import type { Browser } from '@playwright/test';
import { launch } from './browser.ts';
import type { Kinds } from './kinds.ts';
import type { Measurement } from './measurement.ts';
import { serve } from './server.ts';
import { median } from './statistics.ts';

/**
 * Slow 4G as Lighthouse and Chrome's own tools apply it: 150 ms and 1.6 Mbit/s, which by the page's own requests are
 * 562.5 ms and nine tenths of the rate; a processor four times slower (lighthouse, core/config/constants.js).
 */
const line = {
  offline: false,
  latency: 562.5,
  downloadThroughput: (1.6 * 1024 * 1024 * 0.9) / 8,
  uploadThroughput: (750 * 1024 * 0.9) / 8,
};
const slowdown = 4;
const times = 3;

const phone = {
  viewport: { width: 412, height: 823 },
  deviceScaleFactor: 1.75,
  isMobile: true,
  hasTouch: true,
};

interface Paints {
  readonly first: number;
  readonly largest: number;
}

async function paintsOf(browser: Browser, address: string): Promise<Paints> {
  const context = await browser.newContext(phone);
  const page = await context.newPage();
  const tools = await context.newCDPSession(page);
  await tools.send('Network.enable');
  await tools.send('Network.emulateNetworkConditions', line);
  await tools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.goto(address, { waitUntil: 'networkidle' });
  const paints = await page.evaluate(
    () =>
      new Promise<Paints>((resolve) => {
        const [first] = performance.getEntriesByName('first-contentful-paint');
        new PerformanceObserver((list) => {
          resolve({ first: first?.startTime ?? 0, largest: list.getEntries().at(-1)?.startTime ?? 0 });
        }).observe({ type: 'largest-contentful-paint', buffered: true });
      }),
  );
  await context.close();
  return paints;
}

export async function measurePaint(kinds: Kinds): Promise<readonly Measurement[]> {
  const server = await serve();
  const browser = await launch();
  const rows: Measurement[] = [];
  try {
    for (const [kind, address] of Object.entries(kinds)) {
      const paints: Paints[] = [];
      for (let count = 0; count < times; count++)
        paints.push(await paintsOf(browser, server.origin + address));
      for (const [what, ms] of [
        ['first paint', median(paints.map(({ first }) => first))],
        ['largest paint', median(paints.map(({ largest }) => largest))],
      ] as const)
        rows.push({
          part: 'paint',
          of: kind,
          what: `${what} on slow 4G, median of ${times}`,
          value: ms,
          unit: 'ms',
          limit: null,
        });
    }
  } finally {
    await browser.close();
    server.close();
  }
  return rows;
}
