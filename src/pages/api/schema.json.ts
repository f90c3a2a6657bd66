import { json } from '../../published/responses.ts';
import { publishedJsonSchema } from '../../published/schema.ts';

/** JSON Schema: each of its properties is the schema of one kind of file. */
export const GET = (): Response => json(publishedJsonSchema);
