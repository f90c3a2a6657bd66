import type { Finding, Tree } from './tree.ts';

/** Of a file's field: where it stands is looked up only for what is reported, because that takes long. */
export type Line = number | undefined | (() => number | undefined);

export interface Objection extends Omit<Finding, 'line'> {
  readonly line?: Line;
}

/** A rule judges the tree and reports what is wrong, with the cure in the message. */
export interface Rule {
  readonly name: string;
  readonly about: string;
  check(tree: Tree, report: (objection: Objection) => void): void;
}
