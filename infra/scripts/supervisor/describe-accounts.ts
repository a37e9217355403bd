import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from './read-settings.ts'

interface DemoAccounts {
  DEMO_PASSWORD: string
  DEMO_ACCOUNTS: readonly { email: string; zh: string; en: string }[]
}

/** Lines that tell the demonstration accounts; loaded only where they exist, so that production never reads the password. */
export const describeAccounts = async (): Promise<string> => {
  const file = join(ROOT, 'seeds/demo/accounts.ts')
  if (!existsSync(file)) return ''
  const { DEMO_ACCOUNTS, DEMO_PASSWORD }: DemoAccounts = await import(pathToFileURL(file).href)
  const width = Math.max(...DEMO_ACCOUNTS.map(({ email }) => email.length))
  const lines = DEMO_ACCOUNTS.map(({ email, zh, en }) => `  ${email.padEnd(width)}  ${zh} · ${en}`)
  return [`演示账号 · demo accounts, password ${DEMO_PASSWORD}:`, ...lines].join('\n')
}
