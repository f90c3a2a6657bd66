/** One measured number, and whether it keeps its budget. */

export const parts = ['build', 'growth', 'bytes', 'search', 'decode', 'lighthouse', 'paint'] as const;
export type Part = (typeof parts)[number];

export type Unit =
  | 's'
  | 'ms'
  | 'ms/page'
  | 'pages/s'
  | 'pages'
  | 'bytes'
  | 'bytes/page'
  | 'files'
  | 'points'
  | 'times'
  | 'shift';

export interface Limit {
  readonly sense: 'most' | 'least';
  readonly value: number;
}

export interface Measurement {
  readonly part: Part;
  /** On what it was taken: a kind of page, a log, a number of codes; empty where there is only one. */
  readonly of: string;
  readonly what: string;
  /** null where this machine cannot tell. */
  readonly value: number | null;
  readonly unit: Unit;
  readonly limit: Limit | null;
}

export const atMost = (value: number): Limit => ({ sense: 'most', value });
export const atLeast = (value: number): Limit => ({ sense: 'least', value });

/** A number that could not be taken is over no budget. */
export function isOver({ value, limit }: Measurement): boolean {
  if (value === null || limit === null) return false;
  return limit.sense === 'most' ? value > limit.value : value < limit.value;
}
