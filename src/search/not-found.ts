/** Leads from a form of an address to the page, where the host does not; else guesses what was meant, and offers it. */
import { homeOf } from '../redirects.ts';
import { urls } from '../urls.ts';
import { beginSearch } from './begin.ts';
import { meantBy } from './meant.ts';

const path = location.pathname.slice(urls.home.length - 1);
const offers = document.querySelector('#offers');
const lead = document.querySelector('#meant');
const field = document.querySelector<HTMLInputElement>('main input[type=search]');
// Whoever opens the page at its own address asks for nothing.
const words = location.pathname === urls.notFound ? '' : meantBy(path);

async function offer(): Promise<void> {
  const { find, hitItem } = await beginSearch();
  const { hits } = await find(words, 5);
  if (hits.length === 0 || !offers || !lead) return;
  lead.textContent = hits.length === 1 ? 'Did you mean this?' : 'Did you mean one of these?';
  offers.append(...hits.map((hit) => hitItem(hit, words)));
}

/** The page that the address is a form of, if there is one. */
async function home(): Promise<string | null> {
  const page = homeOf(path);
  if (page === null) return null;
  const address = urls.within(page);
  // Offline there is nothing to lead to.
  const { ok } = await fetch(address, { method: 'HEAD' }).catch(() => ({ ok: false }));
  return ok ? address + location.hash : null;
}

if (field?.value === '') field.value = words;
void home().then((address) => {
  if (address !== null) location.replace(address);
  // Without the scripts of the search, the links of the page are what there is.
  else if (words !== '') void offer().catch(() => undefined);
});
