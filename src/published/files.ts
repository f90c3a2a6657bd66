/** The files that hold data, for the page that lists them. What each holds, its schema says. */
import { urls } from '../urls.ts';
import type { Published } from './schema.ts';

export interface PublishedFile {
  /** Its kind: a property of the schema. */
  readonly kind: keyof Published;
  readonly name: string;
  readonly path: string;
  /** The kind whose fields it has too. */
  readonly beyond?: keyof Published;
}

export const publishedFiles: readonly PublishedFile[] = [
  { kind: 'codes', name: 'codes.json', path: urls.api.codes },
  { kind: 'code', name: '451.json', path: urls.json(451), beyond: 'codes' },
  { kind: 'comparisons', name: 'comparisons.json', path: urls.api.comparisons },
  { kind: 'commands', name: 'commands.json', path: urls.api.commands },
  { kind: 'servers', name: 'servers.json', path: urls.api.servers },
  { kind: 'situations', name: 'situations.json', path: urls.api.situations },
  { kind: 'clients', name: 'clients.json', path: urls.api.clients },
  { kind: 'scenarios', name: 'scenarios.json', path: urls.api.scenarios },
  { kind: 'changes', name: 'changes.json', path: urls.api.changes },
];
