import { catalog } from '../catalog.ts';
import { practice } from '../practice.ts';
import { llmsIndex } from '../published/llms.ts';
import { plain } from '../published/responses.ts';

export const GET = async (): Promise<Response> => plain(llmsIndex(await catalog(), await practice()));
