/** The changes as an Atom feed (RFC 4287): unlike RSS it may hold relative addresses, so it needs no SITE_URL. */
import { createHash } from 'node:crypto';
import { plainText } from './prose/inline.ts';
import type { Change } from './schemas.ts';
import { inFull, licenceOfTexts, urls } from './urls.ts';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (character) => escapes[character] ?? '');

/**
 * A name that stays the same wherever the site is hosted: a UUID of version 8, made from a SHA-256 as RFC 9562
 * appendix B.2 does.
 */
function uuid(name: string): string {
  const bytes = createHash('sha256').update(`ftp/codes ${name}`).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return `urn:uuid:${bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
}

/** A feed wants a time, and a change has a day. */
const time = (date: string): string => `${date}T00:00:00Z`;

/** @param changes newest first */
export function atomFeed(changes: readonly [Change, ...Change[]], site: URL | undefined): string {
  const link = (rel: string, type: string, path: string): string =>
    `<link rel="${rel}" type="${type}" href="${escaped(inFull(path, site))}"/>`;
  const entries = changes.map(({ id, date, title, text, pages }) => {
    const links = pages.map(
      (page) => `<li><a href="${escaped(inFull(urls.within(page), site))}">${escaped(page)}</a></li>`,
    );
    const content = `<p>${escaped(plainText(text))}</p><ul>${links.join('')}</ul>`;
    return `  <entry>
    <id>${uuid(`change ${id}`)}</id>
    <title>${escaped(title)}</title>
    <updated>${time(date)}</updated>
    ${link('alternate', 'text/html', urls.change(id))}
    <content type="html">${escaped(content)}</content>
  </entry>
`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>${uuid('feed')}</id>
  <title>ftp/codes: what changed</title>
  <updated>${time(changes[0].date)}</updated>
  <author><name>ftp/codes</name></author>
  <rights>${licenceOfTexts}</rights>
  ${link('self', 'application/atom+xml', urls.feed)}
  ${link('alternate', 'text/html', urls.home)}
${entries.join('')}</feed>
`;
}
