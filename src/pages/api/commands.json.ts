import { catalog } from '../../catalog.ts';
import { publishedCommand } from '../../published/commands.ts';
import { json } from '../../published/responses.ts';

export const GET = async (): Promise<Response> => json((await catalog()).commands.map(publishedCommand));
