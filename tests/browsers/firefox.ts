/**
 * Firefox through WebDriver BiDi (https://w3c.github.io/webdriver-bidi/), which it speaks by itself: geckodriver is not in
 * Debian 12, its npm package fetches a binary from elsewhere, and Playwright's Firefox is one of Playwright's own.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { eventually, keyActions, type Browser } from './browser.ts';

const messageSchema = z.object({
  id: z.int().optional(),
  type: z.string(),
  method: z.string().optional(),
  result: z.unknown().optional(),
  error: z.string().optional(),
  message: z.string().optional(),
  params: z.unknown().optional(),
});
const sessionSchema = z.object({ capabilities: z.object({ browserVersion: z.string() }) });
const treeSchema = z.object({ contexts: z.array(z.object({ context: z.string() })).min(1) });
const entrySchema = z.object({ level: z.string(), text: z.string().nullable() });
const evaluatedSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('success'), result: z.object({ value: z.string().optional() }) }),
  z.object({ type: z.literal('exception'), exceptionDetails: z.object({ text: z.string() }) }),
]);

/** No first-run page, no request to anybody but the site. */
const preferences = {
  'browser.aboutwelcome.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'toolkit.telemetry.enabled': false,
};

interface Channel {
  readonly send: (method: string, params: object) => Promise<unknown>;
  readonly close: () => void;
}

/** @param hear is told of each logged error */
async function connect(address: string, hear: (error: string) => void): Promise<Channel> {
  const socket = new WebSocket(address);
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let last = 0;
  socket.addEventListener('message', ({ data }) => {
    const { id, type, method, result, error, message, params } = messageSchema.parse(
      JSON.parse(String(data)),
    );
    if (method === 'log.entryAdded') {
      const { level, text } = entrySchema.parse(params);
      if (level === 'error') hear(text ?? '');
    }
    const asked = id === undefined ? undefined : waiting.get(id);
    if (id === undefined || !asked) return;
    waiting.delete(id);
    if (type === 'success') asked.resolve(result);
    else asked.reject(new Error(`${error ?? 'error'}: ${message ?? ''}`));
  });
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => {
      resolve();
    });
    socket.addEventListener('error', () => {
      reject(new Error(`no connection to ${address}`));
    });
  });
  return {
    send: (method, params) => {
      const asked = Promise.withResolvers<unknown>();
      waiting.set((last += 1), asked);
      socket.send(JSON.stringify({ id: last, method, params }));
      return asked.promise;
    },
    close: () => {
      socket.close();
    },
  };
}

export async function startFirefox(path: string): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'firefox-'));
  writeFileSync(
    join(profile, 'user.js'),
    Object.entries(preferences)
      .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
      .join(''),
  );
  const firefox = spawn(
    path,
    ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0', 'about:blank'],
    { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, HOME: profile } },
  );
  const ended = new Promise<void>((resolve) =>
    firefox.once('close', () => {
      resolve();
    }),
  );
  let printed = '';
  firefox.stderr.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const stop = async (): Promise<void> => {
    firefox.kill();
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const address = await eventually(
      () => /WebDriver BiDi listening on (ws:\S+)/.exec(printed)?.[1] ?? null,
      60_000,
      'Firefox says where it listens',
    );
    const errors: string[] = [];
    const { send, close } = await connect(`${address}/session`, (error) => errors.push(error));
    const { capabilities } = sessionSchema.parse(await send('session.new', { capabilities: {} }));
    await send('session.subscribe', { events: ['log.entryAdded'] });
    const { contexts } = treeSchema.parse(await send('browsingContext.getTree', {}));
    const context = contexts[0]?.context ?? '';
    return {
      version: capabilities.browserVersion,
      errors,
      open: async (url) => {
        await send('browsingContext.navigate', { context, url, wait: 'complete' });
      },
      run: async (expression) => {
        const evaluated = evaluatedSchema.parse(
          await send('script.evaluate', {
            expression: `(async () => JSON.stringify((await (${expression})) ?? null))()`,
            target: { context },
            awaitPromise: true,
          }),
        );
        if (evaluated.type === 'exception') throw new Error(evaluated.exceptionDetails.text);
        return JSON.parse(evaluated.result.value ?? 'null') as unknown;
      },
      press: async (pressed, held) => {
        await send('input.performActions', { context, actions: keyActions(pressed, held) });
      },
      close: async () => {
        close();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
