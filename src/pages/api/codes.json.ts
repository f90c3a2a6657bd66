import { catalog } from '../../catalog.ts';
import { json, publishedCode } from '../../published.ts';

export async function GET(): Promise<Response> {
  const all = await catalog();
  return json(all.codes.map((code) => publishedCode(code, all)));
}
