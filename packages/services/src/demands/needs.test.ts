import { events } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acceptOffer, getContract } from '../contracts/index.ts'
import type { MemberActor } from '../index.ts'
import { declineRequest, getRequest, makeOffer } from '../licensing/index.ts'
import {
  auditActionsOf,
  licenceTerms,
  makeActor,
  makeListing,
  makeMember,
  makePublishedNeed,
  needText,
  proposalText,
  propose,
  testContext,
} from '../testing/index.ts'
import {
  answerNeed,
  createNeed,
  declineAnswer,
  editNeed,
  getNeed,
  judgeListing,
  judgeNeed,
  listAnswers,
  matchNeeds,
  publishNeed,
  returnNeed,
  searchNeeds,
  settleNeed,
  shortlistAnswer,
  submitNeed,
  takeUpAnswer,
  tellPosters,
  watchDeadlines,
  withdrawAnswer,
  withdrawNeed,
} from './index.ts'

let test: TestDatabase
let poster: MemberActor
let viewer: MemberActor
let owner: MemberActor
let reviewer: MemberActor
let stranger: MemberActor

beforeAll(async () => {
  test = await createTestDatabase()
  poster = await makeActor(test.db, 'company', ['negotiator'])
  viewer = await makeMember(test.db, poster.organizationId, ['viewer'])
  owner = await makeActor(test.db, 'university', ['editor', 'negotiator'])
  reviewer = await makeActor(test.db, 'operator', ['reviewer'])
  stranger = await makeActor(test.db, 'company', ['negotiator'])
})
afterAll(() => test.drop())

const as = (actor: MemberActor | null) => testContext(test.db, actor)
const draft = async () => (await createNeed(as(poster), needText())).need
const take = (id: string, actor = poster) =>
  takeUpAnswer(as(actor), {
    id,
    message: '请详谈。',
    fieldOfUse: '',
    territory: '',
    termMonths: null,
    offerFen: null,
  })

