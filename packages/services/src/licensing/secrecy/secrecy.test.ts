import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { FileStorage } from '@market/adapters/storage'
import type { Watermarker } from '@market/adapters/watermarks'
import { listingAttachments, ndaAgreements } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import { DEFAULT_NDA } from '@market/domain/licensing'
import { fixedClock } from '@market/domain/testing'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type MemberActor, systemIds } from '../../index.ts'
import {
  auditActionsOf,
  type DealFixture,
  makeActor,
  makeDeal,
  makeFile,
  makeMember,
  testContext,
} from '../../testing/index.ts'
import {
  acceptNda,
  getConfidentiality,
  getNdaTemplate,
  listNdas,
  listOpenings,
  openConfidentialFile,
  saveNdaTemplate,
  withdrawNda,
} from '../index.ts'

const storage = {
  get: async () => Readable.from([Buffer.from('secret')]),
} as unknown as FileStorage
/** Writes the words where a real one draws them. */
const watermarker: Watermarker = {
  mark: async ({ bytes, words }) => Buffer.concat([bytes, Buffer.from(` ${words}`)]),
}

describe('secrecy', () => {
  let database: TestDatabase
  let deal: DealFixture
  let fileId: string

  beforeAll(async () => {
    database = await createTestDatabase()
  })
  afterAll(() => database.drop())

  const attachFile = async (mediaType = 'application/pdf') => {
    const id = await makeFile(database.db, deal.seller, { purpose: 'listing_attachment', mediaType })
    await database.db.insert(listingAttachments).values({
      id: systemIds.next(),
      listingId: deal.listingId,
      fileId: id,
      titleZh: '工艺参数',
      visibility: 'confidential',
      createdAt: new Date('2026-01-06T02:00:00Z'),
    })
    return id
  }
  beforeEach(async () => {
    deal = await makeDeal(database.db)
    fileId = await attachFile()
  })

  const as = (actor: MemberActor, at?: string) =>
    testContext(database.db, actor, at === undefined ? undefined : fixedClock(at))
  const accept = async (actor = deal.buyer, at?: string) => {
    const { text } = await getConfidentiality(as(actor, at), deal.listingId)
    return acceptNda(as(actor, at), { listingId: deal.listingId, sha256: text.sha256 })
  }
  const open = (actor = deal.buyer, at?: string, id = fileId) =>
    openConfidentialFile(as(actor, at), { storage, watermarker }, { listingId: deal.listingId, fileId: id })
  const withdraw = async (actor: MemberActor, id: string) =>
    withdrawNda(as(actor), { id, reason: '合作终止' })

  describe('acceptNda', () => {
    it('keeps words, signatory, time and hash, and leaves an audit row', async () => {
      const agreement = await accept()
      expect(agreement).toMatchObject({
        readerId: deal.buyer.organizationId,
        signatoryName: expect.stringContaining('测试成员'),
        acceptedAt: new Date('2026-03-02T02:00:00Z'),
        expiresOn: '2027-03-01',
        templateId: null,
      })
      expect(agreement.bodyZh).toContain('一种糖蜜废液吸附材料')
      expect(await auditActionsOf(database.db, agreement.id)).toEqual(['nda.accept'])
    })

    it('is refused while one holds, for another text, and where nothing is confidential', async () => {
      const other = acceptNda(as(deal.buyer), { listingId: deal.listingId, sha256: '0'.repeat(64) })
      await expect(other).rejects.toMatchObject({ kind: 'conflict', code: 'nda.text_changed' })
      await accept()
      await expect(accept()).rejects.toMatchObject({ code: 'nda.already_in_force' })
      const bare = await makeDeal(database.db)
      const nothing = acceptNda(as(bare.buyer), { listingId: bare.listingId, sha256: '0'.repeat(64) })
      await expect(nothing).rejects.toMatchObject({ code: 'nda.nothing_confidential' })
    })

    it('holds once when two signatories accept at once', async () => {
      const colleague = await makeMember(database.db, deal.buyer.organizationId, ['signatory'])
      const results = await Promise.allSettled([accept(deal.buyer), accept(colleague)])
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    })

    it('is refused to the owner, to those who may not sign, and to organizations not verified', async () => {
      await expect(accept(deal.seller)).rejects.toMatchObject({ code: 'policy.forbidden' })
      const viewer = await makeMember(database.db, deal.buyer.organizationId, ['negotiator'])
      await expect(accept(viewer)).rejects.toMatchObject({ code: 'policy.forbidden' })
      const pending = await makeActor(database.db, 'company', ['owner'], 'pending')
      await expect(accept(pending)).rejects.toMatchObject({ code: 'organization.not_verified' })
    })

    it('of a listing that is no longer on the market is hidden from strangers', async () => {
      const draft = await makeDeal(database.db, { state: 'draft' })
      await expect(getConfidentiality(as(draft.buyer), draft.listingId)).rejects.toMatchObject({
        code: 'listing.not_found',
      })
    })
  })

  describe('openConfidentialFile', () => {
    it('writes reader and time across the file, and notes the opening', async () => {
      const { id } = await accept()
      const { content } = await open()
      const text = (await buffer(Readable.from([content]))).toString()
      expect(text).toContain('2026-03-02 10:00')
      expect(text).toContain('测试机构')
      expect(await auditActionsOf(database.db, id)).toEqual(['nda.accept', 'confidential_file.open'])
      const seen = await listOpenings(as(deal.seller), { limit: 20 })
      expect(seen.items).toMatchObject([{ fileId, fileTitleZh: '工艺参数', person: expect.any(String) }])
      expect((await listOpenings(as(deal.buyer), { limit: 20 })).items).toEqual([])
    })

    it('opens to every member of the reader, and to nobody else', async () => {
      await accept()
      const colleague = await makeMember(database.db, deal.buyer.organizationId, ['viewer'])
      await open(colleague)
      const stranger = await makeActor(database.db, 'company')
      await expect(open(stranger)).rejects.toMatchObject({ kind: 'not-found', code: 'nda.not_found' })
      const suspended = { ...colleague, organizationState: 'suspended' as const }
      await expect(open(suspended)).rejects.toMatchObject({ code: 'organization.not_verified' })
    })

    it('opens nothing before, after the last day, and after either side has withdrawn', async () => {
      await expect(open()).rejects.toMatchObject({ code: 'nda.not_found' })
      const first = await accept()
      await open(deal.buyer, '2027-03-01T15:59:00Z')
      await expect(open(deal.buyer, '2027-03-01T16:01:00Z')).rejects.toMatchObject({
        code: 'nda.not_in_force',
        details: { standing: 'expired' },
      })
      await withdraw(deal.buyer, first.id)
      await expect(open()).rejects.toMatchObject({ details: { standing: 'withdrawn' } })
      const second = await accept()
      await open()
      await withdraw(deal.seller, second.id)
      await expect(open()).rejects.toMatchObject({ code: 'nda.not_in_force' })
      await expect(accept()).rejects.toMatchObject({ code: 'nda.barred' })
      expect((await getConfidentiality(as(deal.buyer), deal.listingId)).actions).toEqual([])
    })

    it('refuses what carries no mark, and files that are not of this listing', async () => {
      const film = await attachFile('video/mp4')
      await accept()
      await expect(open(deal.buyer, undefined, film)).rejects.toMatchObject({
        code: 'confidential_file.cannot_be_marked',
      })
      const foreign = open(deal.buyer, undefined, systemIds.next())
      await expect(foreign).rejects.toMatchObject({ code: 'file.not_found' })
      const { files } = await getConfidentiality(as(deal.buyer), deal.listingId)
      expect(files.map(({ opens }) => opens)).toEqual([true, false])
    })
  })

  describe('withdrawNda', () => {
    it('names who and why, once, and leaves an audit row', async () => {
      const { id } = await accept()
      const without = withdrawNda(as(deal.buyer), { id, reason: ' ' })
      await expect(without).rejects.toMatchObject({ details: { problems: [{ path: 'reason' }] } })
      expect(await withdraw(deal.seller, id)).toMatchObject({ withdrawnFor: deal.seller.organizationId })
      await expect(withdraw(deal.buyer, id)).rejects.toMatchObject({ code: 'nda.not_in_force' })
      expect(await auditActionsOf(database.db, id)).toEqual(['nda.accept', 'nda.withdraw'])
    })

    it('is refused to other organizations and to viewers', async () => {
      const { id } = await accept()
      const stranger = await makeActor(database.db, 'company')
      await expect(withdraw(stranger, id)).rejects.toMatchObject({ code: 'nda.not_found' })
      const viewer = await makeMember(database.db, deal.buyer.organizationId, ['viewer'])
      await expect(withdraw(viewer, id)).rejects.toMatchObject({ code: 'policy.forbidden' })
    })

    it('is all that may ever change of an agreement', async () => {
      const { id } = await accept()
      const change = database.db
        .update(ndaAgreements)
        .set({ expiresOn: '2030-01-01' })
        .where(eq(ndaAgreements.id, id))
      await expect(change).rejects.toThrow()
    })
  })

  describe('the owner’s own text', () => {
    const text = {
      bodyZh: '{owner}与{reader}就{listing}保密，{months}个月。',
      bodyEn: '{owner}, {reader}: {listing} stays secret, {months} months.',
      months: 3,
    }

    it('is asked of readers from then on, and leaves an audit row', async () => {
      expect(await getNdaTemplate(as(deal.seller))).toMatchObject({ version: 0, bodyZh: DEFAULT_NDA.bodyZh })
      const saved = await saveNdaTemplate(as(deal.seller), { ...text, version: 0 })
      expect(await auditActionsOf(database.db, saved.id ?? '')).toEqual(['nda_template.edit'])
      const agreement = await accept()
      expect(agreement).toMatchObject({ templateId: saved.id, expiresOn: '2026-06-01' })
      expect(agreement.bodyZh).toContain('3个月')
    })

    it('is not saved over a colleague’s, without names, or by those who may not sign', async () => {
      await saveNdaTemplate(as(deal.seller), { ...text, version: 0 })
      const stale = saveNdaTemplate(as(deal.seller), { ...text, version: 0 })
      await expect(stale).rejects.toMatchObject({ code: 'nda_template.changed_meanwhile' })
      const nameless = saveNdaTemplate(as(deal.seller), { ...text, bodyEn: 'secret', version: 1 })
      await expect(nameless).rejects.toMatchObject({ details: { problems: [{ path: 'bodyEn' }] } })
      const editor = await makeMember(database.db, deal.seller.organizationId, ['editor'])
      const barred = saveNdaTemplate(as(editor), { ...text, version: 1 })
      await expect(barred).rejects.toMatchObject({ code: 'policy.forbidden' })
      const stranger = await makeActor(database.db, 'university')
      expect(await getNdaTemplate(as(stranger))).toMatchObject({ version: 0 })
    })
  })

  it('lists agreements by side with how often their files were opened', async () => {
    await accept()
    await open()
    const mine = await listNdas(as(deal.seller), { side: 'owner', limit: 20 })
    expect(mine.items).toMatchObject([
      { openings: 1, mayWithdraw: true, agreement: { standing: 'in_force' } },
    ])
    expect((await listNdas(as(deal.seller), { side: 'reader', limit: 20 })).items).toEqual([])
  })
})
