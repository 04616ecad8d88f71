import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const MAPLIBRE = resolve(import.meta.dirname, 'node_modules/maplibre-gl/src');

/**
 * MapLibre's own bundles carry their common code twice, once for the page and once for its worker (442 kB gzipped together). Built
 * from the sources that the package ships, both share one chunk (about 310 kB). `virtual:map-worker-url` is the worker's address.
 */
function mapWorker(): Plugin {
  const id = 'virtual:map-worker-url';
  let reference = '';
  return {
    name: 'dateline:map-worker',
    buildStart() {
      reference = this.emitFile({
        type: 'chunk',
        id: resolve(MAPLIBRE, 'source/worker.ts'),
        name: 'map-worker',
      });
    },
    resolveId: source => (source === id ? `\0${id}` : null),
    load: source =>
      source === `\0${id}` ? `export default import.meta.ROLLUP_FILE_URL_${reference};` : null,
  };
}

export default defineConfig({
  root: resolve(import.meta.dirname, 'src/web'),
  plugins: [react(), mapWorker()],
  resolve: { alias: [{ find: /^maplibre-gl$/, replacement: resolve(MAPLIBRE, 'index.ts') }] },
  // MapLibre's sources declare fields that a base class sets; they must not be defined anew.
  oxc: {
    assumptions: { setPublicClassFields: true },
    typescript: { removeClassFieldsWithoutInitializer: true },
  },
  build: {
    outDir: resolve(import.meta.dirname, 'dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    license: { fileName: 'licences.md' },
    // Fonts stay files: inlined, they would delay the style sheet.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
  },
});
