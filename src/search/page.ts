/** The search page: `/search/?q=…`, results in rank order in one list. */
import { urls } from '../urls.ts';
import { find, findAtOnce, type Hit } from './find.ts';
import { hitItem } from './hit-view.ts';

const most = 20;

const list = document.querySelector<HTMLOListElement>('#search-results');
const status = document.querySelector<HTMLElement>('#search-status');
const form = document.querySelector<HTMLFormElement>('main form');
const input = form?.querySelector('input');

function show(hits: readonly Hit[]): void {
  list?.replaceChildren(...hits.map(hitItem));
}

function allCodes(): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = urls.codes;
  link.textContent = 'the list of all codes';
  return link;
}

async function search(query: string): Promise<void> {
  if (!list || !status) return;
  if (query.trim() === '') {
    list.dataset['state'] = 'idle';
    show([]);
    status.textContent = '';
    return;
  }
  list.dataset['state'] = 'loading';
  show(findAtOnce(query));
  try {
    const hits = await find(query, most);
    if (query !== input?.value) return; // overtaken by a later query
    show(hits);
    if (hits.length === 0)
      status.replaceChildren('Nothing found. Try fewer words, the number alone, or ', allCodes(), '.');
    else status.textContent = hits.length === 1 ? '1 result' : `${hits.length} results`;
    list.dataset['state'] = 'done';
  } catch {
    if (query !== input?.value) return;
    status.textContent = 'The word index could not be loaded. Codes, pairs and commands are still found.';
    list.dataset['state'] = 'error';
  }
}

if (input && form) {
  input.value = new URLSearchParams(location.search).get('q') ?? '';
  void search(input.value);
  const keep = () => {
    const address = new URL(location.href);
    if (input.value === '') address.searchParams.delete('q');
    else address.searchParams.set('q', input.value.slice(0, 2000));
    history.replaceState(null, '', address);
  };
  input.addEventListener('input', () => {
    keep();
    void search(input.value);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    keep();
    void search(input.value);
  });
}
