import { contractSignatures, files } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  attachBoth,
  type DealFixture,
  makeActor,
  makeContract,
  makeDeal,
  makeFile,
  makeMember,
  makeSigningTools,
  testContext,
} from '../testing/index.ts'
import {
  acceptText,
  attachSignedFile,
  type ContractRow,
  editContract,
  generateText,
  getContract,
  getSigningEvidence,
  getText,
  makeContractReady,
  signContract,
  signText,
} from './index.ts'

describe('signing the text', () => {
  let database: TestDatabase
  let deal: DealFixture
  let contract: ContractRow
  let signing: ReturnType<typeof makeSigningTools>

  beforeAll(async () => {
    database = await createTestDatabase()
  })
  afterAll(() => database.drop())
  beforeEach(async () => {
    deal = await makeDeal(database.db)
    contract = await makeContract(database.db, deal)
    signing = makeSigningTools()
  })

  const by = (actor = deal.seller) => testContext(database.db, actor)
  const hash = async () => (await getText(by(), { id: contract.id })).shown?.sha256 ?? ''
  const agree = async () => {
    await generateText(by(), { id: contract.id, base: null })
    await acceptText(by(deal.buyer), { id: contract.id, sha256: await hash() })
  }
  const settle = async () => {
    await agree()
    contract = await makeContractReady(by(), { id: contract.id, revision: contract.revision })
  }
  const sign = async (actor = deal.seller) =>
    signText(by(actor), signing.tools, { id: contract.id, sha256: await hash() })

  it('takes both signatories in order, over the same pages, and leaves audit rows', async () => {
    await settle()
    expect((await getContract(by(), contract.id)).signing).toMatchObject({ here: true, bar: null })
    expect(await sign()).toMatchObject({ state: 'ready' })
    expect(await sign(deal.buyer)).toMatchObject({ state: 'signed' })
    expect(signing.prints()).toBe(1)
    const rows = await database.db
      .select()
      .from(contractSignatures)
      .innerJoin(files, eq(files.id, contractSignatures.fileId))
      .where(eq(contractSignatures.contractId, contract.id))
    expect(new Set(rows.map((row) => row.files.id)).size).toBe(1)
    expect(rows.map((row) => row.contract_signatures.pageHashes)).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ])
    const { timeline } = await getContract(by(), contract.id)
    expect(timeline.map(({ action }) => action)).toEqual([
      'contract.draft',
      'contract.text_version',
      'contract.text_agreed',
      'contract.make_ready',
      'contract.sign_text',
      'contract.sign_text',
    ])
  })

  it('shows who signed what, when, how, and where it stands in the chain', async () => {
    await settle()
    await sign()
    await sign(deal.buyer)
    const { signatures, text } = await getSigningEvidence(by(), contract.id)
    expect(text?.sha256).toBe(await hash())
    expect(signatures).toMatchObject([
      { side: 'seller', method: 'electronic', auditPosition: expect.any(Number) },
      { side: 'buyer', method: 'electronic', auditHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ])
    const stranger = await makeActor(database.db, 'company')
    const theirs = getSigningEvidence(by(stranger), contract.id)
    await expect(theirs).rejects.toMatchObject({ code: 'contract.not_found' })
  })

  it('keeps the order agreed', async () => {
    await settle()
    await expect(sign(deal.buyer)).rejects.toMatchObject({
      kind: 'precondition',
      code: 'contract.not_your_turn',
    })
    expect(signing.kept.size).toBe(0)
    deal = await makeDeal(database.db)
    contract = await makeContract(database.db, deal)
    contract = await editContract(by(), { id: contract.id, revision: 1, signingOrder: 'buyer_first' })
    await settle()
    await expect(sign()).rejects.toMatchObject({ code: 'contract.not_your_turn' })
    await expect(sign(deal.buyer)).resolves.toMatchObject({ state: 'ready' })
  })

  it('needs an agreed text, and the words that were read', async () => {
    await expect(sign()).rejects.toMatchObject({ code: 'contract.wrong_state' })
    contract = await makeContractReady(by(), { id: contract.id, revision: 1 })
    await expect(sign()).rejects.toMatchObject({ code: 'contract.text_not_agreed' })
    deal = await makeDeal(database.db)
    contract = await makeContract(database.db, deal)
    await settle()
    const other = signText(by(), signing.tools, { id: contract.id, sha256: '0'.repeat(64) })
    await expect(other).rejects.toMatchObject({ code: 'contract_text.changed_meanwhile' })
  })

  it('is not mixed with paper', async () => {
    await settle()
    await attachBoth(database.db, deal, contract.id)
    await sign()
    const { signatures, actions } = await getContract(by(deal.buyer), contract.id)
    expect(signatures).toHaveLength(1)
    expect(actions).not.toContain('contract.attach_file')
    deal = await makeDeal(database.db)
    contract = await makeContract(database.db, deal)
    await settle()
    await attachBoth(database.db, deal, contract.id)
    await signContract(by(), contract.id)
    await expect(sign(deal.buyer)).rejects.toMatchObject({ code: 'contract.signed_on_paper' })
  })

  it('lets a side take over the file the other brought', async () => {
    contract = await makeContractReady(by(), { id: contract.id, revision: 1 })
    await attachBoth(database.db, deal, contract.id)
    const [first] = (await getContract(by(), contract.id)).signatures
    await attachSignedFile(by(deal.buyer), { id: contract.id, fileId: first?.fileId ?? '' })
    await signContract(by(deal.buyer), contract.id)
    await expect(signContract(by(), contract.id)).resolves.toMatchObject({ state: 'signed' })
  })

  it('is for signatories of the two sides, once each', async () => {
    await settle()
    const negotiator = await makeMember(database.db, deal.seller.organizationId, ['negotiator'])
    await expect(sign(negotiator)).rejects.toMatchObject({ code: 'policy.forbidden' })
    const stranger = await makeActor(database.db, 'company', ['signatory'])
    await expect(sign(stranger)).rejects.toMatchObject({ code: 'contract.not_found' })
    const unconfirmed = { ...deal.seller, session: { id: contract.id, confirmed: false, tooWeak: false } }
    await expect(sign(unconfirmed)).rejects.toMatchObject({ code: 'session.confirmation_required' })
    await sign()
    await expect(sign()).rejects.toMatchObject({ code: 'contract.already_confirmed' })
  })

  it('signs once when a side’s people sign at once', async () => {
    await settle()
    const colleague = await makeMember(database.db, deal.seller.organizationId, ['signatory'])
    const results = await Promise.allSettled([sign(), sign(colleague)])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(signing.kept.size).toBe(1)
  })

  it('the database takes no signature on a text that was not agreed, and changes none', async () => {
    await generateText(by(), { id: contract.id, base: null })
    const { shown } = await getText(by(), { id: contract.id })
    const at = new Date('2026-03-02T02:00:00Z')
    const { organizationId, userId } = deal.seller
    const forged = database.db.insert(contractSignatures).values({
      contractId: contract.id,
      organizationId,
      fileId: await makeFile(database.db, deal.seller),
      sha256: '0'.repeat(64),
      method: 'electronic',
      textId: shown?.id ?? null,
      pageHashes: ['a'],
      attachedBy: userId,
      attachedAt: at,
      confirmedBy: userId,
      confirmedAt: at,
    })
    await expect(forged).rejects.toThrow()
    await acceptText(by(deal.buyer), { id: contract.id, sha256: await hash() })
    contract = await makeContractReady(by(), { id: contract.id, revision: 1 })
    await sign()
    const row = eq(contractSignatures.contractId, contract.id)
    await expect(database.db.delete(contractSignatures).where(row)).rejects.toThrow()
    await expect(
      database.db
        .update(contractSignatures)
        .set({ pageHashes: ['c'] })
        .where(row),
    ).rejects.toThrow()
  })
})
