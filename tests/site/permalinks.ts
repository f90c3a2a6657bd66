/** `npm run permalinks`: adds the addresses of the last build to tests/permalinks.txt; it never takes one away. */
import { readFileSync, writeFileSync } from 'node:fs';
import { addresses } from './dist.ts';

const file = 'tests/permalinks.txt';
const known = readFileSync(file, { encoding: 'utf8', flag: 'a+' }).trim().split('\n').filter(Boolean);
const present = addresses('dist').filter((url) => !/^\/(_astro|pagefind)\//.test(url));
const order = new Intl.Collator('en', { numeric: true });
const all = [...new Set([...known, ...present])].toSorted(order.compare);
writeFileSync(file, `${all.join('\n')}\n`);
console.log(`${all.length - known.length} addresses added, ${all.length} in all.`);
