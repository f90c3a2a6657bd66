import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'vite';
import { summaryOf, type OfflineList } from '../offline/list.ts';
import { listOf } from '../offline/manifest.ts';

/** As in a list: "ftp/451/index.html". */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));

/** The service worker in one file: not every browser takes one of several modules. */
async function workerScript(list: OfflineList, root: URL, base: string): Promise<string> {
  const id = '\0virtual:offline-list';
  const built = await build({
    configFile: false,
    envDir: false,
    logLevel: 'warn',
    root: fileURLToPath(root),
    base,
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      {
        name: 'offline-list',
        resolveId: (source) => (source === 'virtual:offline-list' ? id : undefined),
        load: (resolved) => (resolved === id ? `export default ${JSON.stringify(list)};` : undefined),
      },
    ],
    build: {
      write: false,
      lib: {
        entry: fileURLToPath(new URL('src/offline/worker.ts', root)),
        formats: ['iife'],
        name: 'offline',
        fileName: 'offline',
      },
    },
  });
  const outputs = Array.isArray(built) ? built : 'output' in built ? [built] : [];
  const chunks = outputs.flatMap(({ output }) => output).filter((file) => file.type === 'chunk');
  const [chunk] = chunks;
  if (!chunk || chunks.length > 1) throw new Error('the service worker could not be built into one file');
  return chunk.code;
}

/**
 * Writes /offline.js and /offline.json, for what all steps before it have built. The worker carries the list of its
 * version, so a browser that compares the worker's bytes sees every change of the site.
 */
export function offline(): AstroIntegration {
  let root: URL;
  let base = '/';
  return {
    name: 'offline',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = config.root;
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:build:done': async ({ dir }) => {
        const list = listOf(filesIn(fileURLToPath(dir)), (path) => readFileSync(new URL(path, dir)));
        writeFileSync(new URL('offline.js', dir), await workerScript(list, root, base));
        writeFileSync(new URL('offline.json', dir), JSON.stringify(summaryOf(list)));
      },
    },
  };
}
