import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { catalog } from '../../catalog.ts';
import { practice } from '../../practice.ts';
import { notedPaths, publishedComparison } from '../../published/comparisons.ts';
import { json } from '../../published/responses.ts';

export const getStaticPaths = async () => notedPaths(await catalog());

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) =>
  json(publishedComparison(props.note, await catalog(), await practice()));
