import { requestMessages } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findFile } from '../files/index.ts'
import {
  ask,
  auditActionsOf,
  type DealFixture,
  makeActor,
  makeDeal,
  makeFile,
  makeMember,
  testContext,
} from '../testing/index.ts'
import { getRequest, sendMessage, withdrawRequest } from './index.ts'

describe('messages', () => {
  let database: TestDatabase
  let deal: DealFixture
  let requestId: string

  beforeAll(async () => {
    database = await createTestDatabase()
  })
  afterAll(() => database.drop())
  beforeEach(async () => {
    deal = await makeDeal(database.db)
    requestId = (await ask(database.db, deal)).id
  })

  const send = (actor = deal.seller, body = '请先看附件。', fileIds: string[] = []) =>
    sendMessage(testContext(database.db, actor), { requestId, body, fileIds })

  it('stand in the thread of both sides, with their files, and leave an audit row', async () => {
    const fileId = await makeFile(database.db, deal.seller, { purpose: 'deal_document' })
    const { id } = await send(deal.seller, '请先看附件。', [fileId])
    await send(deal.buyer, '收到。')
    const read = await getRequest(testContext(database.db, deal.buyer), requestId)
    expect(read.messages.map(({ body }) => body)).toEqual(['请先看附件。', '收到。'])
    expect(read.files).toMatchObject([{ messageId: id, file: { id: fileId } }])
    expect(await auditActionsOf(database.db, id)).toEqual(['message.send'])
    await expect(findFile(testContext(database.db, deal.buyer), fileId)).resolves.toMatchObject({
      id: fileId,
    })
  })

  it('are never changed, not even by the database', async () => {
    const { id } = await send()
    const rewrite = database.db.update(requestMessages).set({ body: '别的话' })
    await expect(rewrite.where(eq(requestMessages.id, id))).rejects.toThrow()
  })

  it('need words, and files of their own organization', async () => {
    await expect(send(deal.seller, '  ')).rejects.toMatchObject({
      details: { problems: [{ path: 'body', code: 'field.required' }] },
    })
    const theirs = await makeFile(database.db, deal.buyer, { purpose: 'deal_document' })
    await expect(send(deal.seller, '附件', [theirs])).rejects.toMatchObject({
      details: { problems: [{ path: 'fileIds', code: 'file.not_found' }] },
    })
  })

  it('are refused once the request is over', async () => {
    await withdrawRequest(testContext(database.db, deal.buyer), requestId)
    await expect(send()).rejects.toMatchObject({ kind: 'conflict', code: 'request.wrong_state' })
    const read = await getRequest(testContext(database.db, deal.buyer), requestId)
    expect(read.actions).not.toContain('message.send')
  })

  it('are for negotiators of the two sides', async () => {
    const stranger = await makeActor(database.db, 'company')
    await expect(send(stranger)).rejects.toMatchObject({ code: 'request.not_found' })
    const viewer = await makeMember(database.db, deal.buyer.organizationId, ['viewer'])
    await expect(send(viewer)).rejects.toMatchObject({ code: 'policy.forbidden' })
  })
})
