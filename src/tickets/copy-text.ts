import { fieldToCopyFrom, toClipboard, type Copy } from './clipboard.ts';
import { pageAddress } from './page-address.ts';
import { sectionInView } from './section-in-view.ts';
import { isReader, ticketForms, type Reader, type Ticket } from './ticket.ts';

/** How long a button says "Copied", in milliseconds: time to look up from the keyboard. */
const confirmed = 4000;
const memory = 'ticket-reader';

/** Storage may be refused (private windows, policies); the choice then lasts as long as the page. */
function remembered(): string {
  try {
    return localStorage.getItem(memory) ?? '';
  } catch {
    return '';
  }
}

function remember(reader: string): void {
  try {
    localStorage.setItem(memory, reader);
  } catch {
    // Nothing to do: the field already shows the choice.
  }
}

function linkToCopy(): Copy {
  const section = sectionInView();
  return { text: section ? `${pageAddress()}#${section.id}` : pageAddress() };
}

/** Buttons with `data-copy="ticket"` or `data-copy="link"`; the ticket's record stands in `data-ticket`. */
class CopyText extends HTMLElement {
  #status = document.createElement('span');
  /** Takes back what the last copy changed. */
  #restore: () => void = () => undefined;

  connectedCallback(): void {
    this.#status.setAttribute('role', 'status');
    this.#status.className = 'sr';
    // It has to be there before it has anything to say, or it would not be read out.
    for (const type of ['focusin', 'pointerover', 'click'])
      this.addEventListener(type, () => {
        if (!this.#status.isConnected) this.append(this.#status);
      });
    const select = this.querySelector('select');
    if (select && isReader(remembered())) select.value = remembered();
    select?.addEventListener('change', () => {
      remember(select.value);
    });
    for (const button of this.querySelectorAll('button'))
      button.addEventListener('click', () => {
        void this.#copy(button, button.dataset['copy'] === 'ticket' ? this.#ticket() : linkToCopy());
      });
  }

  #ticket(): Copy {
    // CopyBar.astro writes the record, of the same build as this script.
    const ticket = JSON.parse(this.dataset['ticket'] ?? '') as Ticket;
    const chosen = this.querySelector('select')?.value ?? '';
    const reader: Reader | null = isReader(chosen) ? chosen : null;
    return ticketForms(ticket, reader, pageAddress());
  }

  async #copy(button: HTMLButtonElement, copy: Copy): Promise<void> {
    this.#restore();
    if (await toClipboard(copy)) {
      this.#confirm(button, copy);
      return;
    }
    const field = fieldToCopyFrom(copy, (copied) => {
      this.#restore();
      button.focus();
      if (copied) this.#confirm(button, copy);
    });
    this.#restore = () => {
      field.remove();
    };
    this.append(field);
    field.querySelector('textarea')?.select();
  }

  #confirm(button: HTMLButtonElement, { text, html }: Copy): void {
    const name = button.textContent;
    // The shorter word must not move what stands beside it.
    button.style.minInlineSize = `${button.offsetWidth}px`;
    button.textContent = 'Copied';
    this.#status.textContent = html === undefined ? `Copied ${text}` : 'Copied the text for a ticket.';
    const timer = setTimeout(() => {
      this.#restore();
    }, confirmed);
    this.#restore = () => {
      clearTimeout(timer);
      button.textContent = name;
      this.#status.textContent = '';
      this.#restore = () => undefined;
    };
  }
}

customElements.define('copy-text', CopyText);

// A build that does not know its origin prints only the path.
for (const place of document.querySelectorAll('[data-address]')) place.textContent = pageAddress();
