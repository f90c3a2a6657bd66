/** Every field that the built site's data has, as lines: "codes.label string or null", "code.replies[].text string". */
import { readFileSync } from 'node:fs';
import { fieldsOf } from '../../src/published/fields.ts';
import type { PublishedJsonSchema } from '../../src/published/schema.ts';

export const schemaIn = (folder: string): PublishedJsonSchema =>
  JSON.parse(readFileSync(`${folder}/api/schema.json`, 'utf8')) as PublishedJsonSchema; // made by src/pages/api/schema.json.ts

export const fieldLines = (folder: string): readonly string[] =>
  Object.entries(schemaIn(folder).properties ?? {}).flatMap(([kind, schema]) =>
    typeof schema === 'boolean'
      ? []
      : fieldsOf(schema).map(({ path, type, nullable, required }) =>
          [`${kind}.${path}`, type, nullable && 'or null', !required && 'or absent']
            .filter(Boolean)
            .join(' '),
        ),
  );
