import type { Plugin } from 'vite';
import { plainText } from '../prose/inline.ts';
import { readTree } from '../checks/tree.ts';
import type { Names } from '../search/names.ts';

const id = 'virtual:names';

/**
 * Gives browser code the names of codes and commands as one small module, so that a code, a pair or a command
 * is answered without asking the network.
 */
export function names(): Plugin {
  return {
    name: 'names',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load(resolved) {
      if (resolved !== `\0${id}`) return undefined;
      const { codes, commands } = readTree('content');
      const value: Names = {
        codes: codes
          .map(({ data }) => [data.code, data.name, plainText(data.when)] as const)
          .toSorted(([a], [b]) => a - b),
        commands: commands.map(({ data }) => [data.verb, data.name] as const),
      };
      return `export const names = ${JSON.stringify(value)};`;
    },
  };
}
