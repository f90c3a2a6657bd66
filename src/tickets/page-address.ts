/** Some hosts answer "/ftp/451/index.html" too; the address to quote is the shorter. */
const shortened = (path: string): string => path.replace(/(?<=\/)index\.html$/, '');

/** The address to quote: the published one where the build knows it, or else the one in the window, without its query. */
export const pageAddress = (): string =>
  document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ??
  location.origin + shortened(location.pathname);
