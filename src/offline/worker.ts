/// <reference lib="webworker" />
/**
 * The service worker, at /offline.js. It exists in a browser only after its reader pressed "Keep for offline".
 *
 * It shows one version of the site: the one whose list it carries. A file enters its stores only if its content has
 * the hash that the list gives, and what the list knows is answered from the stores. A page of another version, which
 * the network may give for an address that is not kept, is shown and not stored, and loads all its parts from the
 * network (a "stranger"). A new worker fetches its version beside the old one, and takes over when no page of the old
 * one is open or when the reader asks for it.
 */
import { PrecacheController } from 'workbox-precaching/PrecacheController.js';
import list from 'virtual:offline-list';
import { urls } from '../urls.ts';
import { leadFrom } from './leads.ts';
import { pageHash, summaryOf } from './list.ts';
import { namesFor, takeOver, type Failure, type Told } from './messages.ts';

declare const self: ServiceWorkerGlobalScope;

const names = namesFor(urls.home);
/** Files between two movements of a progress bar. */
const step = 8;
/** So many files are fetched at once; Workbox's own way is one by one, which waits for the network most of the time. */
const atOnce = 6;

const inFull = (address: string): string => new URL(urls.within(address), self.location.href).href;

function tell(message: Told): void {
  const channel = new BroadcastChannel(names.channel);
  channel.postMessage(message);
  channel.close();
}

// --- Keeping a version ---------------------------------------------------------------------------------------------

const version = new PrecacheController({ cacheName: names.kept });
version.addToCacheList(
  list.kept.map(([address, hash]) => ({
    url: inFull(address),
    revision: pageHash(hash),
  })),
);

/** A page is stored under its address and its hash, so that what an update leaves as it was stays. */
const visitedKey = (address: string, hash: string): string =>
  `${inFull(address)}?${encodeURIComponent(hash)}`;

