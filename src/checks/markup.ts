/** Reads the body of a page as the build does, and tells what in it is no text but code, which the build would run. */
import { mdxToMdast, type MdastNode } from 'satteri';

export interface MarkupFault {
  /** 1-based line of the body. */
  readonly line: number;
  readonly message: string;
}

const cure = 'Put braces and < into backticks where they are meant as text.';

function* nodesOf(node: MdastNode): Generator<MdastNode> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* nodesOf(child);
}

/** The first fault of a body, null if it is text alone. */
export function markupFault(body: string): MarkupFault | null {
  try {
    for (const node of nodesOf(mdxToMdast(body)))
      if (node.type.startsWith('mdx'))
        return {
          line: node.position?.start.line ?? 1,
          message: `found code of MDX where text is expected. ${cure}`,
        };
    return null;
  } catch (error) {
    // The parser's message starts with the place: "12:3: Unexpected character".
    const [, line, said] =
      /^(?:(\d+):\d+:?)?\s*(.*)/.exec(error instanceof Error ? error.message : String(error)) ?? [];
    return { line: Number(line ?? 1), message: `this is not MDX: ${said ?? ''}. ${cure}` };
  }
}
