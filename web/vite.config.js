import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  // Relative addresses, so that the server may stand behind any path prefix.
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    // Monaco's editor and its language workers are large by nature.
    chunkSizeWarningLimit: 4096,
    // Packages were published with marks for a compiler that has already run over them.
    rolldownOptions: { checks: { moduleLevelDirective: false } },
    // The notices of everything in the bundle, served beside it.
    license: { fileName: 'licences.md' },
  },
  server: {
    // The saved questions live beside web/, because other readers use them too.
    fs: { allow: ['..'] },
    proxy: { '/graphql': 'http://127.0.0.1:8080', '/favicon.svg': 'http://127.0.0.1:8080' },
  },
});
