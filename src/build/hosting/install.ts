/** The page of instructions in the package. */

/**
 * @param folder the name of the unpacked folder
 * @param base the base path of the site, "/" or "/docs/ftp"
 */
export const installPage = (folder: string, base: string): string => `# Host ${folder}

The folder holds the whole site, search included, and the configuration for nginx 1.20 or later. Nothing is fetched from anywhere: it runs in a closed network. No module beyond nginx's own is needed.

## Run it from this folder

    tar -xzf ${folder}.tar.gz
    cd ${folder}
    nginx -e stderr -p "$PWD" -c nginx.conf

The site is at http://localhost:8080${base === '/' ? '/' : `${base}/`}. Stop it with:

    kill "$(cat run/nginx.pid)"

Any user can do this. If you start it as root, nginx serves as the user \`nobody\` or \`nginx\`, which must be able to read the folder and all folders above it: \`/srv\` suits, \`/root\` does not.

## Add it to an nginx that runs already

1. Copy the folder to \`/srv/${folder}\`.
2. Copy \`site.conf\` to \`/etc/nginx/conf.d/ftp-codes.conf\`.
3. In the copy, change \`root dist;\` to \`root /srv/${folder}/dist;\`, and \`listen\` to the port you want; add \`server_name\` and the certificate there. If your nginx compresses with brotli by itself, add \`brotli off;\`: the files are compressed already.
4. Run \`nginx -t\`, then \`nginx -s reload\`.

## Check it

    curl -sI http://localhost:8080${base === '/' ? '' : base}/451

answers \`301\` and \`Location: ${base === '/' ? '' : base}/ftp/451/\`.

    curl -sI -H 'Accept-Encoding: br' http://localhost:8080${base === '/' ? '' : base}/ftp/451/

answers \`200\` with \`Content-Encoding: br\`, \`Cache-Control: no-cache\` and a \`Content-Security-Policy\`.

## Another server

\`dist/\` is plain files: any static host serves it. A server that looks for \`.br\` and \`.gz\` files beside the others finds them. Netlify and Cloudflare Pages read \`_headers\` and \`_redirects\`, GitLab Pages \`_redirects\`; they compress by themselves, so give them the \`dist/\` of \`npm run build\`, which has half the files.

## Another path

The site is built for \`${base}\`. For another path, build it again: \`BASE_PATH=/docs/ftp npm run package\`.
`;
