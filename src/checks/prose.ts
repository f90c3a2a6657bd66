/** The prose of an entry, line by line, without the exchanges on the wire. */
import { fencesIn, type Fence } from '../prose/fence.ts';
import type { Line } from './rule.ts';
import type { Entry, Tree } from './tree.ts';

export interface ProseLine {
  readonly text: string;
  readonly line: Line;
}

export const everyEntry = (tree: Tree): readonly Entry<object>[] => [
  ...tree.codes,
  ...tree.notes,
  ...tree.commands,
  ...tree.servers,
  ...tree.clients,
  ...tree.situations,
  ...tree.changes,
];

function strings(
  value: unknown,
  path: readonly PropertyKey[],
): { text: string; path: readonly PropertyKey[] }[] {
  if (typeof value === 'string') return [{ text: value, path }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    strings(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

const notProse = new Set<PropertyKey>([
  ...['sources', 'syntax', 'keywords', 'label', 'definedBy', 'source'],
  // Of servers and clients: data, and phrases without our notation.
  ...['replies', 'read', 'names', 'reads', 'situations', 'name', 'short', 'pairs', 'group'],
]);

export function proseOf(entry: Entry<object>): readonly ProseLine[] {
  const inData = strings(entry.data, [])
    .filter(({ path }) => !path.some((key) => notProse.has(key)))
    .map(({ text, path }) => ({ text, line: () => entry.lineOf(...path) }));
  return [...inData, ...bodyLines(entry).filter(({ fenced }) => !fenced)];
}

export interface BodyLine extends ProseLine {
  readonly line: number;
  /** True inside a fence and on its marks. */
  readonly fenced: boolean;
}

export function bodyLines(entry: Entry<object>): readonly BodyLine[] {
  let open = false;
  return entry.body.split('\n').map((text, index) => {
    const mark = text.startsWith('```');
    const fenced = open || mark;
    if (mark) open = !open;
    return { text, line: entry.bodyLine + index, fenced };
  });
}

/** The exchanges of an entry, with the line of the file on which each starts. */
export const fencesOf = (entry: Entry<object>): readonly Fence[] =>
  fencesIn(entry.body).map((fence) => ({ ...fence, line: entry.bodyLine + fence.line }));
