/** Keeping the site in this browser. A page loads it when its reader asks, or where the site is kept already. */
import { urls } from '../urls.ts';
import type { Failure, Told } from './messages.ts';
import { names, undo } from './store.ts';

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
