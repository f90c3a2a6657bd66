/** Which pages a built site has. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export interface Pages {
  /** Pages that say something. */
  readonly content: number;
  /** Pages that only lead to another: the higher code first. */
  readonly redirects: number;
}

const isRedirect = (html: string): boolean => html.includes('http-equiv="refresh"');

const files = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => join(entry.parentPath, entry.name));

export function countPages(folder: string): Pages {
  const all = files(folder);
  const redirects = all.filter((file) => isRedirect(readFileSync(file, 'utf8'))).length;
  return { content: all.length - redirects, redirects };
}

/** Addresses of all HTML pages: "/ftp/451/", "/404.html". */
export const everyPage = (folder: string): readonly string[] =>
  files(folder).map((file) =>
    `/${relative(folder, file).split(sep).join('/')}`.replace(/\/index\.html$/, '/'),
  );
