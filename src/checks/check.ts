/** Judges content/ by all rules. Used by `npm run check`, by the first step of the build and by tests. */
import { readTree, type Finding, type Tree } from './tree.ts';
import { attributes } from './rules/attributes.ts';
import { changes } from './rules/changes.ts';
import { clients } from './rules/clients.ts';
import { citations } from './rules/citations.ts';
import { exchanges } from './rules/exchanges.ts';
import { headings } from './rules/headings.ts';
import { names } from './rules/names.ts';
import { observations } from './rules/observations.ts';
import { references } from './rules/references.ts';
import { servers } from './rules/servers.ts';
import { situations } from './rules/situations.ts';
import { wording } from './rules/wording.ts';
import type { Rule } from './rule.ts';

export const rules: readonly Rule[] = [
  names,
  headings,
  references,
  citations,
  exchanges,
  attributes,
  servers,
  observations,
  situations,
  clients,
  changes,
  wording,
];

export interface Judgement {
  readonly tree: Tree;
  readonly findings: readonly (Finding & { readonly rule: string })[];
}

/** @param root the content folder */
export function judge(root: string): Judgement {
  const tree = readTree(root);
  const findings = tree.unreadable.map((finding) => ({ ...finding, rule: 'fields' }));
  for (const rule of rules)
    rule.check(tree, ({ line, ...objection }) => {
      findings.push({
        ...objection,
        line: typeof line === 'function' ? line() : line,
        rule: rule.name,
      });
    });
  return { tree, findings };
}

/** One finding as the terminal shows it: where, what was found, what was expected. */
export const asText = ({ file, line, message, rule }: Judgement['findings'][number]): string =>
  `${file}${line === undefined ? '' : `:${line}`}  ${message}  [${rule}]`;
