import { resolve } from 'node:path';
import { buildSite } from '../own-build.ts';
import { patience, type Peer } from './peer.ts';

/** The site itself, with everything the peers do not make: pages of reversed pairs, cards, JSON, the decoder. */
export const thisProject: Peer = {
  name: 'ftp/codes',
  versions: 'this working copy',
  async build(_folder, _texts, most) {
    return {
      folder: resolve('dist'),
      costs: [await buildSite({ folder: '.', most })],
    };
  },
  async search(page, query) {
    await page.keyboard.press('/');
    await page.getByRole('combobox', { name: 'Search codes, comparisons and commands' }).fill(query);
    const done = page.getByRole('dialog').getByRole('status');
    await done.filter({ hasText: /./ }).waitFor({ state: 'attached', timeout: patience });
  },
  async first(page) {
    if ((await page.getByRole('option').count()) === 0) return null;
    const before = page.url();
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.href !== before, { timeout: patience });
    return page.url();
  },
};
