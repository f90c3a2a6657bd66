/** Where an address leads that has no page of its own, as hosts do it when there is a network. */
import { homeOf } from '../redirects.ts';
import { pairSlug } from '../urls.ts';

/**
 * "451" → "ftp/451/", "ftp/451-vs-125/" → "ftp/125-vs-451/", "compare/?a=451&b=125" → "ftp/125-vs-451/"; null if it is
 * no form of another address.
 * @param path without the base and without a slash in front
 */
export function leadFrom(path: string, parameters: URLSearchParams): string | null {
  const whole = /(^|\/|\.\w+)$/.test(path) ? path : `${path}/`;
  const home = (homeOf(`/${whole}`) ?? `/${whole}`).slice(1);
  const [one, other] =
    home === 'compare/'
      ? [parameters.get('a') ?? '', parameters.get('b') ?? '']
      : (/^ftp\/(\d+)-vs-(\d+)\/$/.exec(home)?.slice(1) ?? []);
  const isPair = /^\d+$/.test(one ?? '') && /^\d+$/.test(other ?? '') && one !== other;
  const target = isPair ? `ftp/${pairSlug(Number(one), Number(other))}/` : home;
  return target === path ? null : target;
}
