/** What a page can see of the site's offline store, and the way to be rid of it. */
import { urls } from '../urls.ts';
import type { Summary } from './list.ts';
import { namesFor } from './messages.ts';

export const names = namesFor(urls.home);

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
