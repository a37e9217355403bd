import { expect, it } from 'vitest'
import { readConfig } from './config.ts'

const needed = { DATABASE_URL: 'postgres://market@localhost/market', APP_SECRET: 'x'.repeat(32) }

it('counts an empty variable as absent', () => {
  const empty = { PUBLIC_URL: '', MEILI_URL: '', MAIL_FROM: '', WORKER_CONCURRENCY: '' }
  expect(readConfig({ ...needed, ...empty })).toEqual(readConfig(needed))
})

it('names what is wrong in one sentence', () => {
  expect(() => readConfig({ ...needed, APP_SECRET: 'short', MEILI_URL: 'nowhere' })).toThrow(
    /^Configuration: APP_SECRET: .+; MEILI_URL: /,
  )
})
