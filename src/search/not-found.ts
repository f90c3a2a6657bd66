/** Leads from a form of an address to the page, where the host does not; else guesses what was meant, and offers it. */
import { homeOf } from '../redirects.ts';
import { urls } from '../urls.ts';
import { find } from './find.ts';
import { hitItem } from './hit-view.ts';

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // a stray per cent sign
  }
}

const meant = decoded(location.pathname)
  .replaceAll(/[/_.+-]|html?|php/g, ' ')
  .replaceAll(/\b(ftp|codes?|commands?|compare|vs)\b/gi, ' ');
const offers = document.querySelector('#offers');
const lead = document.querySelector('#meant');
const field = document.querySelector<HTMLInputElement>('main input[type=search]');
const words = meant.trim().replaceAll(/\s+/g, ' ').slice(0, 200);

async function offer(): Promise<void> {
  const { hits } = await find(words, 5);
  if (hits.length === 0 || !offers || !lead) return;
  lead.textContent = hits.length === 1 ? 'Did you mean this?' : 'Did you mean one of these?';
  offers.append(...hits.map((hit) => hitItem(hit, words)));
}

/** The page that the address is a form of, if there is one. */
async function home(): Promise<string | null> {
  const path = homeOf(location.pathname.slice(urls.home.length - 1));
  if (path === null) return null;
  const address = urls.within(path);
  // Offline there is nothing to lead to.
  const { ok } = await fetch(address, { method: 'HEAD' }).catch(() => ({ ok: false }));
  return ok ? address + location.hash : null;
}

if (field) field.value = words;
void home().then((address) => {
  if (address !== null) location.replace(address);
  else if (words !== '') void offer();
});