describe('a need', () => {
  it('is written, submitted, returned and published, each with its audit row', async () => {
    const { id, revision } = await draft()
    await editNeed(as(poster), { id, revision, goalEn: 'Twenty regenerations.' })
    await submitNeed(as(poster), id)
    const reasons = [{ code: 'goal_not_measurable' as const, words: '' }]
    expect((await returnNeed(as(reviewer), { id, reasons })).need).toMatchObject({
      state: 'draft',
      reviewReasons: reasons,
    })
    await submitNeed(as(poster), id)
    const { need } = await publishNeed(as(reviewer), { id })
    expect(need).toMatchObject({ state: 'published', version: 1, reviewReasons: null, technicalField: '07' })
    expect(need.terms).toContain('糖蜜')
    expect(await auditActionsOf(test.db, id)).toEqual([
      'need.create',
      'need.edit',
      'need.submit',
      'need.return',
      'need.submit',
      'need.publish',
    ])
  })

  it('keeps what is published while its changes are reviewed', async () => {
    const { id, revision } = await makePublishedNeed(test.db, poster)
    await editNeed(as(poster), { id, revision, titleZh: '改写的标题' })
    expect((await getNeed(as(null), { id, view: 'public' })).content.titleZh).not.toBe('改写的标题')
    await submitNeed(as(poster), id)
    await publishNeed(as(reviewer), { id })
    expect((await getNeed(as(null), { id, view: 'public' })).content.titleZh).toBe('改写的标题')
  })

  it('names what is missing, and refuses an old revision', async () => {
    const { need } = await createNeed(as(poster), {})
    await expect(submitNeed(as(poster), need.id)).rejects.toMatchObject({ code: 'need.not_ready' })
    const stale = editNeed(as(poster), { id: need.id, revision: 9, titleZh: '甲' })
    await expect(stale).rejects.toMatchObject({ code: 'need.changed_meanwhile' })
    const empty = createNeed(as(poster), needText({ budgetMinFen: 20, budgetMaxFen: 10 }))
    await expect(empty).rejects.toMatchObject({ code: 'request.invalid' })
  })

  const verbs = {
    edit: ({ id, revision }: { id: string; revision: number }, actor: MemberActor) =>
      editNeed(as(actor), { id, revision, titleZh: '甲' }),
    submit: ({ id }: { id: string }, actor: MemberActor) => submitNeed(as(actor), id),
    withdraw: ({ id }: { id: string }, actor: MemberActor) => withdrawNeed(as(actor), { id, reason: '' }),
    publish: ({ id }: { id: string }, actor: MemberActor) => publishNeed(as(actor), { id }),
    return: ({ id }: { id: string }, actor: MemberActor) => returnNeed(as(actor), { id, reasons: [] }),
  }
  it.each(Object.entries(verbs))('%s: wrong state, other organization, not permitted', async (_name, run) => {
    const need = await draft()
    await expect(run(need, stranger)).rejects.toMatchObject({ code: 'need.not_found' })
    await expect(run(need, viewer)).rejects.toMatchObject({ code: 'policy.forbidden' })
    const { need: gone } = await withdrawNeed(as(poster), { id: need.id, reason: '' })
    const actor = run === verbs.publish || run === verbs.return ? reviewer : poster
    await expect(run(gone, actor)).rejects.toMatchObject({ code: 'need.wrong_state' })
  })

  it('is not created by viewers or agencies', async () => {
    const agency = await makeActor(test.db, 'agency')
    await expect(createNeed(as(agency), {})).rejects.toMatchObject({ code: 'policy.forbidden' })
    await expect(createNeed(as(viewer), {})).rejects.toMatchObject({ code: 'policy.forbidden' })
  })

  it('is seen by whom its visibility lets, with a name or without', async () => {
    const anonymous = await makePublishedNeed(test.db, poster, { visibility: 'anonymous' })
    const seen = await getNeed(as(null), { id: anonymous.id, view: 'public' })
    expect(seen).toMatchObject({ organization: null, contact: false })
    const closed = await makePublishedNeed(test.db, poster, {
      visibility: 'invited',
      invitedIds: [owner.organizationId],
    })
    const read = (actor: MemberActor | null) => getNeed(as(actor), { id: closed.id, view: 'public' })
    await expect(read(null)).rejects.toMatchObject({ code: 'need.not_found' })
    await expect(read(stranger)).rejects.toMatchObject({ code: 'need.not_found' })
    expect((await read(owner)).organization?.id).toBe(poster.organizationId)
    const input = { text: '糖蜜', filters: { type: ['key_technology'] }, limit: 100 }
    const ids = async (actor: MemberActor | null) =>
      (await searchNeeds(as(actor), input)).items.map(({ need }) => need.id)
    expect(await ids(null)).toContain(anonymous.id)
    expect(await ids(null)).not.toContain(closed.id)
    expect(await ids(owner)).toContain(closed.id)
  })

  it('is found by any of the modes it wishes for, and counted under each', async () => {
    const { id } = await makePublishedNeed(test.db, poster)
    const found = async (...cooperationModes: string[]) => {
      const input = { text: '', filters: { cooperationModes }, limit: 100 }
      const { items, facets } = await searchNeeds(as(null), input)
      const chosen = facets.cooperationModes.filter((value) => value.chosen).map(({ value }) => value)
      return { found: items.some(({ need }) => need.id === id), chosen: chosen.sort() }
    }
    const [wished = ''] = (await getNeed(as(null), { id, view: 'public' })).content.cooperationModes
    expect(await found(wished)).toEqual({ found: true, chosen: [wished] })
    expect(await found(wished, 'nothing')).toEqual({ found: true, chosen: ['nothing', wished].sort() })
    expect(await found('nothing')).toEqual({ found: false, chosen: ['nothing'] })
  })

  it('is reminded of once and expires on the day after its deadline', async () => {
    const need = await makePublishedNeed(test.db, poster, { deadlineOn: '2026-03-10' })
    const context = as(null)
    await watchDeadlines(context)
    await watchDeadlines(context)
    context.clock.set('2026-03-11T02:00:00Z')
    await watchDeadlines(context)
    const actions = await auditActionsOf(test.db, need.id)
    expect(actions.filter((action) => action === 'need.remind')).toHaveLength(1)
    expect(actions.at(-1)).toBe('need.expire')
  })
})

