/** What the site may cost: section 9 of the design, in one place. KB and MB are thousands and millions of bytes. */
export const budgets = {
  build: {
    /** Wall time per HTML page with content, search index included, on 2 cores; in milliseconds. */
    pageTime: 3,
    /** Of all processes of the build together, in bytes. */
    memory: 1024 ** 3,
  },
  growth: {
    /** Time per page with four times the codes, as a multiple of the time per page now. */
    pageTime: 1.3,
  },
  /** What a page loads before anybody touches it, in bytes as sent. */
  page: {
    html: 12_000,
    /** Of a server's page, which lists every reply of the server: such a list is looked through as a whole, so it is
     * one page by decision. */
    serverHtml: 25_000,
    css: 8_000,
    script: 6_000,
    fonts: 55_000,
    fontFiles: 2,
  },
  /** Bytes as sent; times on localhost in milliseconds. */
  search: { bytes: 160_000, first: 150, later: 30 },
  decode: {
    /** Milliseconds from the file's choice to the finding, for 10 MB. */
    time: 1000,
    /** "Without freezing": the longest pause in milliseconds; up to 100 an answer feels immediate (RAIL). */
    pause: 100,
  },
  /** Points of 100, and the layout shift. */
  lighthouse: { points: 100, shift: 0 },
} as const;
