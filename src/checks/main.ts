/** `npm run check`: prints every finding and exits with 1 if there is one. */
import { asText, judge, rules } from './check.ts';

const { tree, findings } = judge('content');
for (const finding of findings) console.error(asText(finding));
const counted = `${tree.codes.length} codes, ${tree.notes.length} notes, ${tree.commands.length} commands; ${rules.length + 1} rules`;
if (findings.length > 0) {
  console.error(`\n${findings.length} findings in ${counted}.`);
  process.exit(1);
}
console.log(`Content is in order: ${counted}.`);
