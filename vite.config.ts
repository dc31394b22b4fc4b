import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * The page. Absolute addresses (`/assets/…`) because every path below the root is a screen of the page, in both hosts; nothing is
 * inlined, because the page's policy runs scripts from its own files only.
 */
export default defineConfig({
  root: 'renderer',
  base: '/',
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    // Chromium 130 is the oldest that the program meets: the runtime of its tests.
    target: 'chrome130',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2500,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});
