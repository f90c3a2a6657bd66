import { names } from 'virtual:names';
import type { Vocabulary } from './query.ts';

export const vocabulary: Vocabulary = {
  codes: new Map(names.codes.map(([code, name, when]) => [code, { name, when }])),
  commands: new Map(names.commands),
};
