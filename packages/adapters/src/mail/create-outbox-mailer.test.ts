import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createOutboxMailer } from './index.ts'

const message = { id: '019-a', to: 'li@example.org', subject: '重置密码', text: 'https://example.org/reset' }

describe('outbox mailer', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'outbox-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('keeps a mail as one readable file, whatever the number of attempts', async () => {
    const mailer = createOutboxMailer(join(folder, 'new'))
    await mailer.send(message)
    await mailer.send(message)
    expect(await readdir(join(folder, 'new'))).toEqual(['019-a.json'])
    expect(JSON.parse(await readFile(join(folder, 'new', '019-a.json'), 'utf8'))).toEqual(message)
  })

  it('lets no other account read it', async () => {
    await createOutboxMailer(folder).send(message)
    expect((await stat(join(folder, '019-a.json'))).mode & 0o777).toBe(0o600)
  })

  it('refuses an id that would leave the folder', async () => {
    const sending = createOutboxMailer(folder).send({ ...message, id: '../escape' })
    await expect(sending).rejects.toThrow('not a mail id')
  })
})
