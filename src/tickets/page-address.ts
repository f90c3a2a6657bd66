/** The address to quote: the published one where the build knows it, or else the one in the window, without its query. */
export const pageAddress = (): string =>
  document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.origin + location.pathname;
