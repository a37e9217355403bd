import { reactRouter } from '@react-router/dev/vite'
import mantinePreset from 'postcss-preset-mantine'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [reactRouter()],
  css: { postcss: { plugins: [mantinePreset()] } },
  // Fonts and icons stay files: a data: URL would need a hole in the content security policy.
  build: { assetsInlineLimit: 0 },
  environments: {
    // The public server (server.ts) loads this one door of the bundle.
    ssr: { build: { rollupOptions: { input: './server/handler.ts' } } },
  },
})
