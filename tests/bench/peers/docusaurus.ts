import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installed } from '../install.ts';
import { run } from '../run.ts';
import { patience, type Peer } from './peer.ts';
import { writeTexts } from './texts.ts';

const packages = {
  '@docusaurus/core': '3.10.2',
  '@docusaurus/plugin-content-docs': '3.10.2',
  '@docusaurus/theme-classic': '3.10.2',
  '@easyops-cn/docusaurus-search-local': '0.55.3',
  react: '19.3.1',
  'react-dom': '19.3.1',
} as const;

// Not the classic preset: it brings the plugins of blogs and of a search by a service besides.
const settings = `module.exports = {
  title: 'ftp/codes',
  url: 'http://localhost',
  baseUrl: '/',
  trailingSlash: true,
  onBrokenLinks: 'ignore',
  onBrokenAnchors: 'ignore',
  // The texts hold angle brackets and braces that are no components.
  markdown: { format: 'md', hooks: { onBrokenMarkdownLinks: 'ignore' } },
  plugins: [['@docusaurus/plugin-content-docs', { routeBasePath: '/', sidebarPath: false, numberPrefixParser: false }]],
  themes: ['@docusaurus/theme-classic', ['@easyops-cn/docusaurus-search-local', { hashed: true, docsRouteBasePath: '/', indexBlog: false }]],
};
`;

const suggestion = '.navbar__search [role=option]';

export const docusaurus: Peer = {
  name: 'Docusaurus',
  versions: `${packages['@docusaurus/core']}, docusaurus-search-local ${packages['@easyops-cn/docusaurus-search-local']}`,
  async build(folder, texts, most) {
    const from = await installed('docusaurus', packages);
    symlinkSync(join(from, 'node_modules'), join(folder, 'node_modules'));
    writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
    writeFileSync(join(folder, 'docusaurus.config.js'), settings);
    mkdirSync(join(folder, 'src'));
    writeTexts(join(folder, 'docs'), texts, { parent: 'index', folders: false });
    const built = await run(process.execPath, ['node_modules/@docusaurus/core/bin/docusaurus.mjs', 'build'], {
      folder,
      most,
      environment: { NODE_OPTIONS: '--max-old-space-size=8192' },
    });
    return { folder: join(folder, 'build'), costs: [built] };
  },
  async search(page, query) {
    const field = page.locator('.navbar__search-input');
    // The index is loaded, and the field replaced, when it first gets the focus.
    await field.click();
    await page.locator('.navbar__search [role=listbox]').waitFor({ state: 'attached', timeout: patience });
    await field.fill(query);
    const none = page.getByText('No results');
    await page.locator(suggestion).or(none).first().waitFor({ timeout: patience });
  },
  async first(page) {
    const before = page.url();
    if ((await page.locator(suggestion).count()) === 0) return null;
    // The first suggestion is the one that Enter follows.
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.href !== before, { timeout: patience });
    return page.url();
  },
};
