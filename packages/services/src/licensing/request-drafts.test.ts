import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import { EMPTY_APPLICATION, type RequestDraftContent } from '@market/domain/licensing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findFile } from '../files/index.ts'
import {
  auditActionsOf,
  type DealFixture,
  makeActor,
  makeDeal,
  makeFile,
  makeListing,
  makeMember,
  requestInput,
  testContext,
} from '../testing/index.ts'
import {
  createRequest,
  discardRequestDraft,
  getRequest,
  getRequestDraft,
  listRequestDrafts,
  saveRequestDraft,
} from './index.ts'

let database: TestDatabase
let deal: DealFixture
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const content = (changes: Partial<RequestDraftContent> = {}): RequestDraftContent => ({
  transferMode: null,
  fieldOfUse: '制糖',
  territory: '',
  termMonths: null,
  offerFen: null,
  message: '',
  application: { ...EMPTY_APPLICATION, developmentPlan: '先建中试线。' },
  fileIds: [],
  ...changes,
})

const save = (actor = deal.buyer, revision = 0, changes: Partial<RequestDraftContent> = {}) =>
  saveRequestDraft(testContext(database.db, actor), {
    listingId: deal.listingId,
    revision,
    content: content(changes),
  })

const dealFile = (actor = deal.buyer): Promise<string> =>
  makeFile(database.db, actor, { purpose: 'deal_document' })

describe('drafts of requests', () => {
  beforeAll(async () => {
    deal = await makeDeal(database.db)
  })

  it('begin with what the organization’s own record says', async () => {
    const draft = await getRequestDraft(testContext(database.db, deal.buyer), deal.listingId)
    expect(draft).toMatchObject({
      revision: 0,
      updatedAt: null,
      content: { transferMode: 'ordinary_licence', territory: '广西壮族自治区', message: '' },
    })
  })

  it('are kept unfinished, leave an audit row, and are the whole organization’s', async () => {
    const row = await save()
    expect(await auditActionsOf(database.db, row.id)).toEqual(['request_draft.save'])
    const colleague = await makeMember(database.db, deal.buyer.organizationId, ['editor'])
    await save(colleague, 1, { termMonths: 24 })
    const draft = await getRequestDraft(testContext(database.db, deal.buyer), deal.listingId)
    expect(draft).toMatchObject({ revision: 2, content: { termMonths: 24, fieldOfUse: '制糖' } })
    expect(await listRequestDrafts(testContext(database.db, deal.buyer))).toMatchObject([
      { listing: { id: deal.listingId } },
    ])
  })

  it('refuse a save that another one has overtaken, also of two first ones at once', async () => {
    await expect(save(deal.buyer, 1)).rejects.toMatchObject({ code: 'request_draft.changed_meanwhile' })
    const company = await makeActor(database.db, 'company')
    const results = await Promise.allSettled([save(company), save(company)])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('are unknown to the owner of the listing and to others', async () => {
    expect(await listRequestDrafts(testContext(database.db, deal.seller))).toEqual([])
    const stranger = await makeActor(database.db, 'company')
    const seen = await getRequestDraft(testContext(database.db, stranger), deal.listingId)
    expect(seen).toMatchObject({ revision: 0, content: { fieldOfUse: '' } })
    const discard = discardRequestDraft(testContext(database.db, stranger), deal.listingId)
    await expect(discard).rejects.toMatchObject({ code: 'request_draft.not_found' })
    await expect(save(deal.seller)).rejects.toMatchObject({ code: 'request_draft.own_listing' })
  })

  it('are not for viewers, nor for what is not public', async () => {
    const viewer = await makeMember(database.db, deal.buyer.organizationId, ['viewer'])
    await expect(save(viewer, 2)).rejects.toMatchObject({ code: 'policy.forbidden' })
    const discard = discardRequestDraft(testContext(database.db, viewer), deal.listingId)
    await expect(discard).rejects.toMatchObject({ code: 'policy.forbidden' })
    const listingId = await makeListing(database.db, deal.seller, { state: 'draft' })
    const hidden = getRequestDraft(testContext(database.db, deal.buyer), listingId)
    await expect(hidden).rejects.toMatchObject({ code: 'listing.not_found' })
  })

  it('take only files of their own organization', async () => {
    const fileIds = [await dealFile(deal.seller)]
    await expect(save(deal.buyer, 2, { fileIds })).rejects.toMatchObject({
      details: { problems: [{ path: 'fileIds', code: 'file.not_found' }] },
    })
  })

  it('can be thrown away, once', async () => {
    const company = await makeActor(database.db, 'company')
    const { id } = await save(company)
    await discardRequestDraft(testContext(database.db, company), deal.listingId)
    expect(await auditActionsOf(database.db, id)).toEqual(['request_draft.save', 'request_draft.discard'])
    const again = discardRequestDraft(testContext(database.db, company), deal.listingId)
    await expect(again).rejects.toMatchObject({ code: 'request_draft.not_found' })
  })
})

describe('a request in full', () => {
  beforeAll(async () => {
    deal = await makeDeal(database.db, { rights: [{ kind: 'invention_patent', filedOn: '2020-01-01' }] })
  })

  const send = (application = EMPTY_APPLICATION, fileIds: string[] = []) =>
    createRequest(testContext(database.db, deal.buyer), {
      ...requestInput(deal.listingId),
      application,
      fileIds,
    })

  it('names rights, codes and words that are wrong', async () => {
    const wrong = {
      ...EMPTY_APPLICATION,
      rightIds: ['0197c2f0-0000-7000-8000-000000000000'],
      fieldCodes: ['99'],
      milestones: [{ title: '', on: '2027-01-01' }],
      learnedFrom: 'other' as const,
    }
    await expect(send(wrong)).rejects.toMatchObject({
      details: {
        problems: [
          { path: 'application.fieldCodes', code: 'terms.field_unknown' },
          { path: 'application.milestones.0.title', code: 'field.required' },
          { path: 'application.rightIds', code: 'application.right_not_listed' },
          { path: 'application.learnedWords', code: 'application.learned_words_required' },
        ],
      },
    })
  })

  it('brings its application and files to both sides, and ends its draft', async () => {
    await save()
    const fileId = await dealFile()
    const application = { ...EMPTY_APPLICATION, capacity: '两条产线', territoryCodes: ['450000'] }
    const { id } = await send(application, [fileId])
    const read = await getRequest(testContext(database.db, deal.seller), id)
    expect(read).toMatchObject({
      request: { application },
      files: [{ messageId: null, file: { id: fileId } }],
      rightsWanted: [],
    })
    expect(await listRequestDrafts(testContext(database.db, deal.buyer))).toEqual([])
    await expect(findFile(testContext(database.db, deal.seller), fileId)).resolves.toMatchObject({
      id: fileId,
    })
    const stranger = testContext(database.db, await makeActor(database.db, 'university'))
    await expect(findFile(stranger, fileId)).rejects.toMatchObject({ code: 'file.not_found' })
  })
})
