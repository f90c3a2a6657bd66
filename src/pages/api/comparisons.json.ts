import { catalog } from '../../catalog.ts';
import { practice } from '../../practice.ts';
import { publishedComparison } from '../../published/comparisons.ts';
import { json } from '../../published/responses.ts';

export async function GET(): Promise<Response> {
  const [all, evidence] = await Promise.all([catalog(), practice()]);
  return json(all.notes.map((note) => publishedComparison(note, all, evidence)));
}
