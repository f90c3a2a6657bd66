/** What a page can do with the site's offline store: look, keep, undo. Nothing here runs before the reader asks. */
import { urls } from '../urls.ts';
import type { Summary } from './list.ts';
import { namesFor, type Failure, type Told } from './messages.ts';

const names = namesFor(urls.home);

/** Why this browser cannot keep the site; null if it can. */
export type Obstacle = 'insecure' | 'unsupported';
export function obstacle(): Obstacle | null {
  // Over http, browsers hide what is needed, so this comes first. Own machines count as secure.
  if (!isSecureContext) return 'insecure';
  return 'serviceWorker' in navigator && 'caches' in globalThis ? null : 'unsupported';
}

/** Of this site only: another may lie above it or below it on the same origin. */
export async function registration(): Promise<ServiceWorkerRegistration | undefined> {
  const found = await navigator.serviceWorker.getRegistration(urls.home);
  return found && new URL(found.scope).pathname === urls.home ? found : undefined;
}

/** What is kept if the worker answers, else what would be. Rejects if neither can be said. */
export async function summary(): Promise<Summary> {
  const response = await fetch(urls.offlineSummary);
  if (!response.ok) throw new Error(`${urls.offlineSummary}: ${response.status}`);
  return (await response.json()) as Summary; // made by this build from src/offline/list.ts
}

/** The pages that were kept because the reader has been there. Bytes are those of their content. */
export async function visited(): Promise<{ readonly pages: number; readonly bytes: number }> {
  if (!(await caches.has(names.visited))) return { pages: 0, bytes: 0 };
  const responses = await (await caches.open(names.visited)).matchAll();
  const sizes = await Promise.all(responses.map(async (response) => (await response.blob()).size));
  return { pages: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

/** Takes away everything: the worker, and all that it stored. */
export async function undo(): Promise<void> {
  await (await registration())?.unregister();
  const { kept, strangers } = names;
  // First the one without which the worker, which lives as long as a page that it answered for, stores nothing.
  for (const name of [kept, names.visited, strangers]) await caches.delete(name);
}

export type Kept = { readonly ok: true } | { readonly ok: false; readonly failure: Failure | 'refused' };

/** How long the reason for a failure is waited for, in milliseconds. */
const lastWords = 500;

/**
 * Follows a worker that fetches its version, to its end. Never rejects.
 * @param onProgress gets the share that is fetched, 0 to 1
 */
export function follow(worker: ServiceWorker, onProgress: (share: number) => void): Promise<Kept> {
  return new Promise((resolve) => {
    const channel = new BroadcastChannel(names.channel);
    let failure: Failure | undefined;
    channel.addEventListener('message', ({ data }: MessageEvent<Told>) => {
      if (data.kind === 'progress') onProgress(data.done / data.of);
      else failure = data.failure;
    });
    const look = (): void => {
      if (worker.state === 'installing' || worker.state === 'parsed') return;
      worker.removeEventListener('statechange', look);
      const end = (): void => {
        channel.close();
        resolve(worker.state === 'redundant' ? { ok: false, failure: failure ?? 'network' } : { ok: true });
      };
      // The worker's last words come another way than the news of its end.
      if (worker.state === 'redundant' && !failure) setTimeout(end, lastWords);
      else end();
    };
    worker.addEventListener('statechange', look);
    look();
  });
}

/** Fetches the worker and, with it, its version of the site. Never rejects; what fails is undone. */
export async function keep(onProgress: (share: number) => void): Promise<Kept> {
  let result: Kept;
  try {
    const made = await navigator.serviceWorker.register(urls.offlineWorker, { scope: urls.home });
    const worker = made.installing;
    result = worker ? await follow(worker, onProgress) : { ok: true };
    // From here on it answers.
    if (result.ok) await navigator.serviceWorker.ready;
  } catch {
    // The browser's settings forbid it, or the worker's script could not be had.
    result = { ok: false, failure: navigator.onLine ? 'refused' : 'network' };
  }
  if (!result.ok) await undo().catch(() => undefined);
  return result;
}
