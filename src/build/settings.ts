/** What a host may set: the origin and the base path. A wrong value is refused with a sentence. */

interface Environment {
  readonly [name: string]: string | undefined;
}

/** SITE_URL: the origin the site is published at, such as https://ftp.example.org; undefined if not set. */
export function siteUrl(environment: Environment): string | undefined {
  const value = environment['SITE_URL'];
  if (!value) return undefined;
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol) || new URL(value).pathname !== '/')
    throw new Error(
      `SITE_URL: found "${value}". Expected an origin such as https://ftp.example.org; a path goes into BASE_PATH.`,
    );
  return value;
}

/** BASE_PATH: the path the site lies under, such as /docs/ftp; "/" if not set. */
export function basePath(environment: Environment): string {
  const value = environment['BASE_PATH'];
  if (!value) return '/';
  if (!/^(\/[\w.~-]+)*\/?$/.test(value))
    throw new Error(
      `BASE_PATH: found "${value}". Expected a path that starts with a slash, such as /docs/ftp.`,
    );
  return value.replace(/\/$/, '') || '/';
}
