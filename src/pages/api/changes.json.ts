import { changes } from '../../published/changes.ts';
import { json } from '../../published/responses.ts';

export const GET = (): Response => json(changes);
