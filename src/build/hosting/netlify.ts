/**
 * The files _headers and _redirects in the folder that a host publishes: Netlify and Cloudflare Pages read both, GitLab
 * Pages the second. They agree on little more than the form of a line; what is written here means the same to each.
 */
import { filled, redirects, type Redirect } from '../../redirects.ts';
import { hashedFolders, keepForAYear, securityHeaders } from './headers.ts';

/** Their names; a host reads them and serves neither. */
export const hostFileNames = ['_headers', '_redirects'] as const;

/**
 * @param prefix the base path without a slash at the end: "" or "/docs/ftp"
 * @param policy the value of the Content-Security-Policy header
 */
export function headersFile(prefix: string, policy: string): string {
  const block = (path: string, headers: Readonly<Record<string, string>>) =>
    [`${prefix}${path}`, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  return [
    // Cloudflare joins the values of a header that two rules set.
    '# Pages have no Cache-Control here: these hosts let browsers revalidate them by themselves.',
    block('/*', securityHeaders(policy)),
    ...hashedFolders.map((folder) => block(`/${folder}/*`, { 'Cache-Control': keepForAYear })),
    '',
  ].join('\n');
}

/**
 * True for "/:code". A placeholder takes any name on these hosts, so it would match every file beside the home page, and
 * Cloudflare follows a rule even where there is a file. Such a rule is written once for each code.
 */
const hidesPages = ({ from }: Redirect): boolean => /^\/:[a-z]+$/.test(from);

/**
 * @param prefix as above
 * @param codes the codes that have a page
 */
export function redirectsFile(prefix: string, codes: readonly number[]): string {
  const rule = (from: string, to: string) => [
    `${prefix}${from} ${prefix}${to} 301`,
    ...(/[/*]$/.test(from) ? [] : [`${prefix}${from}/ ${prefix}${to} 301`]),
  ];
  return [
    // Cloudflare wants the rules without placeholders first.
    ...redirects
      .filter(hidesPages)
      .flatMap((redirect) =>
        codes.flatMap((code) =>
          rule(redirect.from.replace(':code', String(code)), filled(redirect, [String(code)])),
        ),
      ),
    ...redirects
      .filter((redirect) => !hidesPages(redirect))
      .flatMap(({ from, to }) => rule(from, to.replace('*', ':splat'))),
    '# The form at /compare/ without a script. Netlify only: others cannot match a query. "!" because the page is there.',
    `${prefix}/compare/ a=:a b=:b ${prefix}/ftp/:a-vs-:b/ 302!`,
    '',
  ].join('\n');
}
