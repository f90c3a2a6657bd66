/** Numbers as people read them, and rows as a table of plain text. */
import type { Unit } from './measurement.ts';

export function size(bytes: number): string {
  if (bytes >= 1e6) return `${(bytes / 1e6).toFixed(bytes >= 1e8 ? 0 : 1)} MB`;
  return bytes >= 1000 ? `${(bytes / 1000).toFixed(1)} KB` : `${bytes.toFixed(0)} B`;
}

const spelled: Readonly<Record<Unit, (value: number) => string>> = {
  s: (value) => `${value.toFixed(1)} s`,
  ms: (value) => `${value.toFixed(0)} ms`,
  'ms/page': (value) => `${value.toFixed(2)} ms`,
  'pages/s': (value) => `${value.toFixed(0)} pages/s`,
  pages: (value) => value.toLocaleString('en'),
  bytes: size,
  'bytes/page': size,
  files: (value) => value.toFixed(0),
  points: (value) => value.toFixed(0),
  times: (value) => `${value.toFixed(2)} ×`,
  shift: (value) => value.toFixed(3),
};

export const spell = (value: number | null, unit: Unit): string =>
  value === null ? 'not measured' : spelled[unit](value);

/** The first column to the left, the others to the right, two spaces between them. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
