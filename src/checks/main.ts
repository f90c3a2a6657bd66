/** `npm run check`: prints every finding and exits with 1 if there is one. */
import { asText, judge, rules } from './check.ts';

const { tree, findings } = judge('content');
for (const finding of findings) console.error(asText(finding));
const counted = `${tree.codes.length} codes, ${tree.notes.length} notes, ${tree.commands.length} commands, ${tree.servers.length} servers, ${tree.clients.length} clients, ${tree.situations.length} situations; ${rules.length + 1} rules`;
if (findings.length > 0) {
  console.error(`\n${findings.length} findings in ${counted}.`);
  process.exitCode = 1; // not exit(): what is still on its way into a pipe would be lost
} else console.log(`Content is in order: ${counted}.`);
