import { practice } from '../../practice.ts';
import { json } from '../../published/responses.ts';
import { publishedScenario } from '../../published/scenarios.ts';

export async function GET(): Promise<Response> {
  const { scenarios } = await practice();
  return json([...scenarios].map(([id, scenario]) => publishedScenario(id, scenario)));
}
