/**
 * `npm run permalinks`: adds the addresses of the last build to tests/permalinks.txt and its data's fields to
 * tests/published-fields.txt; it never takes one away.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { addresses, isLinkable } from './dist.ts';
import { fieldLines } from './fields.ts';

const lists = [
  { what: 'addresses', file: 'tests/permalinks.txt', present: addresses('dist').filter(isLinkable) },
  { what: 'fields', file: 'tests/published-fields.txt', present: fieldLines('dist') },
];
const order = new Intl.Collator('en', { numeric: true });

for (const { what, file, present } of lists) {
  const known = readFileSync(file, { encoding: 'utf8', flag: 'a+' }).trim().split('\n').filter(Boolean);
  const all = [...new Set([...known, ...present])].toSorted(order.compare);
  writeFileSync(file, `${all.join('\n')}\n`);
  console.log(`${all.length - known.length} ${what} added, ${all.length} in all.`);
}
