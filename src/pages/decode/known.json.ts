import { getCollection } from 'astro:content';
import { catalog } from '../../catalog.ts';
import { knowledgeOf } from '../../decode/know.ts';
import { practice } from '../../practice.ts';

/** What the decoder loads beside the page: codes, servers' refusals, situations, findings. */
export async function GET(): Promise<Response> {
  const [{ codes, model }, { servers, situations }, findings] = await Promise.all([
    catalog(),
    practice(),
    getCollection('findings'),
  ]);
  return Response.json(
    knowledgeOf({
      codes,
      model,
      servers,
      situations,
      findings: findings.map(({ id, data }) => ({ ...data, id })),
    }),
  );
}
