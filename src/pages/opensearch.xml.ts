import type { APIContext } from 'astro';
import { urls } from '../urls.ts';

/** Lets a browser's address bar search the site. */
export function GET({ site }: APIContext): Response {
  const address = (path: string): string => (site ? new URL(path, site).href : path);
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>ftp/codes</ShortName>
  <Description>FTP reply codes, commands, servers and error messages</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Image width="16" height="16" type="image/svg+xml">${address(urls.icon)}</Image>
  <Url type="text/html" method="get" template="${address(urls.search)}?q={searchTerms}"/>
</OpenSearchDescription>
`;
  return new Response(xml, { headers: { 'Content-Type': 'application/opensearchdescription+xml' } });
}
