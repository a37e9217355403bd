import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import { NEED_LIMITS } from '@market/domain/demands'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findFile } from '../files/index.ts'
import type { MemberActor } from '../index.ts'
import {
  auditActionsOf,
  makeActor,
  makeFile,
  makeMember,
  makePublishedNeed,
  needText,
  testContext,
} from '../testing/index.ts'
import {
  attachNeedFile,
  createNeed,
  detachNeedFile,
  getNeed,
  publishNeed,
  submitNeed,
  withdrawNeed,
} from './index.ts'

let test: TestDatabase
let poster: MemberActor
let viewer: MemberActor
let guest: MemberActor
let reviewer: MemberActor
let stranger: MemberActor

beforeAll(async () => {
  test = await createTestDatabase()
  poster = await makeActor(test.db, 'company', ['negotiator'])
  viewer = await makeMember(test.db, poster.organizationId, ['viewer'])
  guest = await makeActor(test.db, 'university', ['editor'])
  reviewer = await makeActor(test.db, 'operator', ['reviewer'])
  stranger = await makeActor(test.db, 'company', ['negotiator'], 'pending')
})
afterAll(() => test.drop())

const as = (actor: MemberActor | null) => testContext(test.db, actor)
const draft = async (changes = {}) => (await createNeed(as(poster), needText(changes))).need
const upload = (mediaType = 'application/pdf', owner = poster) =>
  makeFile(test.db, owner, { purpose: 'need_attachment', mediaType })
const WORDS = { titleZh: '工况数据', titleEn: '', altZh: '', altEn: '' }
const attach = (needId: string, fileId: string, actor = poster, words = {}) =>
  attachNeedFile(as(actor), { needId, fileId, ...WORDS, ...words })
const detach = (needId: string, attachmentId: string, actor = poster) =>
  detachNeedFile(as(actor), { needId, attachmentId })
const publish = async (id: string) => {
  await submitNeed(as(poster), id)
  await publishNeed(as(reviewer), { id })
}

describe('files of a need', () => {
  it('are added and taken away with an audit row each', async () => {
    const { id, revision } = await draft()
    await attach(id, await upload())
    const both = await attach(id, await upload('image/png'), poster, { altZh: '蒸发罐内壁' })
    expect(both.need.revision).toBe(revision + 2)
    expect(both.attachments.map(({ mediaType, altZh }) => [mediaType, altZh])).toEqual([
      ['application/pdf', ''],
      ['image/png', '蒸发罐内壁'],
    ])
    const left = await detach(id, both.attachments[0]?.id ?? '')
    expect(left.attachments.map(({ mediaType }) => mediaType)).toEqual(['image/png'])
    expect(await auditActionsOf(test.db, id)).toEqual([
      'need.create',
      'need.attach_file',
      'need.attach_file',
      'need.detach_file',
    ])
  })

  it('of a published need wait for the reviewer', async () => {
    const { id } = await makePublishedNeed(test.db, poster)
    await attach(id, await upload())
    const read = async () => (await getNeed(as(null), { id, view: 'public' })).attachments
    expect(await read()).toEqual([])
    await publish(id)
    const [attachment] = await read()
    await detach(id, attachment?.id ?? '')
    expect(await read()).toHaveLength(1)
    await publish(id)
    expect(await read()).toEqual([])
  })

  it('must be the poster’s own, meant for needs, described if a picture, once each and not too many', async () => {
    const { id } = await draft()
    const problem = (path: string, code: string) => ({ details: { problems: [{ path, code }] } })
    const unknown = problem('fileId', 'file.not_found')
    await expect(attach(id, await upload('application/pdf', guest))).rejects.toMatchObject(unknown)
    await expect(attach(id, await makeFile(test.db, poster))).rejects.toMatchObject(unknown)
    const undescribed = problem('altZh', 'picture.alt_required')
    await expect(attach(id, await upload('image/jpeg'))).rejects.toMatchObject(undescribed)
    const fileId = await upload()
    await attach(id, fileId)
    await expect(attach(id, fileId)).rejects.toMatchObject({ code: 'need.file_already_attached' })
    for (let count = 1; count < NEED_LIMITS.attachments; count += 1) await attach(id, await upload())
    await expect(attach(id, await upload())).rejects.toMatchObject({
      code: 'need.too_many_attachments',
      details: { max: NEED_LIMITS.attachments },
    })
    await expect(detach(id, fileId)).rejects.toMatchObject({ code: 'attachment.not_found' })
  })

  const verbs = { attach, detach }
  it.each(Object.entries(verbs))('%s: wrong state, other organization, not permitted', async (_name, run) => {
    const { id } = await draft()
    const { attachments } = await attach(id, await upload())
    const other = run === attach ? await upload() : (attachments[0]?.id ?? '')
    await expect(run(id, other, stranger)).rejects.toMatchObject({ code: 'need.not_found' })
    await expect(run(id, other, viewer)).rejects.toMatchObject({ code: 'policy.forbidden' })
    await submitNeed(as(poster), id)
    await expect(run(id, other)).rejects.toMatchObject({ code: 'need.wrong_state' })
  })
})

describe('a file of a need is read', () => {
  const withFile = async (changes = {}) => {
    const { id } = await draft(changes)
    const fileId = await upload()
    await attach(id, fileId)
    return { id, fileId }
  }
  const read = (fileId: string, actor: MemberActor | null) => findFile(as(actor), fileId)
  const NOT_FOUND = { code: 'file.not_found' }

  it('by its own organization and reviewers before it is published, by nobody else', async () => {
    const { id, fileId } = await withFile()
    for (const actor of [poster, viewer, reviewer]) expect((await read(fileId, actor)).id).toBe(fileId)
    for (const actor of [guest, null]) await expect(read(fileId, actor)).rejects.toMatchObject(NOT_FOUND)
    await publish(id)
    expect((await read(fileId, null)).id).toBe(fileId)
    await withdrawNeed(as(poster), { id, reason: '' })
    await expect(read(fileId, guest)).rejects.toMatchObject(NOT_FOUND)
  })

  it('until what takes it away is published', async () => {
    const { id, fileId } = await withFile()
    await publish(id)
    const { attachments } = await getNeed(as(poster), { id, view: 'working' })
    await detach(id, attachments[0]?.id ?? '')
    expect((await read(fileId, null)).id).toBe(fileId)
    await publish(id)
    await expect(read(fileId, null)).rejects.toMatchObject(NOT_FOUND)
  })

  it('of a need for the verified by verified organizations alone', async () => {
    const { id, fileId } = await withFile({ visibility: 'verified' })
    await publish(id)
    expect((await read(fileId, guest)).id).toBe(fileId)
    for (const actor of [stranger, null]) await expect(read(fileId, actor)).rejects.toMatchObject(NOT_FOUND)
  })

  it('of a need for the invited by the invited alone', async () => {
    const invited = { visibility: 'invited' as const, invitedIds: [guest.organizationId] }
    const { id, fileId } = await withFile(invited)
    await publish(id)
    expect((await read(fileId, guest)).id).toBe(fileId)
    const other = await makeActor(test.db, 'university', ['editor'])
    for (const actor of [other, stranger, null]) {
      await expect(read(fileId, actor)).rejects.toMatchObject(NOT_FOUND)
    }
  })
})
