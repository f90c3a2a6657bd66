import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { asText, judge } from '../checks/check.ts';

/** The build's first step: content that a rule objects to stops it, with every finding printed. */
export function contentGate(): AstroIntegration {
  return {
    name: 'content-gate',
    hooks: {
      'astro:config:done': ({ config, logger }) => {
        const { findings } = judge(fileURLToPath(new URL('content', config.root)));
        if (findings.length === 0) return;
        for (const finding of findings) logger.error(asText(finding));
        throw new Error(
          `${findings.length} findings in content; nothing was built. "npm run check" lists them again.`,
        );
      },
    },
  };
}
