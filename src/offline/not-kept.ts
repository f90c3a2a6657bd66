/** For a comparison that is not kept: leads to the pages of its two codes, which are. */
import { urls } from '../urls.ts';

function item(code: number, name: string): HTMLLIElement {
  const made = document.createElement('li');
  const link = document.createElement('a');
  link.href = urls.code(code);
  link.textContent = `${code} ${name}`;
  made.append(link);
  return made;
}

async function leadToBoth(lead: Element, codes: readonly number[]): Promise<void> {
  const { vocabulary } = await import('../search/vocabulary.ts');
  const items = codes.flatMap((code) => {
    const name = vocabulary.codes.get(code)?.name;
    return name === undefined ? [] : [item(code, name)];
  });
  if (items.length < 2) return;
  const list = document.createElement('ul');
  list.append(...items);
  const heading = document.createElement('p');
  heading.textContent = `The comparison of ${codes.join(' and ')} is computed, and those are kept only once you have visited them. The pages of both codes are here:`;
  lead.replaceChildren(heading, list);
}

const lead = document.querySelector('#instead');
const codes = /\/ftp\/(\d+)-vs-(\d+)\/?$/.exec(location.pathname)?.slice(1).map(Number);
// The names are kept with the site; where they are not, the links of the page are what there is.
if (lead && codes) void leadToBoth(lead, codes).catch(() => undefined);
