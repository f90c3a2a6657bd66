/** The files as a build writes them, with the type that a server of the pages should send. */

const response = (body: string, type: string): Response =>
  new Response(body, { headers: { 'Content-Type': type } });

export const json = (value: unknown): Response =>
  response(`${JSON.stringify(value, null, 1)}\n`, 'application/json');

export const markdown = (text: string): Response => response(text, 'text/markdown; charset=utf-8');

export const plain = (text: string): Response => response(text, 'text/plain; charset=utf-8');
