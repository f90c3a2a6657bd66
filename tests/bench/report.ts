/** All measurements as one text: a block for each part, and what is over its budget. */
import { isOver, type Limit, type Measurement } from './measurement.ts';
import { spell, table } from './table.ts';

const spellLimit = (limit: Limit | null, unit: Measurement['unit']): string =>
  limit === null ? '' : `${limit.sense === 'most' ? '≤' : '≥'} ${spell(limit.value, unit)}`;

const cell = (one: Measurement): string => `${spell(one.value, one.unit)}${isOver(one) ? ' !' : ''}`;

/** A line for each measurement. */
const listed = (part: string, own: readonly Measurement[]): string =>
  table([
    [part, 'measured', 'budget'],
    ...own.map((one) => [one.what, cell(one), spellLimit(one.limit, one.unit)]),
  ]);

/** A line for everything that was measured, a column for each number. */
function crossed(part: string, own: readonly Measurement[]): string {
  const columns = [...new Set(own.map(({ what }) => what))];
  const find = (of: string, what: string) => own.find((one) => one.of === of && one.what === what);
  const limits = columns.map((what) => {
    const limited = own.find((one) => one.what === what && one.limit !== null);
    return limited ? spellLimit(limited.limit, limited.unit) : '';
  });
  const rows = [...new Set(own.map(({ of }) => of))].map((of) => [
    of,
    ...columns.map((what) => {
      const found = find(of, what);
      return found ? cell(found) : '';
    }),
  ]);
  return table([[part, ...columns], ['  budget', ...limits], ...rows]);
}

export function report(measurements: readonly Measurement[]): string {
  const blocks = [...Map.groupBy(measurements, ({ part }) => part)].map(([part, own]) =>
    own.every(({ of }) => of === '') ? listed(part, own) : crossed(part, own),
  );
  const over = measurements
    .filter(isOver)
    .map((one) =>
      [
        `OVER BUDGET  ${one.part}, ${one.of}${one.of === '' ? '' : ': '}${one.what}:`,
        `${spell(one.value, one.unit)},`,
        `budget ${spellLimit(one.limit, one.unit)}`,
      ].join(' '),
    );
  return [...blocks, over.join('\n')].filter(Boolean).join('\n\n');
}
