import { createDatabaseFromTemplate } from '@market/database/testing'
import { setup as setUpServer, teardown as tearDownServer } from '@market/database/testing/global-setup'
import type { TestProject } from 'vitest/node'
import { type Stack, startStack } from './stack.ts'

declare module 'vitest' {
  interface ProvidedContext {
    marketUrl: string
    mailOutbox: string
  }
}

let stack: Stack | undefined

/** One market for all browser tests: they play different people on it, as users would. */
export const setup = async (project: TestProject): Promise<void> => {
  const adminUrl = await setUpServer(project)
  stack = await startStack(await createDatabaseFromTemplate(adminUrl))
  project.provide('marketUrl', stack.url)
  project.provide('mailOutbox', stack.outbox)
}

export const teardown = async (): Promise<void> => {
  await stack?.stop()
  await tearDownServer()
}
