import assert from 'node:assert/strict';
import { test } from 'node:test';
import { atomFeed } from '../../src/feed.ts';
import type { Change } from '../../src/schemas.ts';

const change = (part: Partial<Change>): Change => ({
  id: 'one',
  date: '2026-11-21',
  title: 'A title',
  text: 'A text about [450].',
  pages: ['/ftp/450/'],
  ...part,
});
const ids = (feed: string) => feed.match(/urn:uuid:[^<]*/g) ?? [];

test('names stay the same whatever is edited and wherever the site moves, and differ from each other', () => {
  const before = atomFeed([change({}), change({ id: 'two' })], undefined);
  const after = atomFeed(
    [change({ title: 'Another', text: 'New.', pages: ['/ftp/'] }), change({ id: 'two' })],
    new URL('https://ftp.example.org'),
  );
  assert.deepEqual(ids(before), ids(after));
  assert.equal(new Set(ids(before)).size, 3);
  // Version 8 and variant 10 (RFC 9562 §5.8).
  for (const id of ids(before))
    assert.match(id, /^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
});

test('addresses are whole where the origin is known', () => {
  const site = new URL('https://ftp.example.org');
  assert.match(atomFeed([change({})], site), /href="https:\/\/ftp\.example\.org\/about\/#change-one"/);
  assert.match(atomFeed([change({})], undefined), /href="\/about\/#change-one"/);
});

test('text is text: our links are words, and markup is shown and not read', () => {
  const feed = atomFeed([change({ title: 'A & <b>', text: 'Less than < [450] & "more".' })], undefined);
  assert.match(feed, /<title>A &amp; &lt;b&gt;<\/title>/);
  // Escaped twice: once as text of the HTML, once as HTML in the XML.
  assert.match(feed, /Less than &amp;lt; 450 &amp;amp; &amp;quot;more&amp;quot;\./);
});
