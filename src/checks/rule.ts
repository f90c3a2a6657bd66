import type { Finding, Tree } from './tree.ts';

/** A rule judges the tree and reports what is wrong, with the cure in the message. */
export interface Rule {
  readonly name: string;
  readonly about: string;
  check(tree: Tree, report: (finding: Finding) => void): void;
}
