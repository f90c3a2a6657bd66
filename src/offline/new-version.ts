/** A line in the footer once a new version is fetched. Until the reader asks, all open pages stay with the old one. */
import { follow } from './keeping.ts';
import { takeOver } from './messages.ts';
import { registration } from './store.ts';

const place = document.querySelector<HTMLElement>('[data-new-version]');

function offer(worker: ServiceWorker): void {
  if (!place) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Use the new version';
  button.addEventListener('click', () => {
    button.disabled = true;
    worker.postMessage(takeOver);
  });
  place.replaceChildren(
    'A new version of this site is here. It is used once all its pages are closed, or at once: they are loaded again. ',
    button,
  );
}

async function watch(): Promise<void> {
  const own = await registration();
  if (!own) return;
  if (own.waiting) offer(own.waiting);
  const fetched = async (worker: ServiceWorker | null): Promise<void> => {
    // A failure is tried again at the next visit; until then the old version is whole.
    if (worker && (await follow(worker, () => undefined)).ok && own.waiting === worker) offer(worker);
  };
  own.addEventListener('updatefound', () => void fetched(own.installing));
  await fetched(own.installing);
}

// The worker that answers has changed: what is on the screen is of the old version.
navigator.serviceWorker.addEventListener('controllerchange', () => {
  location.reload();
});
void watch();
