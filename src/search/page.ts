/** The search page: `/search/?q=…`, results in rank order in one list. */
import { urls } from '../urls.ts';
import { beginSearch } from './begin.ts';
import type { Hit } from './hits.ts';
import { knownFile } from './known-file.ts';
import { whenPasted } from './paste.ts';

const most = 20;
/** So many are looked at when only some kinds are wanted. */
const mostFiltered = 80;

const list = document.querySelector<HTMLOListElement>('#search-results');
const status = document.querySelector<HTMLElement>('#search-status');
const form = document.querySelector<HTMLFormElement>('main form');
const input = form?.querySelector('input');
/** Looks through the texts of all pages, where the query was understood without. */
const further = document.querySelector<HTMLButtonElement>('#search-further');

const kind = document.querySelector<HTMLSelectElement>('#search-kind');
const digit = document.querySelector<HTMLSelectElement>('#search-class');

/** What the filters leave; a class is asked of codes and of pairs that hold one of it. */
function wanted({ kind: own, url }: Hit): boolean {
  const path = new URL(url, location.href).pathname;
  const codes = /\/ftp\/(\d+)(?:-vs-(\d+))?\/$/.exec(path)?.slice(1).filter(Boolean) ?? [];
  const classFits =
    !digit?.value || codes.some((code) => code.length === 3 && code.startsWith(digit.value[0] ?? ''));
  return (!kind?.value || own === kind.value) && classFits;
}
const filtered = (): boolean => Boolean(kind?.value ?? '') || Boolean(digit?.value ?? '');

function show(hits: readonly Hit[], asItem: (hit: Hit) => HTMLElement): void {
  list?.replaceChildren(...hits.filter(wanted).slice(0, most).map(asItem));
}

function link(href: string, text: string): HTMLAnchorElement {
  const made = document.createElement('a');
  made.href = href;
  made.textContent = text;
  return made;
}

/** The query in force; a pasted log has lines, which the field cannot hold. */
let current = '';
/** Counts searches: what an earlier one finds late is not shown. */
let latest = 0;

async function search(query: string, everything = false): Promise<void> {
  current = query;
  latest += 1;
  const own = latest;
  if (further) further.hidden = true;
  if (!list || !status) return;
  if (query.trim() === '') {
    list.dataset['state'] = 'idle';
    list.replaceChildren();
    status.textContent = '';
    return;
  }
  list.dataset['state'] = 'loading';
  const begun = await beginSearch().catch(() => null);
  if (own !== latest) return;
  if (begun === null) {
    status.textContent = 'The search could not be loaded. Check the connection and search again.';
    list.dataset['state'] = 'error';
    return;
  }
  const { find, findAtOnce, hitItem } = begun;
  const asItem = (hit: Hit) => hitItem(hit, query);
  show(findAtOnce(query), asItem);
  const { hits, complete, more } = await find(
    query,
    filtered() ? mostFiltered : most,
    everything || filtered(),
  );
  if (own !== latest) return;
  show(hits, asItem);
  const count = list.childElementCount;
  if (!complete)
    status.textContent = 'The word index could not be loaded. Codes, pairs and commands are still found.';
  else if (count === 0)
    status.replaceChildren(
      'Nothing found. Try fewer words, the number alone, or ',
      link(urls.codes, 'the list of all codes'),
      '; or ',
      link(urls.decode, 'decode the whole log'),
      '.',
    );
  else status.textContent = count === 1 ? '1 result' : `${count} results`;
  if (further) further.hidden = !more;
  list.dataset['state'] = complete ? 'done' : 'error';
}

function keep(query: string): void {
  const address = new URL(location.href);
  if (query === '') address.searchParams.delete('q');
  else address.searchParams.set('q', query.slice(0, 2000));
  for (const [name, field] of [
    ['kind', kind],
    ['class', digit],
  ] as const)
    if (field?.value) address.searchParams.set(name, field.value);
    else address.searchParams.delete(name);
  history.replaceState(null, '', address);
}

if (input && form) {
  // Whoever opens this page is about to search. The data, which is most of what a search loads, comes before that; the
  // scripts, which the browser would have to compile, when the field is touched.
  void knownFile().catch(() => undefined);
  const parameters = new URLSearchParams(location.search);
  const asked = parameters.get('q') ?? '';
  if (kind) kind.value = parameters.get('kind') ?? '';
  if (digit) digit.value = parameters.get('class') ?? '';
  // On a slow line, somebody has typed before this script was here.
  const typed = input.value;
  if (typed === '') input.value = asked;
  else keep(typed);
  void search(typed || asked);
  const begin = () => void beginSearch().catch(() => undefined);
  if (form.contains(document.activeElement)) begin();
  else form.addEventListener('focusin', begin, { once: true });
  input.addEventListener('input', () => {
    keep(input.value);
    void search(input.value);
  });
  whenPasted(input, (text) => {
    keep(text);
    void search(text);
  });
  for (const field of [kind, digit])
    field?.addEventListener('change', () => {
      keep(current);
      void search(current);
    });
  further?.addEventListener('click', () => void search(current, true));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    keep(current);
    void search(current);
  });
}
