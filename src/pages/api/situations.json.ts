import { practice } from '../../practice.ts';
import { publishedSituation } from '../../published/situations.ts';
import { json } from '../../published/responses.ts';

export const GET = async (): Promise<Response> => json((await practice()).situations.map(publishedSituation));
