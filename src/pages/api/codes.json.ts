import { catalog } from '../../catalog.ts';
import { publishedCode } from '../../published/codes.ts';
import { json } from '../../published/responses.ts';

export async function GET(): Promise<Response> {
  const all = await catalog();
  return json(all.codes.map((code) => publishedCode(code, all)));
}
