import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const port = Number(process.env.ADELANTE_UI_PORT ?? 5173);

export default defineConfig({
  plugins: [svelte()],
  clearScreen: false,
  base: './',
  build: {
    target: 'safari16',
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: false,
    // A screen brings its own styles with it: the start does not wait for those of others.
    cssCodeSplit: true,
    rolldownOptions: {
      output: {
        // The kit is in one piece with the start: every screen uses it, none fetches it again.
        codeSplitting: {
          groups: [{ name: 'kit', test: /src\/(kit|state)\/|virtual-core|paraglide\/messages\/common_/ }],
        },
      },
    },
    // The start must not fetch the screens that are not open.
    modulePreload: { polyfill: false },
  },
  server: {
    port,
    strictPort: true,
    // In development the page comes from Vite and the salon from `adelante serve`.
    proxy: process.env.ADELANTE_BRIDGE
      ? { '/api': { target: process.env.ADELANTE_BRIDGE, ws: true, changeOrigin: true } }
      : undefined,
  },
  test: { include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'], environment: 'node' },
});
