/** Guesses from an address that leads nowhere what was meant, and offers it. */
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

if (field) field.value = words;
if (words !== '') void offer();
