import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installed } from '../install.ts';
import { run } from '../run.ts';
import { patience, type Peer } from './peer.ts';
import { writeTexts } from './texts.ts';

const packages = { vitepress: '1.6.4', vue: '3.5.22' } as const;

const settings = `export default {
  title: 'ftp/codes',
  ignoreDeadLinks: true,
  // The texts hold angle brackets and double braces that are no markup.
  markdown: { html: false, config: (md) => { md.renderer.rules.text = (tokens, at) => md.utils.escapeHtml(tokens[at].content).replaceAll('{{', '&#123;&#123;'); } },
  themeConfig: { search: { provider: 'local' } },
};
`;

const result = '#localsearch-list a.result';

export const vitepress: Peer = {
  name: 'VitePress',
  versions: `${packages.vitepress}, its local search`,
  async build(folder, texts, most) {
    const from = await installed('vitepress', packages);
    symlinkSync(join(from, 'node_modules'), join(folder, 'node_modules'));
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}\n');
    mkdirSync(join(folder, '.vitepress'));
    writeFileSync(join(folder, '.vitepress/config.mjs'), settings);
    writeTexts(folder, texts, { parent: 'index', folders: true });
    const built = await run(process.execPath, ['node_modules/vitepress/bin/vitepress.js', 'build'], {
      folder,
      most,
      environment: { NODE_OPTIONS: '--max-old-space-size=8192' },
    });
    return { folder: join(folder, '.vitepress/dist'), costs: [built] };
  },
  async search(page, query) {
    await page.locator('#local-search button').first().click();
    await page.locator('#localsearch-input').fill(query);
    await page.locator(result).first().waitFor({ timeout: patience });
  },
  async first(page) {
    const link = page.locator(result).first();
    return (await link.count()) === 0 ? null : link.getAttribute('href');
  },
};
