/** The real content, read once for all unit tests of a file. */
import { readTree } from '../../src/checks/tree.ts';
import type { CodeData } from '../../src/schemas.ts';

export const tree = readTree('content');
export const { model } = tree;

const byCode = new Map(tree.codes.map(({ data }) => [data.code, data]));

export const codes: readonly CodeData[] = [...byCode.values()].toSorted((a, b) => a.code - b.code);

export function code(number: number): CodeData {
  const found = byCode.get(number);
  if (!found) throw new RangeError(`${number} is not in content/ftp`);
  return found;
}
