// Builds the desk into dist/web. Everything is a file of its own (no inlined asset, no inline
// script), so that the server's content security policy can stay at 'self'.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = process.env['CLEW_URL'] ?? 'http://127.0.0.1:4319';

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    license: true,
  },
  server: { host: '127.0.0.1', port: 5173, proxy: { '/api': { target: server, changeOrigin: true } } },
});
