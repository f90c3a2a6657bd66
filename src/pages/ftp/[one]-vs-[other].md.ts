import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { catalog } from '../../catalog.ts';
import { practice } from '../../practice.ts';
import { comparisonMarkdown } from '../../published/markdown/comparison.ts';
import { markdown } from '../../published/responses.ts';

export async function getStaticPaths() {
  const { notes } = await catalog();
  return notes.map((note) => ({
    params: { one: String(note.codes[0]), other: String(note.codes[1]) },
    props: { note },
  }));
}

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) =>
  markdown(comparisonMarkdown(props.note, await catalog(), await practice()));
