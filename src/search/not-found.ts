/** Guesses from an address that leads nowhere what was meant, and offers it. */
import { findAtOnce } from './find.ts';
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
const hits = findAtOnce(meant);
const offers = document.querySelector('#offers');
const lead = document.querySelector('#meant');
const field = document.querySelector<HTMLInputElement>('main input[type=search]');

if (hits.length > 0 && offers && lead) {
  lead.textContent = hits.length === 1 ? 'Did you mean this?' : 'Did you mean one of these?';
  offers.append(...hits.map(hitItem));
}
if (field) field.value = meant.trim().replaceAll(/\s+/g, ' ').slice(0, 200);
