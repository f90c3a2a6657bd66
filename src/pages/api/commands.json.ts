import { catalog } from '../../catalog.ts';
import { json, publishedCommand } from '../../published.ts';

export async function GET(): Promise<Response> {
  const { commands } = await catalog();
  return json(commands.map(publishedCommand));
}
