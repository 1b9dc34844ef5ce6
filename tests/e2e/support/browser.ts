/** The system's Chromium, as a salon's screen shows it: 1366×768, nothing from the network. */
import type { PlaywrightTestOptions, PlaywrightWorkerOptions } from '@playwright/test';

export const chromium: Partial<PlaywrightTestOptions & PlaywrightWorkerOptions> = {
  browserName: 'chromium',
  headless: true,
  viewport: { width: 1366, height: 768 },
  locale: 'ru-RU',
  colorScheme: 'light',
  // axe is put into the page by hand; the page itself forbids scripts of others.
  bypassCSP: true,
  contextOptions: { reducedMotion: 'reduce' },
  actionTimeout: 10_000,
  trace: 'off',
  screenshot: 'only-on-failure',
  launchOptions: {
    executablePath: process.env.ADELANTE_CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  },
};
