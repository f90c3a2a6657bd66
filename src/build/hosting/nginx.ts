/**
 * The site for nginx, in two files: site.conf says how it is served, nginx.conf is all that nginx needs to run it by
 * itself. No module is needed: which variant of a file is sent is looked up in plain configuration, because brotli is
 * not among the modules that nginx and its packages come with.
 */
import { pattern, redirects, type Redirect } from '../../redirects.ts';
import { hashedFolders, keepForAYear, revalidate, securityHeaders } from './headers.ts';
import { html, mediaTypes, type MediaType } from './media-types.ts';
import { hostFileNames } from './netlify.ts';

const escaped = (text: string): string => text.replaceAll('.', '\\.');

/** In nginx a dollar sign starts a variable and a quotation mark ends a value; there is no way to write either. */
function quoted(value: string): string {
  if (/["$\\]/.test(value)) throw new Error(`Not to be written in nginx's configuration: ${value}`);
  return `"${value}"`;
}

/** `try_files` looks for the variant that the browser accepts first. */
const location = (match: string, { type, text }: MediaType, file = '$uri'): string =>
  `    location ${match} {
        default_type ${quoted(type)};
        try_files ${text ? `${file}$ftp_codes_variant ` : ''}${file} @astray;
    }`;

/** A form that differs from its target in case only must not match the target. */
function rewrite(prefix: string, { from, to }: Redirect): string {
  const head = to.replace(/[:*].*/, '');
  const guard = from.toLowerCase().startsWith(head) && from !== from.toLowerCase() ? `(?!${head})` : '';
  let group = 0;
  const target = to.replaceAll(/:[a-z]+|\*/g, () => `$${++group}`);
  return `        rewrite "^${escaped(prefix)}${guard}(?i)${pattern(from)}/?$" ${prefix}${target} permanent;`;
}

/**
 * @param prefix the base path without a slash at the end: "" or "/docs/ftp"
 * @param policy the value of the Content-Security-Policy header
 */
export function siteConf(prefix: string, policy: string): string {
  const at = escaped(prefix);
  const texts = Object.entries(mediaTypes).flatMap(([ending, { text }]) => (text ? [ending] : []));
  return `# ftp/codes for nginx 1.20 or later: stands in the http block. Change the port, the root, add a certificate.

# The variant of a file that the browser accepts.
map $http_accept_encoding $ftp_codes_variant {
    default "";
    "~*(^|[ ,])br *(,|$|; *q=(1|0\\.0*[1-9]))" .br;
    "~*(^|[ ,])gzip *(,|$|; *q=(1|0\\.0*[1-9]))" .gz;
}
map $uri $ftp_codes_encoding {
    default "";
    "~\\.br$" br;
    "~\\.gz$" gzip;
}
map $uri $ftp_codes_vary {
    default "";
    "~\\.(${texts.join('|')})(\\.br|\\.gz)?$" Accept-Encoding;
}
map $uri $ftp_codes_cache {
    default ${quoted(revalidate)};
    "~^${at}/(${hashedFolders.map(escaped).join('|')})/" ${quoted(keepForAYear)};
}
# The form at /compare/ without a script: ?a=125&b=451.
map $arg_a-vs-$arg_b $ftp_codes_pair {
    default none;
    "~^(?<ftp_codes_two>(\\d{3}|\\d{5})-vs-(\\d{3}|\\d{5}))$" $ftp_codes_two;
}

server {
    listen 8080;
    root dist;
    server_tokens off;
    # Redirects name no host and no port, so that they hold behind a proxy too.
    absolute_redirect off;
    error_page 404 ${prefix}/404.html;
    types { }
    # Files are compressed already; nginx does not see it and would compress the variants once more.
    gzip off;

${Object.entries(securityHeaders(policy))
  .map(([name, value]) => `    add_header ${name} ${quoted(value)} always;`)
  .join('\n')}
    add_header Cache-Control $ftp_codes_cache always;
    add_header Content-Encoding $ftp_codes_encoding always;
    add_header Vary $ftp_codes_vary always;

    # Variants have no address of their own, and some files are for other hosts.
    location ~ "(\\.br|\\.gz|/(${hostFileNames.join('|')}))$" {
        return 404;
    }
    location = ${prefix}/compare/ {
        if (-f $document_root${prefix}/ftp/$ftp_codes_pair/index.html) {
            return 302 ${prefix}/ftp/$ftp_codes_pair/;
        }
        default_type ${quoted(html.type)};
        try_files \${uri}index.html$ftp_codes_variant \${uri}index.html @astray;
    }
${prefix ? `    location = / {\n        return 302 ${prefix}/;\n    }\n` : ''}${location('~ /$', html, '${uri}index.html')}
${Object.entries(mediaTypes)
  .map(([ending, media]) => location(`~ \\.${ending}$`, media))
  .join('\n')}
${location('/', { type: 'application/octet-stream', text: false })}
    # Where there is no file: the address may lack its slash, or be a form of one.
    location @astray {
        if (-f $document_root$uri/index.html) {
            return 301 $uri/$is_args$args;
        }
${redirects.map((redirect) => rewrite(prefix, redirect)).join('\n')}
        return 404;
    }
}
`;
}

/** Runs from its own folder, as any user: what nginx writes goes into run/, and nothing is logged but errors. */
export const nginxConf = `# nginx -e stderr -p "$PWD" -c nginx.conf
worker_processes auto;
pid run/nginx.pid;
error_log stderr;

events { }

http {
    client_body_temp_path run/body;
    proxy_temp_path run/proxy;
    fastcgi_temp_path run/fastcgi;
    uwsgi_temp_path run/uwsgi;
    scgi_temp_path run/scgi;
    access_log off;
    sendfile on;
    tcp_nopush on;
    include site.conf;
}
`;
