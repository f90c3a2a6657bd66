import { expect, test } from './site.ts';

test('the feed is XML that a browser can read, with an entry for each change that "About" shows', async ({
  page,
}) => {
  await page.goto('/about/');
  const changes = page.getByRole('heading', { name: 'What changed' });
  await expect(changes).toBeVisible();
  const feed = page.getByRole('link', { name: 'a feed' });
  const entries = await feed.evaluate(async (link: HTMLAnchorElement) => {
    const text = await (await fetch(link.href)).text();
    const read = new DOMParser().parseFromString(text, 'application/xml');
    // A text that is no XML becomes a document with this element.
    const [broken] = read.getElementsByTagName('parsererror');
    if (broken) throw new Error(broken.textContent);
    return Array.from(read.getElementsByTagName('entry'), (entry) => {
      const [alternate] = entry.getElementsByTagName('link');
      const [title] = entry.getElementsByTagName('title');
      return { title: title?.textContent ?? '', href: alternate?.getAttribute('href') ?? '' };
    });
  });
  expect(entries.length).toBeGreaterThan(5);
  for (const { title, href } of entries) {
    await page.goto(href);
    await expect(page.locator(':target').getByRole('heading', { name: title })).toBeVisible();
  }
});

test('a card is a picture of the size that previews show', async ({ page }) => {
  await page.goto('/');
  const size = await page.evaluate(async () => {
    const picture = new Image();
    picture.src = '/cards/450-vs-550.png';
    await picture.decode();
    return [picture.naturalWidth, picture.naturalHeight];
  });
  expect(size).toEqual([1200, 630]);
});
