import type { APIContext } from 'astro';
import { changes } from '../changes.ts';
import { atomFeed } from '../feed.ts';

export async function GET({ site }: APIContext): Promise<Response> {
  return new Response(atomFeed(await changes(), site), {
    headers: { 'Content-Type': 'application/atom+xml' },
  });
}
