/**
 * `npm run decode:eval`: reads every log of logs/ and of held-out/, which nobody looks at while tuning, and prints the
 * share in which all commands and replies, the failing reply and the finding are right. Fails below the floors.
 */
import { Decoder } from '../../src/decode/decode.ts';
import { Recollection } from '../../src/decode/recall.ts';
import { knowledge } from './knowledge.ts';
import { judge, readLogs, type Judgement } from './logs.ts';

const floors = { turns: 97, failure: 95, finding: 90 } as const;
const aspects = Object.keys(floors) as (keyof typeof floors)[]; // keys of a literal

const decoder = new Decoder(new Recollection(knowledge));

function evaluate(folder: 'logs' | 'held-out', show: boolean): Readonly<Record<keyof typeof floors, number>> {
  const judged = readLogs(folder).map((log) => {
    const decoded = decoder.decode(log.text);
    return { log, decoded, judgement: judge(log, decoded) };
  });
  if (show)
    for (const { log, decoded, judgement } of judged) {
      const wrong = aspects.filter((aspect) => !judgement[aspect]);
      if (wrong.length === 0) continue;
      const { id, failure } = decoded.diagnosis;
      console.log(`  ${log.name}: ${wrong.join(', ')}`);
      if (!judgement.turns) {
        console.log(`    missing ${log.turns.filter((turn) => !judgement.found.includes(turn)).join(', ')}`);
        console.log(`    extra ${judgement.found.filter((turn) => !log.turns.includes(turn)).join(', ')}`);
      }
      if (!judgement.failure)
        console.log(`    failing reply at ${failure?.line ?? 'none'}, not ${log.failure ?? 'none'}`);
      if (!judgement.finding) console.log(`    ${id}, not ${log.findings.join(' or ')}`);
    }
  const share = (aspect: keyof Judgement) =>
    (100 * judged.filter(({ judgement }) => judgement[aspect]).length) / judged.length;
  const shares = { turns: share('turns'), failure: share('failure'), finding: share('finding') };
  console.log(
    `${folder.padEnd(10)}${String(judged.length).padStart(5)} logs   turns ${shares.turns.toFixed(1)} %   failing reply ${shares.failure.toFixed(1)} %   finding ${shares.finding.toFixed(1)} %`,
  );
  return shares;
}

const all = [evaluate('logs', true), evaluate('held-out', process.argv.includes('--show-held-out'))];
const below = all.some((shares) => aspects.some((aspect) => shares[aspect] < floors[aspect]));
if (below)
  console.error(
    `Below the floors: turns ${floors.turns} %, failing reply ${floors.failure} %, finding ${floors.finding} %.`,
  );
process.exitCode = below ? 1 : 0;
