import { practice } from '../../practice.ts';
import { publishedServer } from '../../published/servers.ts';
import { json } from '../../published/responses.ts';

export const GET = async (): Promise<Response> => json((await practice()).servers.map(publishedServer));
