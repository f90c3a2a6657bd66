/** For a comparison that is not kept: leads to the pages of its two codes, which are. */
import { vocabulary } from '../search/vocabulary.ts';
import { urls } from '../urls.ts';

const lead = document.querySelector('#instead');
const codes = (/\/ftp\/(\d+)-vs-(\d+)\/?$/.exec(location.pathname) ?? []).slice(1).map(Number);
const known = codes.flatMap((code) => {
  const name = vocabulary.codes.get(code)?.name;
  return name === undefined ? [] : [{ code, name }];
});

if (lead && known.length === 2) {
  const items = known.map(({ code, name }) => {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = urls.code(code);
    link.textContent = `${code} ${name}`;
    item.append(link);
    return item;
  });
  const list = document.createElement('ul');
  list.append(...items);
  const [one, other] = codes;
  const heading = document.createElement('p');
  heading.textContent = `The comparison of ${one ?? ''} and ${other ?? ''} is computed, and those are kept only once you have visited them. The pages of both codes are here:`;
  lead.replaceChildren(heading, list);
}