async function failureOf(error: unknown): Promise<Failure> {
  if (error instanceof DOMException && error.name === 'QuotaExceededError') return 'storage';
  // The browser reports a wrong hash as it reports a lost network.
  const reached = await fetch(urls.offlineSummary, { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
  return reached ? 'changed' : 'network';
}

/** Leaves in a store what has one of the addresses; an empty store goes. */
async function dropAllBut(addresses: ReadonlySet<string>, name: string): Promise<void> {
  if (addresses.size === 0 || !(await caches.has(name))) {
    await caches.delete(name);
    return;
  }
  const store = await caches.open(name);
  for (const request of await store.keys()) if (!addresses.has(request.url)) await store.delete(request);
}

/** Fetches what is not in the store yet. Once a file fails no other is begun, and none is left under way. */
async function fetchVersion(event: ExtendableEvent): Promise<void> {
  const left = list.kept.values();
  let done = 0;
  const failed: unknown[] = [];
  const work = async (): Promise<void> => {
    for (const [address, hash] of left) {
      if (failed.length > 0) return;
      const url = inFull(address);
      const cacheKey = version.getCacheKeyForURL(url) ?? url;
      // Past the browser's own cache, and refused by the browser unless it is of this version.
      const request = new Request(url, { integrity: `sha256-${hash}`, cache: 'reload' });
      try {
        await Promise.all(version.strategy.handleAll({ event, request, params: { cacheKey } }));
      } catch (error) {
        failed.push(error);
        return;
      }
      done += 1;
      if (done % step === 0) tell({ kind: 'progress', done, of: list.kept.length });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  if (failed.length > 0) throw failed[0];
}

/** All or nothing: after a failure the store is as it was. */
async function keepVersion(event: ExtendableEvent): Promise<void> {
  const earlier = (await caches.has(names.kept)) ? await (await caches.open(names.kept)).keys() : [];
  try {
    await fetchVersion(event);
  } catch (error) {
    const failure = await failureOf(error);
    await dropAllBut(new Set(earlier.map(({ url }) => url)), names.kept);
    tell({ kind: 'failed', failure });
    throw error;
  }
}

/** Forgets the files of earlier versions, and strangers that are gone. */
async function dropEarlier(event: ExtendableEvent): Promise<void> {
  await version.activate(event);
  const visited = Object.entries(list.visited).map(([address, hash]) => visitedKey(address, hash));
  await dropAllBut(new Set(visited), names.visited);
  const clients = await self.clients.matchAll({ includeUncontrolled: true, type: 'all' });
  await dropAllBut(new Set(clients.map(({ id }) => strangerKey(id))), names.strangers);
}

self.addEventListener('install', (event) => {
  event.waitUntil(keepVersion(event));
});
self.addEventListener('activate', (event) => {
  event.waitUntil(dropEarlier(event));
});
self.addEventListener('message', ({ data }) => {
  if (data === takeOver) void self.skipWaiting();
});

// --- Strangers -----------------------------------------------------------------------------------------------------

const strangerKey = (client: string): string => inFull(`stranger/${client}`);

/** The browser ends a worker that has nothing to do; who is a stranger has to outlast that. */
let strangers: Promise<Set<string>> | undefined;
const knownStrangers = (): Promise<Set<string>> =>
  (strangers ??= (async () => {
    if (!(await caches.has(names.strangers))) return new Set<string>();
    const store = await caches.open(names.strangers);
    return new Set((await store.keys()).map(({ url }) => url));
  })());

async function markStranger(client: string): Promise<void> {
  if (client === '') return;
  (await knownStrangers()).add(strangerKey(client));
  // A full disk or an undone keeping: the mark then lasts as long as the worker.
  if (await caches.has(names.kept))
    await caches
      .open(names.strangers)
      .then((store) => store.put(strangerKey(client), new Response()))
      .catch(() => undefined);
}

// --- Answering -----------------------------------------------------------------------------------------------------

function fromStore(address: string): Promise<Response | undefined> {
  const key = version.getCacheKeyForURL(inFull(address));
  if (key) return caches.match(key, { cacheName: names.kept });
  const hash = list.visited[address];
  return hash
    ? caches.match(visitedKey(address, hash), { cacheName: names.visited })
    : Promise.resolve(undefined);
}

const isKnown = (address: string): boolean =>
  address in list.visited || version.getCacheKeyForURL(inFull(address)) !== undefined;

async function hashOf(content: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return pageHash(btoa(String.fromCharCode(...digest)));
}

/** A page that is not kept. It is complete before it is shown: its version decides where its parts come from. */
async function fromNetwork({ request, resultingClientId }: FetchEvent, address: string): Promise<Response> {
  const response = await fetch(request);
  // A redirect: the browser follows it, and asks again.
  if (response.type !== 'basic') return response;
  const content = await response.clone().arrayBuffer();
  const hash = list.visited[address];
  if (!response.ok || hash === undefined || (await hashOf(content)) !== hash)
    await markStranger(resultingClientId);
  // The store is gone once the reader has undone it.
  else if (await caches.has(names.kept))
    await caches
      .open(names.visited)
      .then((store) => store.put(visitedKey(address, hash), response.clone()))
      // No room: the page is shown all the same.
      .catch(() => undefined);
  return response;
}

async function page(event: FetchEvent, address: string): Promise<Response> {
  const lead = leadFrom(address, new URL(event.request.url).searchParams);
  if (lead !== null && isKnown(lead)) return Response.redirect(inFull(lead), 302);
  const stored = await fromStore(address);
  if (stored) return stored;
  try {
    return await fromNetwork(event, address);
  } catch (error) {
    const notKept = await fromStore(urls.notKept.slice(urls.home.length));
    if (notKept) return notKept;
    throw error;
  }
}

/** A script, a style, a font, data: of the version of the page that asks. */
async function part(
  { request, clientId, resultingClientId }: FetchEvent,
  address: string,
): Promise<Response> {
  if ((await knownStrangers()).has(strangerKey(clientId))) {
    // The decoder's worker is a client of its own.
    await markStranger(resultingClientId);
    return fetch(request);
  }
  if (address === urls.offlineSummary.slice(urls.home.length)) return Response.json(summaryOf(list));
  return (await fromStore(address)) ?? fetch(request);
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin || !pathname.startsWith(urls.home)) return;
  const address = pathname.slice(urls.home.length);
  // Pagefind adds the time to an address; a search's words stand in the address of its page. Neither names another file.
  if (request.mode === 'navigate') event.respondWith(page(event, address));
  else event.respondWith(part(event, address));
});
