/** The one table of what every answer carries and how long it may be kept: for hosts, for nginx, for our own server. */

/**
 * The content security policy of a built page, as src/layouts/policy.ts makes it. All pages have
 * the same; as a header it also forbids framing, which a page cannot do for itself.
 * Throws if the page has none.
 */
export function policyOf(html: string): string {
  const policy = /<meta http-equiv="content-security-policy" content="([^"]+)"/.exec(html)?.[1];
  if (!policy) throw new Error('The page has no content security policy.');
  return [...policy.split(';').map((directive) => directive.trim()), "frame-ancestors 'none'"]
    .filter(Boolean)
    .join('; ');
}

/** @param policy the value of the Content-Security-Policy header */
export const securityHeaders = (policy: string): Readonly<Record<string, string>> => ({
  'Content-Security-Policy': policy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy':
    'accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Content-Type-Options': 'nosniff',
});

/** Folders of the built site in which every file has a hash of its content in its name. */
export const hashedFolders = ['_astro', 'pagefind/filter', 'pagefind/fragment', 'pagefind/index'] as const;

export const keepForAYear = 'public, max-age=31536000, immutable';
/** Kept, and asked for again each time: 304 unless it changed. */
export const revalidate = 'no-cache';

/** @param path without the base: "/_astro/style.css" */
export const cacheControl = (path: string): string =>
  hashedFolders.some((folder) => path.startsWith(`/${folder}/`)) ? keepForAYear : revalidate;
