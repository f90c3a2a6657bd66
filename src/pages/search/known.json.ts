import { catalog } from '../../catalog.ts';
import { practice } from '../../practice.ts';
import { knownOf } from '../../search/know.ts';

export async function GET(): Promise<Response> {
  return Response.json(knownOf(await catalog(), await practice()));
}
