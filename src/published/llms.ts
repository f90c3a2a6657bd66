/** The site for language models, in the form of llmstxt.org: a list of what there is, and everything in one text. */
import type { Catalog } from '../catalog.ts';
import type { Practice } from '../practice.ts';
import { plainText } from '../prose/inline.ts';
import { urls } from '../urls.ts';
import { codeBlocks } from './markdown/code.ts';
import { noteBlocks } from './markdown/comparison.ts';
import { document, link, list } from './markdown/prose.ts';
import { situationMarkdown } from './markdown/situation.ts';

const title = '# ftp/codes';
const about =
  '> A reference of FTP reply codes: what each means, who can fix it, what to change, how any two differ, and what servers really send.';

/** /llms.txt */
export function llmsIndex({ codes, notes }: Catalog, { situations }: Practice): string {
  const files = [
    [urls.llmsFull, 'llms-full.txt', 'the codes, notes and situations of this list in one text'],
    [urls.api.codes, 'codes.json', 'every code as a record'],
    [urls.api.commands, 'commands.json', 'every command with the replies it may get, in order'],
    [urls.api.servers, 'servers.json', 'every text that each server is known to send, and when'],
    [urls.api.situations, 'situations.json', 'what each server answers when something goes wrong'],
    [urls.api.clients, 'clients.json', 'what clients make of replies'],
    [urls.api.index, 'all files', 'their fields and what changed'],
  ] as const;
  return document([
    title,
    about,
    `Every claim names its source. Any two codes have a comparison: ${link('125 vs 451', urls.pair(125, 451))}, the lower code first. Add .md or .json in place of the last slash of a code's address for the same without the page.`,
    '## Codes',
    list(
      codes.map(
        ({ code, name, when }) => `${link(`${code} ${name}`, urls.markdown(code))}: ${plainText(when)}`,
      ),
    ),
    "## Comparisons with an editor's note",
    list(
      notes.map(
        ({ codes: [low, high], teaser }) =>
          `${link(`${low} vs ${high}`, urls.pairMarkdown(low, high))}: ${teaser}`,
      ),
    ),
    '## Situations',
    list(
      situations.map(
        ({ id, title: name, summary }) => `${link(name, urls.situationMarkdown(id))}: ${plainText(summary)}`,
      ),
    ),
    '## Optional',
    list(files.map(([path, name, what]) => `${link(name, path)}: ${what}`)),
  ]);
}

/** /llms-full.txt. What servers send stands under the situations, once. */
export function llmsFull(catalog: Catalog, practice: Practice): string {
  return [
    document([title, about]),
    ...catalog.codes.map((code) => document(codeBlocks(code, catalog))),
    ...catalog.notes.map((note) => document(noteBlocks(note))),
    ...practice.situations.map((situation) => situationMarkdown(situation, practice)),
  ].join('\n');
}
