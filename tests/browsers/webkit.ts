/**
 * WebKitGTK through its WebDriver (https://www.w3.org/TR/webdriver2/): six requests, for which a client library would be
 * more code to keep than these lines. It has no headless mode, so that without a display a virtual one is started.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { z } from 'astro/zod';
import { eventually, keyActions, type Browser } from './browser.ts';

const answerSchema = z.object({ value: z.unknown() });
const errorSchema = z.object({ error: z.string(), message: z.string() });
const sessionSchema = z.object({
  sessionId: z.string(),
  capabilities: z.object({ browserVersion: z.string() }),
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server has such an address
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const ended = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) =>
        child.once('close', () => {
          resolve();
        }),
      );

async function stop(child: ChildProcess | null): Promise<void> {
  child?.kill();
  if (child) await ended(child);
}

/** A display that nobody sees. @returns what stands in DISPLAY */
async function startDisplay(path: string): Promise<{ readonly name: string; readonly server: ChildProcess }> {
  const server = spawn(path, ['-displayfd', '1', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let printed = '';
  server.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const number = await eventually(() => /^(\d+)\n/.exec(printed)?.[1] ?? null, 20_000, 'Xvfb starts');
  return { name: `:${number}`, server };
}

/** @param xvfb the path of a virtual display's server, null where there is a display */
export async function startWebKit(path: string, xvfb: string | null): Promise<Browser> {
  const display = xvfb === null ? null : await startDisplay(xvfb);
  const port = await freePort();
  const driver = spawn(path, [`--port=${port}`], {
    stdio: 'ignore',
    // A virtual display has nothing that draws faster than the processor.
    env: { ...process.env, ...(display && { DISPLAY: display.name }), WEBKIT_DISABLE_COMPOSITING_MODE: '1' },
  });
  const stopAll = async (): Promise<void> => {
    await stop(driver);
    await stop(display?.server ?? null);
  };
  const ask = async (method: 'GET' | 'POST' | 'DELETE', way: string, body?: object): Promise<unknown> => {
    const response = await fetch(`http://127.0.0.1:${port}${way}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    const { value } = answerSchema.parse(await response.json());
    if (response.ok) return value;
    const { error, message } = errorSchema.parse(value);
    throw new Error(`${error}: ${message}`);
  };
  try {
    await eventually(() => ask('GET', '/status').catch(() => null), 20_000, 'WebKitWebDriver starts');
    const { sessionId, capabilities } = sessionSchema.parse(
      await ask('POST', '/session', {
        capabilities: { alwaysMatch: { timeouts: { script: 20_000, pageLoad: 30_000 } } },
      }),
    );
    const session = `/session/${sessionId}`;
    return {
      version: capabilities.browserVersion,
      errors: [],
      open: async (url) => {
        await ask('POST', `${session}/url`, { url });
      },
      run: async (expression) => {
        const told = z.string().parse(
          await ask('POST', `${session}/execute/async`, {
            script: `const done = arguments[0]; (async () => JSON.stringify({ value: (await (${expression})) ?? null }))().catch((error) => JSON.stringify({ error: String(error) })).then(done);`,
            args: [],
          }),
        );
        const { value, error } = z
          .object({ value: z.unknown().optional(), error: z.string().optional() })
          .parse(JSON.parse(told));
        if (error !== undefined) throw new Error(error);
        return value;
      },
      press: async (pressed, held) => {
        await ask('POST', `${session}/actions`, { actions: keyActions(pressed, held) });
      },
      close: async () => {
        await ask('DELETE', session).catch(() => undefined);
        await stopAll();
      },
    };
  } catch (error) {
    await stopAll();
    throw error;
  }
}
