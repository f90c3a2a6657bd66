import { catalog } from '../catalog.ts';
import { plainText } from '../prose/inline.ts';
import { urls } from '../urls.ts';

/** The site for language models: what it is, and where each code's Markdown stands. */
export async function GET(): Promise<Response> {
  const { codes, notes } = await catalog();
  const lines = [
    '# ftp/codes',
    '',
    '> A reference of FTP reply codes: what each means, who can fix it, what to change, and how any two differ.',
    '',
    `Comparisons of any two codes: ${urls.pair(125, 451)} (lower code first). Data: ${urls.api.codes}, ${urls.api.commands}, ${urls.api.schema}.`,
    '',
    '## Codes',
    '',
    ...codes.map(
      (code) => `- [${code.code} ${code.name}](${urls.markdown(code.code)}): ${plainText(code.when)}`,
    ),
    '',
    "## Comparisons with an editor's note",
    '',
    ...notes.map(
      ({ codes: [low, high], teaser }) => `- [${low} vs ${high}](${urls.pair(low, high)}): ${teaser}`,
    ),
    '',
  ];
  return new Response(lines.join('\n'), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}
