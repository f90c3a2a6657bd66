import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { practice } from '../../../practice.ts';
import { situationMarkdown } from '../../../published/markdown/situation.ts';
import { markdown } from '../../../published/responses.ts';

export async function getStaticPaths() {
  const { situations } = await practice();
  return situations.map((situation) => ({ params: { id: situation.id }, props: { situation } }));
}

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) =>
  markdown(situationMarkdown(props.situation, await practice()));
