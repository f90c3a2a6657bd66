import type { APIContext } from 'astro';
import { inFull, urls } from '../urls.ts';

/** Lets a browser's address bar search the site. */
export function GET({ site }: APIContext): Response {
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>ftp/codes</ShortName>
  <Description>FTP reply codes, commands, servers and error messages</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Image width="16" height="16" type="image/svg+xml">${inFull(urls.icon, site)}</Image>
  <Url type="text/html" method="get" template="${inFull(urls.search, site)}?q={searchTerms}"/>
</OpenSearchDescription>
`;
  return new Response(xml, { headers: { 'Content-Type': 'application/opensearchdescription+xml' } });
}
