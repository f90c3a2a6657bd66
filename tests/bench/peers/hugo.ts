import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../run.ts';
import { first, head, index, pagefindVersion, search } from './pagefind.ts';
import type { Peer } from './peer.ts';
import { writeTexts } from './texts.ts';

const page = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title>
${head}</head>
<body><div id="search"></div><main data-pagefind-body><h1>{{ .Title }}</h1>
{{ .Content }}</main></body></html>
`;

/** The version that is there, or that Debian or Ubuntu gives; throws with a sentence if there is none. */
function hugoVersion(): string {
  const version = (): string => execFileSync('hugo', ['version'], { encoding: 'utf8', stdio: 'pipe' });
  try {
    return version();
  } catch {
    if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
      throw new Error('hugo is not installed.');
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'hugo'], { stdio: 'pipe' });
    return version();
  }
}

export const hugo: Peer = {
  name: 'Hugo',
  versions: `Debian's package, Pagefind ${pagefindVersion}`,
  async build(folder, texts, most) {
    hugoVersion();
    writeFileSync(
      join(folder, 'config.toml'),
      'baseURL = "/"\ntitle = "ftp/codes"\ndisableKinds = ["taxonomy", "term", "RSS"]\n',
    );
    mkdirSync(join(folder, 'layouts/_default'), { recursive: true });
    for (const kind of ['single', 'list']) writeFileSync(join(folder, `layouts/_default/${kind}.html`), page);
    writeFileSync(join(folder, 'layouts/index.html'), page);
    writeTexts(join(folder, 'content'), texts, { parent: '_index', folders: false });
    const site = join(folder, 'public');
    return { folder: site, costs: [await run('hugo', [], { folder, most }), await index(site, most)] };
  },
  search,
  first,
};
