import { chromium, type Browser } from '@playwright/test';
import { findChromium, launchArguments } from '../e2e/chromium.ts';

/** Throws with a sentence if there is none; `npm run test:browser` installs one. */
export function browserPath(): string {
  const found = findChromium();
  if (found === null)
    throw new Error('This measurement needs Chromium: install it, or set PLAYWRIGHT_CHROMIUM_PATH to one.');
  return found;
}

export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: browserPath(), args: launchArguments() });
