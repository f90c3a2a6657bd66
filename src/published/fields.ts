/** The fields that a JSON Schema describes, one by one: for the page on the data, and for the list of all that were ever published. */
import type { z } from 'astro/zod';

type Node = z.core.JSONSchema.BaseSchema;

export interface Field {
  /** From the record on: "code", "replies[].text". */
  readonly path: string;
  /** In JSON's words: "string", "integer", "array of object". */
  readonly type: string;
  readonly nullable: boolean;
  /** False where a record may lack the field. */
  readonly required: boolean;
  /** The only values there are, where these are few. */
  readonly values: readonly string[];
  readonly about: string;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** What may stand in a place; what may be null is written as a choice or as a list of types. */
const choicesOf = (node: Node): readonly Node[] =>
  (node.anyOf?.filter(isNode) ?? [node]).flatMap((one) =>
    Array.isArray(one.type) ? one.type.map((type) => ({ ...one, type })) : [one],
  );

/** The one kind of value that stands there beside null. Throws if there are two: a typed language cannot read that. */
function kindOf(node: Node, path: string): Node {
  const [only, ...others] = choicesOf(node).filter(({ type }) => type !== 'null');
  if (!only?.type || others.length > 0)
    throw new Error(`${path}: expected one type, found ${JSON.stringify(node)}`);
  return only;
}

const itemsOf = ({ items }: Node): Node | null => (isNode(items) && !Array.isArray(items) ? items : null);

function typeOf(node: Node, path: string): string {
  const kind = kindOf(node, path);
  const items = itemsOf(kind);
  return items ? `array of ${typeOf(items, path)}` : String(kind.type);
}

/**
 * The fields of a record or, below a list, of its records; in their order, each before those inside it.
 * @param path of the node, "" for the record itself
 */
export function fieldsOf(node: Node, path = ''): readonly Field[] {
  const kind = kindOf(node, path);
  const items = itemsOf(kind);
  if (items) return fieldsOf(items, path === '' ? '' : `${path}[]`);
  const required = new Set(kind.required);
  return Object.entries(kind.properties ?? {}).flatMap(([name, field]) => {
    if (!isNode(field)) return [];
    const own = path === '' ? name : `${path}.${name}`;
    return [
      {
        path: own,
        type: typeOf(field, own),
        nullable: choicesOf(field).some(({ type }) => type === 'null'),
        required: required.has(name),
        values: kindOf(field, own).enum?.map(String) ?? [],
        about: field.description ?? '',
      },
      ...fieldsOf(field, own),
    ];
  });
}
