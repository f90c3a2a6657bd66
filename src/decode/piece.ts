/** A part of a line that says one thing. */
import type { Speaker } from './envelope.ts';

export interface Piece {
  readonly text: string;
  /** Who speaks, where the form of the line tells. */
  readonly by?: Speaker;
  readonly quoted?: boolean;
}