describe('answers', () => {
  it('a proposal leads to talks and to a development contract that links back', async () => {
    const { id: needId } = await makePublishedNeed(test.db, poster)
    const answer = await propose(test.db, owner, needId)
    await shortlistAnswer(as(poster), answer.id)
    const request = await take(answer.id)
    expect(request).toMatchObject({
      state: 'accepted',
      listingId: null,
      transferMode: 'commissioned_development',
      ownerId: owner.organizationId,
      requesterId: poster.organizationId,
      termMonths: 18,
      offerFen: 80_000_000,
      fieldOfUse: '糖蜜酒精废液低能耗处理',
      application: {
        developmentPlan: '吸附材料可再生二十次以上。\n再生次数（次）：5 → ≥ 20\n以改性蔗渣为载体。',
        milestones: [{ title: '糖蜜酒精废液低能耗处理', on: '2027-12-31' }],
      },
    })
    const talks = await getRequest(as(owner), request.id)
    expect(talks.need?.id).toBe(needId)
    expect(talks.wishedOwner).toBe('shared')
    const terms = licenceTerms({
      transferMode: 'commissioned_development',
      exclusivity: 'not_applicable',
      termMonths: 18,
    })
    const offer = await makeOffer(as(owner), { requestId: request.id, terms, note: '' })
    const contract = await acceptOffer(as(poster), { requestId: request.id, offerId: offer.id })
    expect(contract).toMatchObject({ type: 'KF', subType: 'KF_COMMISSIONED', listingId: null })
    expect((await getContract(as(owner), contract.id)).need?.id).toBe(needId)
    expect(await auditActionsOf(test.db, answer.id)).toEqual([
      'answer.create',
      'answer.shortlist',
      'answer.take_up',
    ])
  })

  it('a listing becomes an ordinary request; the need opens again when its owner declines', async () => {
    const { id: needId } = await makePublishedNeed(test.db, poster)
    const listingId = await makeListing(test.db, owner)
    const answer = await answerNeed(as(owner), { needId, listingId, message: '' })
    const scope = { fieldOfUse: '制糖', territory: '450000', termMonths: 36, offerFen: null }
    const request = await takeUpAnswer(as(poster), { id: answer.id, message: '请详谈。', ...scope })
    expect(request).toMatchObject({ state: 'submitted', listingId, needAnswerId: answer.id })
    expect((await getNeed(as(poster), { id: needId, view: 'working' })).need.state).toBe('in_talks')
    await declineRequest(as(owner), { id: request.id, reason: 'too_early', words: '' })
    await settleNeed(as(null), request.id)
    await settleNeed(as(null), request.id)
    expect((await getNeed(as(poster), { id: needId, view: 'working' })).need.state).toBe('published')
  })

  it('one living proposal per organization, in a mode that is wished for, of a listing of its own', async () => {
    const { id: needId } = await makePublishedNeed(test.db, poster)
    await propose(test.db, owner, needId)
    await expect(propose(test.db, owner, needId)).rejects.toMatchObject({ code: 'answer.already_open' })
    const wrong = { needId, message: '', proposal: proposalText({ mode: 'equity' }) }
    await expect(answerNeed(as(stranger), wrong)).rejects.toMatchObject({ code: 'request.invalid' })
    const listingId = await makeListing(test.db, owner)
    await expect(answerNeed(as(stranger), { needId, listingId, message: '' })).rejects.toMatchObject({
      code: 'request.invalid',
    })
    await expect(propose(test.db, poster, needId)).rejects.toMatchObject({ code: 'policy.forbidden' })
  })

  const verbs = {
    shortlist: (id: string, actor: MemberActor) => shortlistAnswer(as(actor), id),
    decline: (id: string, actor: MemberActor) =>
      declineAnswer(as(actor), { id, reason: 'too_early', words: '' }),
    take_up: (id: string, actor: MemberActor) => take(id, actor),
  }
  it.each(Object.entries(verbs))('%s: wrong state, other organization, not permitted', async (_name, run) => {
    const { id: needId } = await makePublishedNeed(test.db, poster)
    const { id } = await propose(test.db, owner, needId)
    await expect(run(id, stranger)).rejects.toMatchObject({ code: 'answer.not_found' })
    await expect(run(id, owner)).rejects.toMatchObject({ code: 'policy.forbidden' })
    await withdrawAnswer(as(owner), id)
    await expect(run(id, poster)).rejects.toMatchObject({ code: 'answer.wrong_state' })
  })

  it('withdraw is for whoever answered, and lists are for the poster', async () => {
    const { id: needId } = await makePublishedNeed(test.db, poster)
    const { id } = await propose(test.db, owner, needId)
    await expect(withdrawAnswer(as(stranger), id)).rejects.toMatchObject({ code: 'answer.not_found' })
    await expect(withdrawAnswer(as(poster), id)).rejects.toMatchObject({ code: 'policy.forbidden' })
    await declineAnswer(as(poster), { id, reason: 'too_early', words: '' })
    await expect(withdrawAnswer(as(owner), id)).rejects.toMatchObject({ code: 'answer.wrong_state' })
    expect((await listAnswers(as(poster), { needId, limit: 10 })).items).toHaveLength(1)
    await expect(listAnswers(as(owner), { needId, limit: 10 })).rejects.toMatchObject({
      code: 'need.not_found',
    })
  })
})

