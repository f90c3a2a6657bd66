import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { asText, judge } from '../checks/check.ts';

/** Throws if a rule objects to anything in the content folder; `print` gets every finding. */
export function refuseFindings(content: string, print: (finding: string) => void): void {
  const { findings } = judge(content);
  if (findings.length === 0) return;
  for (const finding of findings) print(asText(finding));
  throw new Error(
    `Nothing was built: findings in content: ${findings.length}. "npm run check" lists them again.`,
  );
}

/** The build's first step. */
export function contentGate(): AstroIntegration {
  return {
    name: 'content-gate',
    hooks: {
      'astro:config:done': ({ config, logger }) => {
        refuseFindings(fileURLToPath(new URL('content', config.root)), (finding) => {
          logger.error(finding);
        });
      },
    },
  };
}
