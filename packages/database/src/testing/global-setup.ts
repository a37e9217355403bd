import type { TestProject } from 'vitest/node'
import { startTestServer, type TestServer } from './test-server.ts'

interface Shared {
  server: Promise<TestServer>
  users: number
}

/** Each vitest project loads this module anew within the same process; the server is one for the whole run. */
const holder: { marketTestServer?: Shared } = globalThis as { marketTestServer?: Shared }

/** Gives the connection string of the maintenance database, which the tests find under `testDatabaseAdminUrl`. */
export const setup = async (project: TestProject): Promise<string> => {
  holder.marketTestServer ??= { server: startTestServer(process.env.TEST_DATABASE_URL), users: 0 }
  holder.marketTestServer.users += 1
  const { adminUrl } = await holder.marketTestServer.server
  project.provide('testDatabaseAdminUrl', adminUrl)
  return adminUrl
}

export const teardown = async (): Promise<void> => {
  const shared = holder.marketTestServer
  if (!shared) return
  shared.users -= 1
  if (shared.users > 0) return
  delete holder.marketTestServer
  await (await shared.server).stop()
}
