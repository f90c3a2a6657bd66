import { z } from 'astro/zod';
import { json, publishedSchema } from '../../published.ts';

/** JSON Schema of /api/codes.json (`codes`) and /api/commands.json (`commands`). */
export const GET = (): Response => json(z.toJSONSchema(publishedSchema));
