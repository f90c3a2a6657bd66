/** The ways in which two codes can be related: what relations.ts finds and the words are made from. */
import type { SocketPhase } from '../sockets.ts';

export type Relation =
  /** One exchange shows both, in this order; `lead` are replies that come before the first. */
  | {
      readonly kind: 'sequence';
      readonly first: number;
      readonly second: number;
      readonly verbs: readonly string[];
      readonly lead: readonly number[];
      /** The success that `second` takes the place of. */
      readonly insteadOf: number | null;
      readonly source: string;
    }
  /** Either ends the exchange after the same 1xx. */
  | {
      readonly kind: 'endings';
      readonly verbs: readonly string[];
      readonly after: number;
      readonly source: string;
    }
  /** Either can be the first reply. */
  | { readonly kind: 'openings'; readonly verbs: readonly string[]; readonly source: string }
  /** One answers at once, the other only after a 1xx. */
  | {
      readonly kind: 'early-late';
      readonly early: number;
      readonly late: number;
      readonly after: number;
      readonly verbs: readonly string[];
      readonly source: string;
    }
  /** `first` is a 3xx that asks for `next`, which `second` can answer; `via` is the 1xx between, if any. */
  | {
      readonly kind: 'dialogue';
      readonly first: number;
      readonly verb: string;
      readonly next: string;
      readonly others: readonly string[];
      readonly via: number | null;
      readonly second: number;
      readonly source: string;
    }
  /** `first` completes a command that clients send before `next`, which `second` can answer. */
  | {
      readonly kind: 'sequel';
      readonly first: number;
      readonly verb: string;
      readonly next: string;
      readonly others: readonly string[];
      readonly via: number | null;
      readonly second: number;
      readonly source: string;
    }
  /** `transfer` ends the transfer that ABOR cuts short, `abort` answers ABOR. */
  | { readonly kind: 'abort'; readonly transfer: number; readonly abort: number; readonly source: string }
  /** Successes of different commands that serve one purpose. */
  | {
      readonly kind: 'counterparts';
      readonly low: string;
      readonly high: string;
      readonly purpose: string;
      readonly source: string;
    }
  | { readonly kind: 'envelope'; readonly outer: number; readonly inner: number; readonly source: string }
  /** 421 may take the place of any reply. */
  | { readonly kind: 'hang-up'; readonly other: number; readonly source: string }
  /** Both have commands, none in common. */
  | { readonly kind: 'session' }
  /** `unplaced` belong to no command of the documents; `successor` is the standard's code for the purpose. */
  | { readonly kind: 'unplaced'; readonly unplaced: readonly number[]; readonly successor: number | null }
  | {
      readonly kind: 'no-reply';
      readonly socket: number;
      readonly reply: number;
      readonly phase: SocketPhase;
    }
  | { readonly kind: 'no-replies' };
