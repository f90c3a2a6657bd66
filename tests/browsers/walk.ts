/** A short walk through the site, by keyboard as far as people do: what each step does, and what must then be there. */
import { eventually, keys, type Browser } from './browser.ts';

interface Step {
  readonly name: string;
  readonly walk: (browser: Browser, origin: string) => Promise<void>;
}

/** Long enough for a first load on a busy machine. */
const patience = 15_000;

/** Waits until an expression in the page is true; a page that is just being left answers nothing. */
const until = (browser: Browser, expression: string, most = patience): Promise<true> =>
  eventually(
    async () => ((await browser.run(expression).catch(() => false)) === true ? true : null),
    most,
    expression,
  );

const type = (browser: Browser, text: string): Promise<void> => browser.press(Array.from(text));
const at = (path: string): string => `location.pathname === '${path}' && document.readyState === 'complete'`;
const has = (selector: string, words: string): string =>
  `document.querySelector(${JSON.stringify(selector)})?.textContent.includes(${JSON.stringify(words)}) ?? false`;

export const steps: readonly Step[] = [
  {
    name: 'home',
    walk: async (browser, origin) => {
      await browser.open(`${origin}/`);
      await until(browser, has('h1', 'FTP'));
      // Paper and ink come from light-dark(); without it the page would have no colours of its own.
      await until(browser, `getComputedStyle(document.body).backgroundColor !== 'rgba(0, 0, 0, 0)'`);
      await until(browser, `document.fonts.ready.then(() => document.fonts.size > 0)`);
    },
  },
  {
    name: 'keyboard',
    walk: async (browser, origin) => {
      await browser.open(`${origin}/`);
      await browser.press([keys.tab]);
      await until(browser, `document.activeElement?.matches('a[href^="#"]') ?? false`);
      await browser.press(['k'], [keys.control]);
      await until(browser, `document.activeElement?.getAttribute('role') === 'combobox'`);
      await type(browser, '125 451');
      await until(browser, has('#quick-hits [aria-selected=true]', '125 vs 451'));
      await browser.press([keys.down]);
      await until(browser, has('#quick-hits [aria-selected=true]', '125'));
      await browser.press([keys.escape]);
      await until(browser, `document.querySelector('dialog.search-dialog')?.open === false`);
      await browser.press(['/']);
      await until(browser, `document.activeElement?.getAttribute('role') === 'combobox'`);
      await type(browser, '451');
      await until(browser, has('#quick-hits [aria-selected=true]', '451 Local error'));
      await browser.press([keys.enter]);
      await until(browser, at('/ftp/451/'));
    },
  },
  {
    name: 'search',
    walk: async (browser, origin) => {
      await browser.open(`${origin}/search/?q=${encodeURIComponent('550 Failed to open file.')}`);
      await until(browser, `document.querySelector('#search-results')?.dataset.state === 'done'`);
      await until(browser, `document.querySelector('#search-results a')?.pathname === '/ftp/550/'`);
      // Words that no name holds: the full-text index is asked, which is WebAssembly in a worker.
      await browser.open(`${origin}/search/?q=${encodeURIComponent('umbrella inode allotment')}`);
      await until(browser, `document.querySelector('#search-results')?.dataset.state === 'done'`);
      await until(browser, `document.querySelectorAll('#search-results a').length > 0`);
    },
  },
  {
    name: 'compare',
    walk: async (browser, origin) => {
      await browser.open(`${origin}/compare/`);
      await browser.run(`document.querySelector('form.picker input[name=a]').focus()`);
      await type(browser, '451');
      await browser.press([keys.tab]);
      await type(browser, '125');
      // WebKitGTK's list of suggestions takes the first Enter for itself, and Firefox without a display has no window
      // with the focus, where alone a key presses a button: so Enter in the field, a second time where it is needed.
      await browser.press([keys.enter]);
      const left = until(browser, `location.pathname !== '/compare/'`, 2000);
      await left.catch(() => browser.press([keys.enter]));
      await until(browser, at('/ftp/125-vs-451/'));
      await until(browser, has('#answer, main', '451'));
    },
  },
  {
    name: 'decode an example',
    walk: async (browser, origin) => {
      await browser.open(`${origin}/decode/`);
      await browser.run(
        `[...document.querySelectorAll('[data-session]')].find((link) => link.href.includes('ncftp')).focus()`,
      );
      await browser.press([keys.enter]);
      await until(browser, `document.querySelector('#diagnosis')?.dataset.finding === 'writable-root'`);
      await until(browser, `document.querySelector('#turns > [data-failure]') !== null`);
    },
  },
  {
    name: 'decode a paste',
    walk: async (browser, origin) => {
      await browser.open(`${origin}/decode/`);
      await browser.run(`document.querySelector('#log').focus()`);
      await type(browser, '220 (vsFTPd 3.0.5)');
      await browser.press([keys.enter]);
      await type(browser, 'PASS tr0ub4dor');
      await browser.press([keys.enter]);
      await type(browser, '530 Login incorrect.');
      await browser.press([keys.enter], [keys.control]);
      await until(browser, `document.querySelector('#diagnosis')?.dataset.finding === 'wrong-password'`);
      await until(browser, `document.querySelectorAll('#turns > li').length === 3`);
      await until(browser, `!document.querySelector('#turns').textContent.includes('tr0ub4dor')`);
    },
  },
  {
    name: 'theme',
    walk: async (browser, origin) => {
      await browser.open(`${origin}/ftp/550/`);
      const paper = `getComputedStyle(document.body).backgroundColor`;
      const choose = (theme: string): Promise<unknown> =>
        browser.run(
          `(() => { const select = document.querySelector('theme-choice select'); select.value = '${theme}'; select.dispatchEvent(new Event('change', { bubbles: true })); })()`,
        );
      await choose('light');
      const light = await browser.run(paper);
      await choose('dark');
      await until(browser, `${paper} !== ${JSON.stringify(light)}`);
      await browser.open(`${origin}/ftp/451/`);
      await until(browser, `document.documentElement.dataset.theme === 'dark'`);
      await until(browser, `${paper} !== ${JSON.stringify(light)}`);
      await choose('system');
      await until(browser, `document.documentElement.dataset.theme === undefined`);
    },
  },
];
