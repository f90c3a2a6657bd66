import { defineConfig } from '@playwright/test';
import { findChromium, launchArguments } from './chromium.ts';

/** TEST_PORT lets two checkouts run their tests at the same time. */
const port = Number(process.env['TEST_PORT'] ?? 4329);

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  reporter: [['list']],
  use: {
    baseURL: `http://localhost:${port}`,
    launchOptions: { executablePath: findChromium() ?? '', args: launchArguments() },
    trace: 'retain-on-failure',
  },
  webServer: {
    command: 'node src/build/serve.ts',
    cwd: '../..',
    env: { PORT: String(port) },
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
  },
});
