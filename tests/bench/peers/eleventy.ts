import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installed } from '../install.ts';
import { run } from '../run.ts';
import { first, head, index, pagefindVersion, search } from './pagefind.ts';
import type { Peer } from './peer.ts';
import { writeTexts } from './texts.ts';

const version = '3.1.2';

const page = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title>
${head}</head>
<body><div id="search"></div><main data-pagefind-body><h1>{{ title }}</h1>
{{ content }}</main></body></html>
`;

// Left alone, Eleventy reads Markdown as a template first; these texts are none.
const settings = `export default function (eleventy) {
  eleventy.setInputDirectory('content');
  eleventy.setOutputDirectory('site');
  eleventy.addGlobalData('layout', 'page.liquid');
}
export const config = { markdownTemplateEngine: false };
`;

export const eleventy: Peer = {
  name: 'Eleventy',
  versions: `${version}, Pagefind ${pagefindVersion}`,
  async build(folder, texts, most) {
    const packages = await installed('eleventy', { '@11ty/eleventy': version });
    symlinkSync(join(packages, 'node_modules'), join(folder, 'node_modules'));
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}\n');
    writeFileSync(join(folder, 'eleventy.config.js'), settings);
    writeTexts(join(folder, 'content'), texts, { parent: 'index', folders: false });
    mkdirSync(join(folder, 'content/_includes'));
    writeFileSync(join(folder, 'content/_includes/page.liquid'), page);
    const site = join(folder, 'site');
    const built = await run(process.execPath, ['node_modules/@11ty/eleventy/cmd.cjs', '--quiet'], {
      folder,
      most,
    });
    return { folder: site, costs: [built, await index(site, most)] };
  },
  search,
  first,
};
