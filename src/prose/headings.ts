/** The headings that a body may have, in their order, and the anchors other sites link to. */
import type { ClassId } from '../protocol/digits.ts';

export interface HeadingPlan {
  readonly heading: string;
  readonly anchor: string;
  readonly optional?: true;
}

const failing: ReadonlySet<ClassId> = new Set(['4xx', '5xx', 'client-side']);

export const codeHeadings = (id: ClassId): readonly HeadingPlan[] => [
  { heading: '## What it means', anchor: 'meaning' },
  { heading: '## When you see it', anchor: 'when' },
  { heading: failing.has(id) ? '## How to fix it' : '## What to do', anchor: 'fix' },
  { heading: '### If you are connecting', anchor: 'fix-connecting' },
  { heading: '### If you run the server', anchor: 'fix-server' },
  { heading: '### If you write a client or server', anchor: 'fix-author' },
  { heading: '## On the wire', anchor: 'example' },
  { heading: '## What it carries', anchor: 'format', optional: true },
  { heading: '## Where practice differs', anchor: 'practice', optional: true },
];

export const noteHeadings: readonly HeadingPlan[] = [
  { heading: '## The usual mistake', anchor: 'mistake' },
  { heading: '## In the log', anchor: 'log' },
];

export const situationHeadings: readonly HeadingPlan[] = [
  { heading: '## What to change on the server', anchor: 'server' },
  { heading: '## What to change on the client', anchor: 'client' },
  { heading: '## What clients say', anchor: 'clients' },
  { heading: '## Which reply to send, if you write a server', anchor: 'which' },
];

const plans = [...codeHeadings('4xx'), ...codeHeadings('2xx'), ...noteHeadings, ...situationHeadings];

/** The anchor of a heading, from the id that Markdown gives it ("when-you-see-it"); throws on another. */
export function anchorOf(slug: string): string {
  const plan = plans.find(
    ({ heading }) =>
      heading.replace(/^#+ /, '').toLowerCase().replaceAll(',', '').replaceAll(' ', '-') === slug,
  );
  if (!plan) throw new Error(`${slug} is no heading of src/prose/headings.ts`);
  return plan.anchor;
}
