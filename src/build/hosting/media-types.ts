export interface MediaType {
  readonly type: string;
  /** True for what compresses well and is not compressed already. */
  readonly text: boolean;
}

export const html: MediaType = { type: 'text/html; charset=utf-8', text: true };

/** What the files of the site are, by the ending of their names. */
export const mediaTypes: Readonly<Record<string, MediaType>> = {
  html,
  css: { type: 'text/css; charset=utf-8', text: true },
  js: { type: 'text/javascript; charset=utf-8', text: true },
  json: { type: 'application/json', text: true },
  md: { type: 'text/markdown; charset=utf-8', text: true },
  svg: { type: 'image/svg+xml', text: true },
  txt: { type: 'text/plain; charset=utf-8', text: true },
  webmanifest: { type: 'application/manifest+json', text: true },
  xml: { type: 'application/xml', text: true },
  ico: { type: 'image/x-icon', text: false },
  png: { type: 'image/png', text: false },
  woff2: { type: 'font/woff2', text: false },
};
