import { symlinkSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { installed } from '../install.ts';
import { run } from '../run.ts';
import { first, search } from './pagefind.ts';
import type { Peer } from './peer.ts';
import { writeTexts } from './texts.ts';

const packages = { '@astrojs/starlight': '0.42.4', astro: '7.3.5', sharp: '0.35.5' } as const;

// Left alone, every page would carry a list of all pages.
const settings = `import { defineConfig } from 'astro/config';
import starlight from '@astrojs/starlight';
export default defineConfig({
  integrations: [starlight({ title: 'ftp/codes', sidebar: [{ label: 'Codes', link: '/ftp/' }] })],
});
`;

const collections = `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

export const starlight: Peer = {
  name: 'Starlight',
  versions: `${packages['@astrojs/starlight']}, Astro ${packages.astro}, its Pagefind`,
  async build(folder, texts, most) {
    const from = await installed('starlight', packages);
    symlinkSync(join(from, 'node_modules'), join(folder, 'node_modules'));
    // Astro looks here for the packages that it has to build along.
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module', dependencies: packages }));
    writeFileSync(join(folder, 'astro.config.mjs'), settings);
    mkdirSync(join(folder, 'src'));
    writeFileSync(join(folder, 'src/content.config.ts'), collections);
    writeTexts(join(folder, 'src/content/docs'), texts, { parent: 'index', folders: false });
    const built = await run(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--force'], {
      folder,
      most,
      environment: { NODE_OPTIONS: '--max-old-space-size=8192' },
    });
    return { folder: join(folder, 'dist'), costs: [built] };
  },
  async search(page, query) {
    await page.locator('button[data-open-modal]').click();
    await search(page, query);
  },
  first,
};
