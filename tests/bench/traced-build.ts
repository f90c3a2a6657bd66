/** Builds the site as `npm run build` does, and prints as JSON how long each integration's hooks took, in seconds. */
import { build, type AstroIntegration } from 'astro';
import config from '../../astro.config.mjs';

const took: Record<string, number> = {};

const timed = ({ name, hooks }: AstroIntegration): AstroIntegration => ({
  name,
  hooks: Object.fromEntries(
    Object.entries(hooks).map(([hook, act]) => [
      hook,
      async (parameters: never) => {
        const start = performance.now();
        await (act as (parameters: never) => unknown)(parameters);
        took[name] = (took[name] ?? 0) + (performance.now() - start) / 1000;
      },
    ]),
  ),
});

/** Astro takes nested lists with gaps. */
const integrations = [config.integrations ?? []]
  .flat(3)
  .filter((one): one is AstroIntegration => typeof one === 'object' && one !== null && 'hooks' in one);

await build({
  ...config,
  integrations: integrations.map(timed),
  configFile: false,
  logLevel: 'warn',
  force: true,
});
console.log(JSON.stringify(took));
