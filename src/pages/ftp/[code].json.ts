import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { catalog } from '../../catalog.ts';
import { practice } from '../../practice.ts';
import { publishedCodeWithReplies } from '../../published/codes.ts';
import { json } from '../../published/responses.ts';

export async function getStaticPaths() {
  const { codes } = await catalog();
  return codes.map((code) => ({ params: { code: String(code.code) }, props: { code } }));
}

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) =>
  json(publishedCodeWithReplies(props.code, await catalog(), await practice()));
