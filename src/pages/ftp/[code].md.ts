import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { catalog } from '../../catalog.ts';
import { markdownOf } from '../../published.ts';

export async function getStaticPaths() {
  const { codes } = await catalog();
  return codes.map((code) => ({ params: { code: String(code.code) }, props: { code } }));
}

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) =>
  new Response(markdownOf(props.code, await catalog()), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
