import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import { cached } from '../../src/cards/cache.ts';
import { codeCard, pairCard, type Card } from '../../src/cards/card.ts';
import { draw, fingerprint } from '../../src/cards/draw.ts';
import { layoutOf } from '../../src/cards/layout.ts';
import { lightPalette } from '../../src/cards/palette.ts';
import { isWholePng } from '../../src/cards/png.ts';
import { attributesOf, badge } from '../../src/protocol/attributes.ts';
import { code, codes, tree } from './content.ts';

const sheet = readFileSync('src/styles/tokens.css', 'utf8');
const palette = lightPalette(sheet);
const full = (number: number) => {
  const data = code(number);
  return { ...data, badge: badge(number, attributesOf(number, data)) };
};

let folder = '';
let png: Buffer = Buffer.alloc(0);

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ftp-codes-cards-'));
  png = await draw(layoutOf(codeCard(full(451)), palette));
});
after(() => {
  rmSync(folder, { recursive: true });
});

/** A cache that says how often it had to ask for a drawing. */
function counted(place: string) {
  let drawings = 0;
  const ask = () =>
    cached(place, 'card', () => {
      drawings += 1;
      return Promise.resolve(png);
    });
  return { ask, drawings: () => drawings };
}

test('the colours are the light ones of the style sheet', () => {
  assert.equal(palette('paper'), '#fbfaf6');
  assert.equal(palette('c5-bg'), '#fbe8e5');
  assert.throws(() => palette('c9'), /tokens\.css has no colour --c9; it has paper,/);
});

test('a card is drawn once and kept', async () => {
  const place = join(folder, 'kept/deep');
  const { ask, drawings } = counted(place);
  assert.deepEqual(await ask(), png);
  assert.deepEqual(await ask(), png);
  assert.equal(drawings(), 1);
  assert.deepEqual(readdirSync(place), ['card.png'], 'no draft is left behind');
});

test('a card that is half written, overwritten or empty is drawn anew and mended', async () => {
  const place = join(folder, 'broken');
  const { ask, drawings } = counted(place);
  await ask();
  const scratched = Buffer.from(png);
  scratched.writeUInt8(scratched.readUInt8(2000) ^ 1, 2000);
  const broken = {
    empty: Buffer.alloc(0),
    'cut off': png.subarray(0, png.length / 2),
    'without its last byte': png.subarray(0, -1),
    'with more behind it': Buffer.concat([png, png]),
    'filled up with zeros': Buffer.concat([png.subarray(0, 5000), Buffer.alloc(png.length - 5000)]),
    'one bit off': scratched,
    'no picture': Buffer.from('disk full'),
  };
  let asked = 1;
  for (const [what, bytes] of Object.entries(broken)) {
    assert.ok(!isWholePng(bytes), what);
    writeFileSync(join(place, 'card.png'), bytes);
    assert.deepEqual(await ask(), png, what);
    assert.equal(drawings(), (asked += 1), what);
    assert.deepEqual(readFileSync(join(place, 'card.png')), png, what);
  }
});

test('a cache that cannot be written to costs time and nothing else', async () => {
  // Root may write anywhere, but not into a folder whose name is a file's.
  const file = join(folder, 'a file');
  writeFileSync(file, '');
  const { ask, drawings } = counted(file);
  assert.deepEqual(await ask(), png);
  assert.deepEqual(await ask(), png);
  assert.equal(drawings(), 2);
});

test('another word or another colour is another picture', () => {
  const card = codeCard(full(451));
  const first = fingerprint(layoutOf(card, palette));
  assert.equal(fingerprint(layoutOf(codeCard(full(451)), palette)), first);
  assert.notEqual(fingerprint(layoutOf({ ...card, name: `${card.name}!` }, palette)), first);
  const repainted = lightPalette(sheet.replace('--paper: light-dark(#fbfaf6', '--paper: light-dark(#fbfaf7'));
  assert.notEqual(fingerprint(layoutOf(card, repainted)), first);
});

const longest = <Item>(items: readonly Item[], of: (item: Item) => string): Item => {
  const [first] = items.toSorted((a, b) => of(b).length - of(a).length);
  assert.ok(first);
  return first;
};

test('the longest words and the widest numbers stay on the card', async () => {
  const teaser = longest(tree.notes, ({ data }) => data.teaser).data;
  const every = codes.map(({ code: number }) => full(number));
  const words = {
    name: longest(every, ({ name }) => name).name,
    says: longest(every, ({ says }) => says).says,
    badge: longest(every, (each) => each.badge).badge,
    gloss: longest(every, ({ gloss }) => gloss).gloss,
  };
  const cards: Readonly<Record<string, Card>> = {
    'longest of everything': codeCard({ ...full(550), ...words }),
    'at the limits of the schema': codeCard({
      ...full(550),
      name: 'Wide Words '.repeat(6).slice(0, 60),
      says: 'many words '.repeat(15).slice(0, 160),
    }),
    'five digits': codeCard({ ...full(10060), badge: words.badge }),
    'longest teaser': pairCard(full(teaser.codes[0]), full(teaser.codes[1]), 'Why so long? '.repeat(8)),
    'five digits twice': pairCard({ ...full(10060), ...words }, { ...full(10061), ...words }, teaser.teaser),
  };
  const paper = Number.parseInt(palette('paper').slice(1), 16);
  for (const [what, card] of Object.entries(cards)) {
    const { data, info } = await sharp(await draw(layoutOf(card, palette)))
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    assert.deepEqual([info.width, info.height], [1200, 630]);
    const colour = (x: number, y: number) => data.readUIntBE((y * info.width + x) * 3, 3);
    for (let y = 0; y < info.height; y++)
      for (let x = info.width - 70; x < info.width; x++)
        assert.equal(colour(x, y), paper, `${what}: something stands at ${x}, ${y}`);
    for (let x = 30; x < info.width; x++)
      for (const y of [8, 16, 24, 610, 618, 626])
        assert.equal(colour(x, y), paper, `${what}: something stands at ${x}, ${y}`);
  }
});

test('the fonts have every character that a card shows', () => {
  const texts = [
    ...codes.flatMap(({ code: number }) => {
      const { name, says, badge: state, gloss } = full(number);
      return [name, says, state, gloss];
    }),
    ...tree.notes.map(({ data }) => data.teaser),
  ];
  // What the latin cut of the fonts holds and English prose may use.
  for (const text of texts) assert.match(text, /^[\u0020-\u007e\u00a0-\u00ff\u2013\u2018-\u201d\u2026]*$/);
});
