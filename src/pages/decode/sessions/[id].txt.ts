import { getCollection, type CollectionEntry } from 'astro:content';
import type { APIRoute, InferGetStaticPropsType } from 'astro';

export async function getStaticPaths() {
  const sessions = await getCollection('sessions');
  return sessions.map(({ id, data }: CollectionEntry<'sessions'>) => ({
    params: { id },
    props: { log: data.log },
  }));
}

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(props.log, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