describe('matching', () => {
  it('shows an owner the needs its listing answers, and remembers what was said of them', async () => {
    const need = await makePublishedNeed(test.db, poster)
    const listingId = await makeListing(test.db, owner)
    const find = async () => (await matchNeeds(as(owner), listingId)).find((one) => one.need.id === need.id)
    const first = await find()
    expect(first?.match.reasons[0]).toMatchObject({ factor: 'terms' })
    expect(first?.match.reasons[0]?.shared).toContain('糖蜜')
    await judgeNeed(as(owner), { needId: need.id, listingId, misfit: 'wrong_field', words: '' })
    expect(await find()).toMatchObject({
      match: { score: 0 },
      judgement: { fits: false, reason: 'wrong_field' },
    })
    await expect(matchNeeds(as(stranger), listingId)).rejects.toMatchObject({ code: 'listing.not_found' })
    const foreign = judgeNeed(as(stranger), { needId: need.id, listingId, misfit: null, words: '' })
    await expect(foreign).rejects.toMatchObject({ code: 'listing.not_found' })
  })

  it('lets the poster alone judge a listing, with an audit row', async () => {
    const need = await makePublishedNeed(test.db, poster)
    const listingId = await makeListing(test.db, owner)
    const input = { needId: need.id, listingId, misfit: 'too_early' as const, words: '' }
    await judgeListing(as(poster), input)
    expect((await auditActionsOf(test.db, need.id)).at(-1)).toBe('need.judge_match')
    await expect(judgeListing(as(stranger), input)).rejects.toMatchObject({ code: 'policy.forbidden' })
    await expect(judgeListing(as(viewer), input)).rejects.toMatchObject({ code: 'policy.forbidden' })
  })

  it.each(['draft', 'submitted', 'withdrawn'] as const)(
    'lets nobody judge, and so read, a listing that is %s',
    async (state) => {
      const need = await makePublishedNeed(test.db, poster)
      const listingId = await makeListing(test.db, owner, { state })
      const judged = judgeListing(as(poster), { needId: need.id, listingId, misfit: null, words: '' })
      await expect(judged).rejects.toMatchObject({ code: 'listing.not_found' })
    },
  )
})

describe('a listing that answers an open need', () => {
  const work = () => ({ ...testContext(test.db, null), requestId: 'listing-published' })
  const alertsFor = async (needId: string) =>
    (await auditActionsOf(test.db, needId)).filter((action) => action === 'need.tell_poster')

  it('is told of once to its poster, with an audit row', async () => {
    const need = await makePublishedNeed(test.db, poster)
    const listingId = await makeListing(test.db, owner)
    expect(await tellPosters(work(), listingId)).toBeGreaterThan(0)
    expect(await tellPosters(work(), listingId)).toBe(0)
    expect(await alertsFor(need.id)).toHaveLength(1)
    const told = await test.db
      .select({ type: events.type, payload: events.payload })
      .from(events)
      .where(and(eq(events.subjectId, need.id), eq(events.type, 'need.listing_found')))
    expect(told).toEqual([{ type: 'need.listing_found', payload: { listingId } }])
  })

  it('is told of neither while it is a draft nor to its own organization, nor where the need is closed', async () => {
    const need = await makePublishedNeed(test.db, poster)
    expect(await tellPosters(work(), await makeListing(test.db, owner, { state: 'draft' }))).toBe(0)
    await tellPosters(work(), await makeListing(test.db, poster))
    expect(await alertsFor(need.id)).toEqual([])
    await withdrawNeed(as(poster), { id: need.id, reason: '' })
    await tellPosters(work(), await makeListing(test.db, owner))
    expect(await alertsFor(need.id)).toEqual([])
  })
})
