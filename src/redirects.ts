/**
 * Forms in which people type or remember an address, and where they lead: the one table for hosts (src/build/hosting),
 * for our own server and for the page that says "not found". It applies only where there is no file.
 *
 * `:code`, `:one` and `:other` stand for a number of three or five digits, `*` for the rest of the path. Forms match in
 * any case, with or without a slash at the end; addresses have no base in front.
 */
import { makeUrls } from './urls.ts';

export interface Redirect {
  readonly from: string;
  readonly to: string;
}

const urls = makeUrls('/');
const code = urls.code(0).replace('0', ':code');
const pair = urls.pair(1, 2).replace('1', ':one').replace('2', ':other');

export const redirects: readonly Redirect[] = [
  { from: '/:code', to: code },
  { from: '/:one-vs-:other', to: pair },
  { from: '/code/:code', to: code },
  { from: '/codes/:code', to: code },
  { from: `${urls.codes}code/:code`, to: code },
  { from: `${urls.codes}codes/:code`, to: code },
  { from: `${urls.codes.toUpperCase()}*`, to: `${urls.codes}*` },
];

/** A form as the source of a regular expression, without anchors: a group for each placeholder, in their order. */
export const pattern = (form: string): string =>
  form
    .replaceAll(/[.~]/g, '\\$&')
    .replaceAll(/:[a-z]+/g, '(\\d{3}|\\d{5})')
    // No more than an address of the site is made of, so that nothing else can be smuggled into an answer.
    .replace('*', '([\\w./-]*)');

/** The target of a form with its placeholders filled in, in the order in which they stand in `from`. */
export function filled({ from, to }: Redirect, values: readonly string[]): string {
  const names = from.match(/:[a-z]+|\*/g) ?? [];
  return names.reduce((address, name, index) => address.replace(name, values[index] ?? ''), to);
}

/**
 * Where a path leads that has no file: "/451" → "/ftp/451/", "/FTP/Commands/" → "/ftp/commands/". null if it is no
 * form of an address.
 * @param path without the base
 */
export function homeOf(path: string): string | null {
  for (const redirect of redirects) {
    const values = new RegExp(`^${pattern(redirect.from)}/?$`, 'i').exec(path)?.slice(1);
    const home = values ? filled(redirect, values).toLowerCase() : path;
    if (home !== path) return home;
  }
  return null;
}
