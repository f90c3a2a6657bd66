/** What the built site gives the decoder, made from the same content. */
import { readTree } from '../../src/checks/tree.ts';
import { knowledgeOf } from '../../src/decode/know.ts';

const tree = readTree('content');
const withId = <Data extends object>({ id, data }: { readonly id: string; readonly data: Data }) => ({
  ...data,
  id,
});

export const knowledge = knowledgeOf({
  codes: tree.codes.map(({ data }) => data),
  model: tree.model,
  servers: tree.servers.map(withId),
  situations: tree.situations.map(withId),
  findings: tree.findings.map(withId),
});
