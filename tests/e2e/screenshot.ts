/** `npm run screenshot`: the picture in the README, of the built site. */
import { chromium } from '@playwright/test';
import { siteServer } from '../../src/build/serve.ts';
import { findChromium, launchArguments } from './chromium.ts';

const server = siteServer('dist', '/');
await new Promise<void>((resolve) => server.listen(0, resolve));
const address = server.address();
if (!address || typeof address === 'string') throw new Error('the server has no port');
const browser = await chromium.launch({ executablePath: findChromium() ?? '', args: launchArguments() });
const page = await browser.newPage({ viewport: { width: 1180, height: 760 }, colorScheme: 'light' });
await page.goto(`http://localhost:${address.port}/ftp/451/`);
await page.evaluate(() => document.fonts.ready);
await page.screenshot({ path: '.github/screenshot.png' });
await browser.close();
server.close();
