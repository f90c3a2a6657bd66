import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { catalog } from '../../catalog.ts';
import { practice } from '../../practice.ts';
import { notedPaths } from '../../published/comparisons.ts';
import { comparisonMarkdown } from '../../published/markdown/comparison.ts';
import { markdown } from '../../published/responses.ts';

export const getStaticPaths = async () => notedPaths(await catalog());

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) =>
  markdown(comparisonMarkdown(props.note, await catalog(), await practice()));
