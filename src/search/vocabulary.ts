import { names } from 'virtual:names';
import type { Vocabulary } from './query.ts';

export const vocabulary: Vocabulary = { codes: new Map(names.codes), commands: new Map(names.commands) };
