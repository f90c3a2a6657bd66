/** Loads what the search knows by heart, once, when the search is first used. */
import { urls } from '../urls.ts';
import type { Known } from './known.ts';
import { Memory } from './recall.ts';
import { vocabulary } from './vocabulary.ts';

let loading: Promise<Memory> | undefined;
let loaded: Memory | null = null;

/** What is loaded by now; null before the first search. */
export const loadedMemory = (): Memory | null => loaded;

async function load(): Promise<Memory> {
  const response = await fetch(urls.known);
  if (!response.ok) throw new Error(`known.json: ${response.status}`);
  const known = (await response.json()) as Known; // made by this build from src/search/know.ts
  loaded = new Memory(known, (code) => vocabulary.codes.get(code)?.when ?? '');
  return loaded;
}

/** Rejects if the network is away; a later call tries again. */
export function memory(): Promise<Memory> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}
