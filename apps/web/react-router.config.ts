import type { Config } from '@react-router/dev/config'

export default {
  ssr: true,
  // Every route is known from the first document: no discovery requests, and nothing to answer them with after a restart.
  routeDiscovery: { mode: 'initial' },
} satisfies Config
