/** The file of what the search knows by heart: apart from what reads it, so that both travel at the same time. */
import { urls } from '../urls.ts';
import type { Known } from './known.ts';

let loading: Promise<Known> | undefined;

async function load(): Promise<Known> {
  const response = await fetch(urls.known);
  if (!response.ok) throw new Error(`known.json: ${response.status}`);
  return (await response.json()) as Known; // made by this build from src/search/know.ts
}

/** Fetched once. Rejects if the network is away; a later call tries again. */
export function knownFile(): Promise<Known> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}
