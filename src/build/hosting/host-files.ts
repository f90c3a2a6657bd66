import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import { policyOf } from './headers.ts';
import { headersFile, redirectsFile } from './netlify.ts';

/** Writes _headers and _redirects into the built site, for the base path it is built for. */
export function hostFiles(): AstroIntegration {
  let prefix = '';
  return {
    name: 'host-files',
    hooks: {
      'astro:config:done': ({ config }) => {
        prefix = config.base.replace(/\/$/, '');
      },
      'astro:build:done': ({ dir }) => {
        const policy = policyOf(readFileSync(new URL('index.html', dir), 'utf8'));
        const codes = readdirSync(new URL('ftp/', dir))
          .filter((name) => /^\d+$/.test(name))
          .map(Number)
          .toSorted((a, b) => a - b);
        writeFileSync(new URL('_headers', dir), headersFile(prefix, policy));
        writeFileSync(new URL('_redirects', dir), redirectsFile(prefix, codes));
      },
    },
  };
}
