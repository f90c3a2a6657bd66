import { practice } from '../../practice.ts';
import { publishedClient } from '../../published/clients.ts';
import { json } from '../../published/responses.ts';

export const GET = async (): Promise<Response> => json((await practice()).clients.map(publishedClient));
