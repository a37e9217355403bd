import { reactRouter } from '@react-router/dev/vite'
import mantinePreset from 'postcss-preset-mantine'
import { defineConfig } from 'vite'

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [reactRouter()],
  css: { postcss: { plugins: [mantinePreset()] } },
  build: {
    // The public server (server.ts) loads this one door of the bundle.
    ...(isSsrBuild ? { rollupOptions: { input: './server/handler.ts' } } : {}),
    // Fonts and icons stay files: a data: URL would need a hole in the content security policy.
    assetsInlineLimit: 0,
  },
}))
