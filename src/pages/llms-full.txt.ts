import { catalog } from '../catalog.ts';
import { practice } from '../practice.ts';
import { llmsFull } from '../published/llms.ts';
import { plain } from '../published/responses.ts';

export const GET = async (): Promise<Response> => plain(llmsFull(await catalog(), await practice()));
