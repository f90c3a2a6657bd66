/** The search dialog: a combobox (WAI-ARIA 1.2 pattern, list autocomplete with manual selection). */
import { urls } from '../urls.ts';
import type { Hit } from './hits.ts';
import { find, findAtOnce, prepare } from './find.ts';
import { hitParts } from './hit-view.ts';
import { whenPasted } from './paste.ts';

const most = 8;

class SearchDialog {
  readonly #dialog: HTMLDialogElement;
  readonly #input: HTMLInputElement;
  readonly #list: HTMLElement;
  readonly #status: HTMLElement;
  #hits: readonly Hit[] = [];
  #active = -1;
  /** A pasted log has lines, which the field cannot hold. */
  #query = '';

  constructor(dialog: HTMLDialogElement, input: HTMLInputElement, list: HTMLElement, status: HTMLElement) {
    this.#dialog = dialog;
    this.#input = input;
    this.#list = list;
    this.#status = status;
    input.addEventListener('input', () => void this.#search(input.value));
    whenPasted(input, (text) => void this.#search(text));
    input.addEventListener('keydown', (event) => this.#key(event));
    list.addEventListener('click', (event) => {
      const option = event.target instanceof Element ? event.target.closest('[role=option]') : null;
      if (option) this.#go([...list.children].indexOf(option), event.ctrlKey || event.metaKey);
    });
    dialog.addEventListener('click', (event) => {
      if (event.target === dialog) dialog.close();
    });
  }

  /** Answers what was typed before this script was here. */
  opened(): void {
    prepare();
    if (this.#input.value !== '' && this.#query === '') void this.#search(this.#input.value);
  }

  async #search(query: string): Promise<void> {
    this.#query = query;
    this.#show(findAtOnce(query).slice(0, most));
    if (query.trim() === '') {
      this.#status.textContent = '';
      return;
    }
    const { hits, complete } = await find(query, most);
    if (query !== this.#query) return; // the reader has typed on
    this.#show(hits);
    if (!complete)
      this.#status.textContent = 'The word index could not be loaded; codes, pairs and commands still work.';
    else
      this.#status.textContent =
        hits.length === 0
          ? 'Nothing found. Try fewer words, or the number alone.'
          : `${hits.length} results; Enter opens the first.`;
  }

  #show(hits: readonly Hit[]): void {
    this.#hits = hits;
    this.#list.replaceChildren(
      ...hits.map((hit, index) => {
        const option = document.createElement('li');
        option.id = `quick-hit-${index}`;
        option.role = 'option';
        option.append(...hitParts(hit, this.#query));
        return option;
      }),
    );
    this.#input.setAttribute('aria-expanded', String(hits.length > 0));
    this.#choose(hits.length > 0 ? 0 : -1);
  }

  #choose(index: number): void {
    this.#active = index;
    [...this.#list.children].forEach((option, place) => {
      option.setAttribute('aria-selected', String(place === index));
      if (place === index) option.scrollIntoView({ block: 'nearest' });
    });
    if (index < 0) this.#input.removeAttribute('aria-activedescendant');
    else this.#input.setAttribute('aria-activedescendant', `quick-hit-${index}`);
  }

  #key(event: KeyboardEvent): void {
    const count = this.#hits.length;
    if (event.key === 'ArrowDown' && count > 0) this.#choose((this.#active + 1) % count);
    else if (event.key === 'ArrowUp' && count > 0) this.#choose((this.#active - 1 + count) % count);
    else if (event.key === 'Enter') this.#go(this.#active, event.ctrlKey || event.metaKey);
    else return;
    event.preventDefault();
  }

  #go(index: number, apart: boolean): void {
    const query = this.#query.trim().slice(0, 2000);
    const url = this.#hits[index]?.url ?? (query && `${urls.search}?q=${encodeURIComponent(query)}`);
    if (!url) return;
    if (apart) window.open(url, '_blank', 'noopener');
    else {
      this.#dialog.close();
      location.assign(url);
    }
  }
}

let made: SearchDialog | undefined;

/** Gives the open dialog its answers, at its first opening and at later ones. */
export function answerIn(dialog: HTMLDialogElement): void {
  const input = dialog.querySelector('input');
  const list = dialog.querySelector<HTMLElement>('[role=listbox]');
  const status = dialog.querySelector<HTMLElement>('[role=status]');
  if (!input || !list || !status) return;
  made ??= new SearchDialog(dialog, input, list, status);
  made.opened();
}
