import type { Kept } from './keeping.ts';
import type { Summary } from './list.ts';
import { obstacle, registration, summary, undo, visited, type Obstacle } from './store.ts';

const obstacles: Readonly<Record<Obstacle, string>> = {
  insecure:
    'This page came over http. Browsers keep pages for offline only from https addresses, so there is no button here.',
  unsupported:
    'This browser does not let a site keep its pages, so there is no button here. Some browsers do not in private windows; a normal window may.',
};

const failures: Readonly<Record<Extract<Kept, { ok: false }>['failure'], string>> = {
  storage:
    'This browser has no room left for the site. Nothing was kept. Make room on the disk or remove the data of other sites, then press again.',
  network: 'The network went away. Nothing was kept. Press again when it is back.',
  changed:
    'What arrived is not what the site published: it was being updated, or something between alters its pages. Nothing was kept. Press again in some minutes.',
  refused: 'This browser refused to keep the site: its settings may forbid it. Nothing was kept.',
};

/** "18.2 MB"; browsers and disks count in thousands. */
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
const count = (pages: number): string => `${pages.toLocaleString('en')} ${pages === 1 ? 'page' : 'pages'}`;

/** The button "Keep for offline" with what it takes, what was taken, and the way back. */
class KeepOffline extends HTMLElement {
  #keep = this.#button('keep');
  #undo = this.#button('undo');
  #size = this.querySelector('[data-size]');
  #progress = this.querySelector('progress');
  #status = this.querySelector('[role=status]');

  connectedCallback(): void {
    this.#keep?.addEventListener('click', () => {
      void this.#start();
    });
    this.#undo?.addEventListener('click', () => {
      void this.#remove();
    });
    void this.#open();
  }

  #button(act: string): HTMLButtonElement | null {
    return this.querySelector<HTMLButtonElement>(`button[data-act=${act}]`);
  }

  #say(text: string): void {
    if (this.#status) this.#status.textContent = text;
  }

  async #open(): Promise<void> {
    const found = obstacle();
    if (found) {
      this.#say(obstacles[found]);
      return;
    }
    let existing: ServiceWorkerRegistration | undefined;
    try {
      existing = await registration();
      // A browser that was closed while it fetched leaves what it had.
      if (!existing) await undo();
    } catch {
      this.#say(failures.refused);
      return;
    }
    try {
      if (existing?.active) await this.#showKept();
      else if (existing?.installing) await this.#follow(existing.installing);
      else await this.#showOffer();
    } catch {
      this.#say(
        'How much there is to keep could not be loaded. Check the connection and load this page again.',
      );
    }
  }

  #show(button: 'keep' | 'undo' | null): void {
    if (this.#keep) this.#keep.hidden = button !== 'keep';
    if (this.#undo) this.#undo.hidden = button !== 'undo';
    if (this.#progress) this.#progress.hidden = true;
  }

  #sized(text: string): void {
    if (this.#size) this.#size.textContent = text;
  }

  #offer({ bytes, others }: Summary): string {
    return `It stores about ${megabytes(bytes)} in this browser. The other ${count(others.pages)}, comparisons without an editor's note and lists of them, would take ${megabytes(others.bytes)} more and are not among it; each is kept once you visit it after you pressed.`;
  }

  async #showOffer(): Promise<void> {
    this.#sized(this.#offer(await summary()));
    this.#show('keep');
  }

  async #showKept(): Promise<void> {
    const [{ bytes }, own] = await Promise.all([summary(), visited()]);
    const also = own.pages === 0 ? '' : `, and ${count(own.pages)} that you visited, ${megabytes(own.bytes)}`;
    this.#sized(
      `Kept: ${megabytes(bytes)}${also}. New versions are fetched when you visit the site with a network.`,
    );
    this.#show('undo');
  }

  #onProgress = (share: number): void => {
    if (!this.#progress) return;
    this.#progress.hidden = false;
    this.#progress.value = share;
  };

  async #start(): Promise<void> {
    await this.#during(
      import('./keeping.ts').then(
        ({ keep }) => keep(this.#onProgress),
        // Its script could not be had.
        () => ({ ok: false, failure: 'network' }),
      ),
    );
  }

  async #follow(worker: ServiceWorker): Promise<void> {
    const { follow } = await import('./keeping.ts');
    await this.#during(follow(worker, this.#onProgress));
  }

  async #during(keeping: Promise<Kept>): Promise<void> {
    if (this.#keep) this.#keep.disabled = true;
    this.#onProgress(0);
    this.#say('Fetching the pages …');
    const result = await keeping;
    if (this.#keep) this.#keep.disabled = false;
    // What has the focus goes away; its successor takes it.
    const focused = document.activeElement === this.#keep || document.activeElement === document.body;
    if (result.ok) {
      this.#say('Done. This site now opens without a network.');
      await this.#showKept();
      if (focused) this.#undo?.focus();
    } else {
      this.#show('keep');
      this.#say(failures[result.failure]);
    }
  }

  async #remove(): Promise<void> {
    try {
      await undo();
      this.#say('Removed. This browser keeps nothing of the site.');
      await this.#showOffer();
      this.#keep?.focus();
    } catch {
      // Without a network there is no offer to show.
      this.#show(null);
      this.#sized('');
    }
  }
}

customElements.define('keep-offline', KeepOffline);
