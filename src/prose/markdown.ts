/**
 * Sätteri plugins that turn our prose's own notation into components, so that pages decide how a link or an
 * exchange looks. The names are those that src/components/Prose.astro hands to every document.
 */
import { defineMdastPlugin } from 'satteri';
import { readInline, type Token } from './inline.ts';

const attribute = (name: string, value: string) => ({ type: 'mdxJsxAttribute' as const, name, value });

function nodeOf(token: Token) {
  const element = (name: string, attributes: ReturnType<typeof attribute>[]) => ({
    type: 'mdxJsxTextElement' as const,
    name,
    attributes,
    children: [],
  });
  switch (token.kind) {
    case 'reply':
      return element('Reply', [attribute('code', String(token.code))]);
    case 'pair':
      return element('Pair', [attribute('codes', token.codes.join(' '))]);
    case 'command':
      return element('Command', [attribute('verb', token.verb)]);
    case 'citation':
      return element('Cite', [attribute('text', token.text)]);
    default:
      return { type: 'text' as const, value: token.text };
  }
}

export const inlineLinks = defineMdastPlugin({
  name: 'inline-links',
  text(node, context) {
    const tokens = readInline(node.value);
    if (tokens.some((token) => token.kind !== 'text')) context.replaceNode(node, tokens.map(nodeOf));
  },
});

export const exchanges = defineMdastPlugin({
  name: 'exchanges',
  code(node, context) {
    if (node.lang !== 'ftp') return;
    context.replaceNode(node, {
      type: 'mdxJsxFlowElement',
      name: 'Wire',
      attributes: [attribute('source', node.value), attribute('meta', node.meta ?? '')],
      children: [],
    });
  },
});
