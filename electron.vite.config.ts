import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { CSP_NONCE_PLACEHOLDER } from './src/main/content-security-policy.ts';

const root = import.meta.dirname;

/**
 * The oldest Electron that runs the app, which is the one it is tested with where the shipped one can't be had:
 * electron-vite would build for the installed package, and the tested bytes would not be the shipped ones.
 */
const OLDEST = { node: 'node20.18', chrome: 'chrome130' } as const;

/** Where `npm run dev` serves the window's modules; the app's own scheme stands in front of it. */
const DEV_SERVER = { host: '127.0.0.1', port: 5873 } as const;

export default defineConfig({
  main: {
    build: {
      target: OLDEST.node,
      outDir: join(root, 'out/main'),
      // Bundled: what is in out/ is all that runs.
      externalizeDeps: false,
      minify: false,
      rolldownOptions: {
        input: { index: join(root, 'src/main/main.ts'), engine: join(root, 'src/engine/main.ts') },
        // As functions of the electron module they can be replaced by tests of dialogs.
        external: ['electron'],
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      // electron-vite takes no other kind here; what Node and Chrome of one Electron understand is the same.
      target: OLDEST.node,
      outDir: join(root, 'out/preload'),
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: join(root, 'src/preload/preload.ts') },
        // A sandboxed preload is a classic script; `.cjs`, because the package is one of modules.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: join(root, 'src/renderer'),
    plugins: [react()],
    html: { cspNonce: CSP_NONCE_PLACEHOLDER },
    server: {
      ...DEV_SERVER,
      strictPort: true,
      // The page's own origin is the app's scheme, through which no web socket passes.
      hmr: { protocol: 'ws', host: DEV_SERVER.host, clientPort: DEV_SERVER.port },
    },
    build: {
      target: OLDEST.chrome,
      outDir: join(root, 'out/renderer'),
      emptyOutDir: true,
      // Half the bytes to read and compile at each start.
      minify: true,
      // Data addresses would need an exception in the policy for each kind.
      assetsInlineLimit: 0,
      rolldownOptions: { input: { index: join(root, 'src/renderer/index.html') } },
    },
  },
});
