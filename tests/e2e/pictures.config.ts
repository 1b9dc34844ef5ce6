import { defineConfig } from '@playwright/test';
import base from './playwright.config.ts';

/** `npm run pictures`: the pictures of the README, taken from the app itself. */
export default defineConfig({ ...base, testDir: 'pictures', globalSetup: undefined, outputDir: 'output/pictures', workers: 1, timeout: 240_000 });
