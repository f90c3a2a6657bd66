/** What the page and its worker say to each other. */
import type { Report, Row } from './report.ts';
import type { Ticket } from './ticket.ts';

export type Asked =
  /** Fetch what the decoder knows, while the reader still types. */
  | { readonly kind: 'prepare'; readonly known: string }
  | { readonly kind: 'read'; readonly id: number; readonly source: string | File; readonly known: string }
  | { readonly kind: 'rows'; readonly id: number; readonly from: number; readonly to: number }
  /** @param base absolute address of the site, with its base path */
  | { readonly kind: 'ticket'; readonly id: number; readonly base: string };

export type Told =
  /** Share of the log that is read, 0 to 1. */
  | { readonly kind: 'progress'; readonly id: number; readonly share: number }
  | { readonly kind: 'report'; readonly id: number; readonly report: Report; readonly remark: string }
  | { readonly kind: 'rows'; readonly id: number; readonly from: number; readonly rows: readonly Row[] }
  | { readonly kind: 'ticket'; readonly id: number; readonly ticket: Ticket }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };
