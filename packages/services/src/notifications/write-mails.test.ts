import { users } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import type { Actor } from '@market/domain'
import { fixedClock } from '@market/domain/testing'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  acceptOffer,
  acceptText,
  editText,
  generateText,
  getContract,
  getText,
  makeContractReady,
  reopenContract,
  signContract,
} from '../contracts/index.ts'
import { requestPasswordReset } from '../identity/index.ts'
import { createSeals } from '../index.ts'
import { agreeToBrokerage, declineRequest, proposeBroker, sendMessage } from '../licensing/index.ts'
import {
  createListing,
  editListing,
  publishListing,
  returnListing,
  submitListing,
} from '../listings/index.ts'
import { completeListing } from '../listings/testing/index.ts'
import { inviteMember, rejectOrganization } from '../organizations/index.ts'
import {
  assignRegistration,
  refuseRegistration,
  remindRegistrars,
  requestCorrection,
} from '../registration/index.ts'
import { makeOffice } from '../registration/testing/index.ts'
import {
  ask,
  attachBoth,
  beginWithOffer,
  makeActor,
  makeContract,
  makeDeal,
  makeMember,
  makeReadyContract,
  makeSignedContract,
  newestEvent,
  TEST_SECRET,
  testContext,
} from '../testing/index.ts'
import { NOTIFIED_EVENTS, writeMails } from './index.ts'

const PUBLIC_URL = 'https://market.example'
const seals = createSeals(TEST_SECRET)
const clock = fixedClock('2026-03-02T02:05:00Z')

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const as = (actor: Actor | null) => testContext(database.db, actor)

/** The mails of the latest event of a type. */
const mailsOf = async (type: string, subjectId?: string) => {
  const found = await newestEvent(database.db, type, subjectId)
  return writeMails({ db: database.db, clock, seals, publicUrl: PUBLIC_URL }, found)
}

const emailOf = async ({ userId }: Actor): Promise<string> => {
  const [user] = await database.db.select().from(users).where(eq(users.id, userId))
  return user?.email ?? ''
}
const emailsOf = async (...actors: Actor[]) => (await Promise.all(actors.map(emailOf))).sort()
const readsEnglish = ({ userId }: Actor) =>
  database.db.update(users).set({ locale: 'en' }).where(eq(users.id, userId))

describe('mails about accounts and organizations', () => {
  it('carry a sealed link to set a new password', async () => {
    const actor = await makeActor(database.db, 'company')
    await requestPasswordReset(as(null), await emailOf(actor))
    const [mail, ...others] = await mailsOf('password_reset.requested')
    expect(others).toEqual([])
    expect(mail?.to).toBe(await emailOf(actor))
    const token = /\/reset-password\?token=(\S+)/.exec(mail?.text ?? '')?.[1] ?? ''
    expect(seals.open('password-reset', decodeURIComponent(token))).not.toBeNull()
    expect(mail?.text).toContain('60 分钟')
  })

  it('invite a stranger in the language of the person who invites', async () => {
    const owner = await makeActor(database.db, 'company')
    await readsEnglish(owner)
    const { organizationId } = owner
    const input = { organizationId, email: 'stranger@example.com', roles: ['negotiator' as const] }
    await inviteMember(as(owner), input)
    const [mail] = await mailsOf('invitation.created')
    expect(mail).toMatchObject({ to: 'stranger@example.com' })
    expect(mail?.subject).toMatch(/^Invitation to join /)
    expect(mail?.text).toContain('as: Negotiator')
    expect(mail?.text).toContain(`${PUBLIC_URL}/invitations/accept?token=`)
  })

  it('tell the owners of a decision with its reason, and nothing once it was decided anew', async () => {
    const owner = await makeActor(database.db, 'company', ['owner'], 'pending')
    await makeMember(database.db, owner.organizationId, ['viewer'])
    const operator = await makeActor(database.db, 'operator', ['reviewer'])
    await rejectOrganization(as(operator), { id: owner.organizationId, reason: '代码与名称不符' })
    const mails = await mailsOf('organization.decided', owner.organizationId)
    expect(mails.map(({ to }) => to)).toEqual(await emailsOf(owner))
    expect(mails[0]?.text).toContain('原因：代码与名称不符')
  })
})

describe('mails about listings', () => {
  it('tell editors, each in their language, what the reviewer said', async () => {
    const editor = await makeActor(database.db, 'university', ['editor'])
    const owner = await makeMember(database.db, editor.organizationId, ['owner'])
    await makeMember(database.db, editor.organizationId, ['finance'])
    await readsEnglish(owner)
    const reviewer = await makeActor(database.db, 'operator', ['reviewer'])
    const { listing } = await createListing(as(editor), completeListing())
    const { id } = listing
    await submitListing(as(editor), id)
    const reasons = [{ code: 'description_unclear' as const, words: '缺少对比数据' }]
    await returnListing(as(reviewer), { id, reasons })
    const returned = await mailsOf('listing.returned', id)
    expect(returned.map(({ to }) => to).sort()).toEqual(await emailsOf(editor, owner))
    const chinese = returned.find(({ subject }) => subject.includes(completeListing().titleZh ?? ''))
    expect(chinese?.text).toContain('· 描述不清楚：缺少对比数据')
    const english = returned.find(({ subject }) => subject.includes(completeListing().titleEn ?? ''))
    expect(english?.text).toContain(`${PUBLIC_URL}/workspace/listings/${id}`)
    await submitListing(as(editor), id)
    expect(await mailsOf('listing.returned', id)).toEqual([])
    await publishListing(as(reviewer), { id })
    expect((await mailsOf('listing.published', id))[0]?.text).toContain(`${PUBLIC_URL}/listings/${id}`)
    await editListing(as(editor), { id, revision: 1, titleZh: '改进的吸附材料' })
    await submitListing(as(editor), id)
    await publishListing(as(reviewer), { id })
    expect((await mailsOf('listing.changed', id))[0]?.text).toMatch(/第 2 版|version 2/)
  })
})

describe('mails about a deal', () => {
  it('go to the side that did not move', async () => {
    const deal = await makeDeal(database.db)
    const { seller, buyer } = deal
    const offer = await beginWithOffer(database.db, deal)
    const toSeller = await emailsOf(seller)
    const toBuyer = await emailsOf(buyer)
    const received = await mailsOf('request.submitted', offer.requestId)
    expect(received.map(({ to }) => to)).toEqual(toSeller)
    expect(received[0]?.text).toContain('对方留言：希望在两条产线上使用。')
    expect((await mailsOf('request.accepted', offer.requestId)).map(({ to }) => to)).toEqual(toBuyer)
    const made = await mailsOf('offer.made', offer.id)
    expect(made.map(({ to }) => to)).toEqual(toBuyer)
    expect(made[0]?.text).toContain('第 1 版条款，总额 200,000.00 元')
    await acceptOffer(as(buyer), { requestId: offer.requestId, offerId: offer.id })
    expect((await mailsOf('offer.accepted', offer.id)).map(({ to }) => to)).toEqual(toSeller)
  })

  it('carry a message to the other side, in its words', async () => {
    const deal = await makeDeal(database.db)
    const { id: requestId } = await ask(database.db, deal)
    const { id } = await sendMessage(as(deal.seller), { requestId, body: '请补充产线情况。', fileIds: [] })
    const mails = await mailsOf('message.sent', id)
    expect(mails.map(({ to }) => to)).toEqual([`person-${deal.buyer.userId}@example.com`])
    expect(mails[0]?.text).toContain('请补充产线情况。')
  })

  it('tell the others of a broker, and the broker of what is written in the talks', async () => {
    const deal = await makeDeal(database.db)
    const broker = await makeActor(database.db, 'agency', ['negotiator'])
    const { id: requestId } = await ask(database.db, deal)
    const { id } = await proposeBroker(as(deal.seller), {
      requestId,
      organizationId: broker.organizationId,
      commission: { payer: 'buyer', ratePercent: 2.5, amountFen: null },
      words: '',
    })
    const proposed = await mailsOf('brokerage.proposed', id)
    expect(proposed.map(({ to }) => to)).toEqual([
      ...(await emailsOf(deal.buyer)),
      ...(await emailsOf(broker)),
    ])
    expect(proposed[0]?.text).toContain('佣金：2.5 %（买方支付）')
    await agreeToBrokerage(as(broker), id)
    expect(await mailsOf('brokerage.agreed', id)).toEqual([])
    await agreeToBrokerage(as(deal.buyer), id)
    const message = await sendMessage(as(deal.seller), { requestId, body: '欢迎加入。', fileIds: [] })
    const told = (await mailsOf('message.sent', message.id)).map(({ to }) => to)
    expect(told).toEqual([...(await emailsOf(deal.buyer)), ...(await emailsOf(broker))])
  })

  it('say why a request was declined', async () => {
    const deal = await makeDeal(database.db)
    await readsEnglish(deal.buyer)
    const { id } = await ask(database.db, deal)
    await declineRequest(as(deal.seller), { id, reason: 'too_early', words: '' })
    const [mail] = await mailsOf('request.declined', id)
    expect(mail?.text).toContain('Reason: Too early.')
    expect(mail?.text).not.toContain('In their words')
  })

  it('tell both sides that the contract is signed', async () => {
    const deal = await makeDeal(database.db)
    const { id } = await makeSignedContract(database.db, deal)
    const signed = await mailsOf('contract.signed', id)
    expect(signed.map(({ to }) => to).sort()).toEqual(await emailsOf(deal.seller, deal.buyer))
    expect(await mailsOf('contract.confirmed', id)).toEqual([])
    // Signed since, so nobody needs to be called to sign any more.
    expect(await mailsOf('contract.ready', id)).toEqual([])
  })
})

describe('mails about the text of a contract and its signatures', () => {
  const articlesOf = async (actor: Actor, id: string) =>
    (await getText(as(actor), { id })).shown?.articles.map(({ edited: _, ...article }) => article) ?? []
  const hashOf = async (actor: Actor, id: string) => (await getText(as(actor), { id })).shown?.sha256 ?? ''

  it('tell the other side of a version that waits, of one put instead of its own, and of agreement', async () => {
    const deal = await makeDeal(database.db)
    const { id } = await makeContract(database.db, deal)
    await generateText(as(deal.seller), { id, base: null })
    const [first, ...others] = await mailsOf('contract.text_written', id)
    expect(others).toEqual([])
    expect(first?.to).toBe(await emailOf(deal.buyer))
    expect(first?.text).toContain('文本的第 1 版')
    expect(first?.text).toContain(`${PUBLIC_URL}/workspace/contracts/${id}/text`)

    const articles = await articlesOf(deal.buyer, id)
    const changed = articles.map((each) => ({ ...each, zh: `${each.zh}另有约定的除外。` }))
    await editText(as(deal.buyer), { id, base: 1, articles: changed, bringBack: [], note: '加一句' })
    const [counter] = await mailsOf('contract.text_written', id)
    expect(counter?.to).toBe(await emailOf(deal.seller))
    expect(counter?.text).toContain('没有接受贵方')
    expect(counter?.text).toContain('对方说明：加一句')

    await acceptText(as(deal.seller), { id, sha256: await hashOf(deal.seller, id) })
    expect(await mailsOf('contract.text_written', id)).toEqual([])
    const [agreed] = await mailsOf('contract.text_agreed', id)
    expect(agreed?.to).toBe(await emailOf(deal.buyer))
  })

  it('say how to sign, that the other has signed, and that it was taken back', async () => {
    const deal = await makeDeal(database.db)
    const { id } = await makeReadyContract(database.db, deal)
    expect((await mailsOf('contract.ready', id))[0]?.text).toContain('请上传双方签署的文本')
    await reopenContract(as(deal.buyer), id)
    const reopened = await mailsOf('contract.reopened', id)
    expect(reopened.map(({ to }) => to)).toEqual(await emailsOf(deal.seller))
    expect(reopened[0]?.text).toContain('退回草稿修改')

    await makeContractReady(as(deal.seller), {
      id,
      revision: (await getContract(as(deal.seller), id)).contract.revision,
    })
    expect(await mailsOf('contract.reopened', id)).toEqual([])
    await attachBoth(database.db, deal, id)
    await signContract(as(deal.seller), id)
    const awaited = await mailsOf('contract.confirmed', id)
    expect(awaited.map(({ to }) => to)).toEqual(await emailsOf(deal.buyer))
    expect(awaited[0]?.subject).toContain('等待贵方签署')
  })
})

