/**
 * `npm run bench:peers`: builds this site's text with other programs, one after the other on this machine, and prints
 * this project beside them. `--comparisons 500` takes fewer pages, `--only Hugo,Eleventy` fewer peers. Adds to nothing
 * and depends on nothing: the peers live in the system's temporary folder.
 */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { launch } from './browser.ts';
import { quiet, thisMachine } from './machine.ts';
import { compare, type Comparison } from './peers/compare.ts';
import { docusaurus } from './peers/docusaurus.ts';
import { eleventy } from './peers/eleventy.ts';
import { hugo } from './peers/hugo.ts';
import type { Peer } from './peers/peer.ts';
import { questions } from './peers/questions.ts';
import { starlight } from './peers/starlight.ts';
import { readTexts } from './peers/texts.ts';
import { thisProject } from './peers/this-project.ts';
import { vitepress } from './peers/vitepress.ts';
import { scratchFolder } from './scratch.ts';
import { size, table } from './table.ts';

/** Seconds that a peer may take for one step of its build. */
const most = 600;

const { values } = parseArgs({
  options: { comparisons: { type: 'string', default: 'all' }, only: { type: 'string' } },
});
const comparisons = values.comparisons === 'all' ? Infinity : Number(values.comparisons);
const all: readonly Peer[] = [thisProject, hugo, eleventy, starlight, vitepress, docusaurus];
const only = values.only?.split(',');
const peers = all.filter((peer) => peer === thisProject || !only || only.includes(peer.name));
if (!(comparisons >= 1)) {
  console.error(`--comparisons: found ${values.comparisons}. Expected a number of at least 1, such as 500.`);
  process.exit(1);
}

const machine = thisMachine();
const compared: Comparison[] = [];
const failures: string[] = [];
const browser = await launch();
let pages = 0;
try {
  for (const peer of peers) {
    console.error(`${peer.name} …`);
    const folder = scratchFolder('peer');
    try {
      // This project comes first: the others build the text of its pages.
      const texts = peer === thisProject ? [] : readTexts('dist', comparisons);
      if (texts.length > 0) pages = texts.length;
      const built = await peer.build(folder, texts, most);
      compared.push(await compare(browser, peer, built, peer === thisProject));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      failures.push(`${peer.name} (${peer.versions}): ${message.slice(0, 1500)}`);
    } finally {
      if (existsSync(folder)) rmSync(folder, { recursive: true });
    }
  }
} finally {
  await browser.close();
}

const column = (title: string, cell: (one: Comparison) => string): readonly string[] => [
  title,
  ...compared.map(cell),
];
const transposed = [
  column('', ({ name }) => name),
  column('build with search', ({ buildSeconds }) => `${buildSeconds.toFixed(1)} s`),
  column('processor time', ({ cpuSeconds }) => (cpuSeconds === null ? '' : `${cpuSeconds.toFixed(1)} s`)),
  column('peak memory', ({ peakBytes }) => (peakBytes === null ? '' : size(peakBytes))),
  column('output', ({ outputBytes }) => size(outputBytes)),
  column('files', ({ files }) => files.toLocaleString('en')),
  column('a page before interaction', ({ pageBytes }) => size(pageBytes)),
  column('of it fonts', ({ fontBytes }) => (fontBytes === 0 ? '' : size(fontBytes))),
  column('first search besides', ({ searchBytes }) => size(searchBytes)),
  column(
    'first result right',
    ({ answers }) => `${answers.filter(({ right }) => right).length} of ${answers.length}`,
  ),
];
const answered = questions.map(({ query }, at) =>
  column(`"${query}"`, ({ answers }) => {
    const found = answers[at];
    return found?.first ? `${found.right ? '' : '✗ '}${found.first}` : '✗ nothing';
  }),
);
console.log(table(transposed));
console.log(`\n${table([column('first result', ({ name }) => name), ...answered])}`);
console.log(`\n${compared.map(({ name, versions }) => `${name}: ${versions}`).join('. ')}.`);
console.log(
  `${pages.toLocaleString('en')} pages each, this project all of its own. ${machine.date}, commit ${machine.commit}, ${machine.cores} × ${machine.processor}, load ${machine.load.toFixed(1)} before and ${(loadavg()[0] ?? 0).toFixed(1)} after.`,
);
if (machine.load > quiet)
  console.log(`The load was above ${quiet} before anything was built: times are too long.`);
for (const failure of failures) console.error(`Not compared: ${failure}`);
writeFileSync('bench-peers.json', `${JSON.stringify({ machine, pages, compared, failures }, null, 2)}\n`);