describe('mails about a registration', () => {
  it('bring corrections to the agency, refusals also to the seller, reminders to registrars, the certificate to all', async () => {
    const office = await makeOffice(database.db, fixedClock('2026-03-02T02:00:00Z'))
    const { filer, registrar, seller, buyer } = office
    const corrected = await office.accepted()
    const comments = [{ field: 'signedOn', words: '与文本不一致' }]
    await requestCorrection(office.as(registrar), { registrationId: corrected, comments })
    const asked = await mailsOf('registration.correction_requested', corrected)
    expect(asked.map(({ to }) => to)).toEqual(await emailsOf(filer))
    expect(asked[0]?.text).toContain('· 与文本不一致')

    const refused = await office.accepted()
    const reasons = [{ code: 'parties_unclear', words: '标的不明' }]
    await refuseRegistration(office.as(registrar), { registrationId: refused, reasons })
    const told = await mailsOf('registration.refused', refused)
    expect(told.map(({ to }) => to).sort()).toEqual(await emailsOf(filer, seller))
    expect(told[0]?.text).toContain('1. 合同主体不明确：标的不明\n   办法：写明双方的全称')

    const due = await office.accepted()
    const late = fixedClock('2026-03-20T01:00:00Z')
    await remindRegistrars({ ...office.as(null), clock: late })
    const reminded = await mailsOf('registration.due_soon', due)
    expect(reminded.map(({ to }) => to).sort()).toEqual(await emailsOf(registrar, office.secondRegistrar))
    expect(reminded[0]?.text).toContain('还剩1个工作日')
    await assignRegistration(office.as(registrar), { registrationId: due, userId: registrar.userId })
    expect((await mailsOf('registration.due_soon', due)).map(({ to }) => to)).toEqual(
      await emailsOf(registrar),
    )

    const registration = await office.registered()
    const certificate = await mailsOf('registration.registered', registration)
    expect(certificate.map(({ to }) => to).sort()).toEqual(await emailsOf(filer, seller, buyer))
    expect(certificate[0]?.text).toMatch(/\/certificates\/\d{16}\?code=\S+/)
  })
})

describe('writing mails', () => {
  it('leaves out what is a month old, and links that no longer work', async () => {
    const deal = await makeDeal(database.db)
    const { id } = await ask(database.db, deal)
    const before = clock.now().toISOString()
    clock.set('2026-04-02T02:00:00Z')
    expect(await mailsOf('request.submitted', id)).toEqual([])
    clock.set('2026-03-02T03:30:00Z')
    expect(await mailsOf('request.submitted', id)).toHaveLength(1)
    expect(await mailsOf('password_reset.requested')).toEqual([])
    clock.set(before)
  })

  it('gives a mail the same name each time, and is told of its event', async () => {
    const deal = await makeDeal(database.db)
    const { id } = await ask(database.db, deal)
    const [first] = await mailsOf('request.submitted', id)
    expect((await mailsOf('request.submitted', id))[0]?.id).toBe(first?.id)
    expect(first?.id).toMatch(/^[\w-]+$/)
    expect(NOTIFIED_EVENTS).toContain('request.submitted')
  })
})
