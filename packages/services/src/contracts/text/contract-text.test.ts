import { contractTexts } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  auditActionsOf,
  type DealFixture,
  makeActor,
  makeContract,
  makeDeal,
  makeMember,
  makeReadyContract,
  testContext,
} from '../../testing/index.ts'
import {
  acceptText,
  type ContractRow,
  editContract,
  editText,
  generateText,
  getContract,
  getText,
  makeContractReady,
} from '../index.ts'

describe('the text of a contract', () => {
  let database: TestDatabase
  let deal: DealFixture
  let contract: ContractRow

  beforeAll(async () => {
    database = await createTestDatabase()
  })
  afterAll(() => database.drop())
  beforeEach(async () => {
    deal = await makeDeal(database.db)
    contract = await makeContract(database.db, deal)
  })

  const by = (actor = deal.seller) => testContext(database.db, actor)
  const read = (actor = deal.seller) => getText(by(actor), { id: contract.id })
  const generate = (actor = deal.seller, base: number | null = null) =>
    generateText(by(actor), { id: contract.id, base })
  const articlesOf = async () =>
    ((await read()).shown?.articles ?? []).map(({ edited: _, ...article }) => article)
  const edit = async (
    actor = deal.buyer,
    base = 1,
    clauseId = 'disputes',
    zh = '提交南宁仲裁委员会仲裁。',
  ) => {
    const articles = (await articlesOf()).map((each) => (each.clauseId === clauseId ? { ...each, zh } : each))
    return editText(by(actor), { id: contract.id, base, articles, bringBack: [], note: '改为仲裁' })
  }
  const accept = async (actor = deal.seller) =>
    acceptText(by(actor), { id: contract.id, sha256: (await read()).shown?.sha256 ?? '' })

  it('is written from what was agreed, by one side, and leaves an audit row', async () => {
    await generate()
    const { versions, shown, agreed, actions } = await read(deal.buyer)
    expect(versions).toHaveLength(1)
    expect(shown?.articles.map(({ clauseId }) => clauseId)).toContain('licence_scope')
    expect(shown?.articles.find(({ clauseId }) => clauseId === 'price')?.zh).toContain('200,000.00')
    expect(agreed).toBe(false)
    expect(actions).toEqual(['contract.write_text', 'contract.accept_text'])
    expect(await auditActionsOf(database.db, contract.id)).toContain('contract.text_version')
  })

  it('is changed by one side and agreed when the other takes the same words', async () => {
    await generate()
    await edit()
    const { articles, agreed } = await read()
    const changed = articles.filter(({ change }) => change !== 'same')
    expect(changed).toMatchObject([{ article: { clauseId: 'disputes', edited: true }, change: 'changed' }])
    expect(changed[0]?.zh.some(({ kind }) => kind === 'added')).toBe(true)
    expect(agreed).toBe(false)
    await expect(accept(deal.buyer)).rejects.toMatchObject({ code: 'contract_text.already_accepted' })
    await accept(deal.seller)
    expect((await read()).agreed).toBe(true)
    expect(await auditActionsOf(database.db, contract.id)).toContain('contract.text_agreed')
  })

  it('refuses what is not the last version, what changes nothing and what cannot be left out', async () => {
    await generate()
    await expect(generate()).rejects.toMatchObject({ code: 'contract_text.changed_meanwhile' })
    await edit()
    await expect(edit(deal.seller, 1)).rejects.toMatchObject({
      code: 'contract_text.changed_meanwhile',
      details: { version: 2 },
    })
    await expect(edit(deal.seller, 2)).rejects.toMatchObject({ code: 'contract_text.unchanged' })
    const articles = (await articlesOf()).filter(({ clauseId }) => clauseId !== 'price')
    const without = editText(by(), { id: contract.id, base: 2, articles, bringBack: [], note: '' })
    await expect(without).rejects.toMatchObject({
      details: { problems: [{ code: 'contract_text.mandatory_missing', params: { clause: 'price' } }] },
    })
    expect((await read()).versions).toHaveLength(2)
  })

  it('switches clauses off and on again, as far as the law lets', async () => {
    await generate()
    const articles = (await articlesOf()).filter(({ clauseId }) => clauseId !== 'sublicence')
    await editText(by(), { id: contract.id, base: 1, articles, bringBack: [], note: '' })
    expect((await articlesOf()).map(({ clauseId }) => clauseId)).not.toContain('sublicence')
    const findings = (await getContract(by(), contract.id)).findings.map(({ ruleId }) => ruleId)
    expect(findings).toEqual(expect.arrayContaining(['text.not_agreed', 'text.clause_left_out']))
    const back = { id: contract.id, base: 2, articles, bringBack: ['sublicence'], note: '' }
    await editText(by(), back)
    const { shown, versions } = await read()
    expect(shown?.sha256).toBe(versions[0]?.text.sha256)
  })

  it('grows stale with the facts and is written anew around the parties’ own words', async () => {
    await generate()
    await edit()
    contract = await editContract(by(), { id: contract.id, revision: 1, contractAmountFen: 30_000_000 })
    expect((await read()).stale).toBe(true)
    await expect(accept()).rejects.toMatchObject({ code: 'contract_text.stale' })
    await generate(deal.seller, 2)
    const { shown, stale } = await read()
    expect(stale).toBe(false)
    expect(shown?.articles.find(({ clauseId }) => clauseId === 'price')?.zh).toContain('300,000.00')
    expect(shown?.articles.find(({ clauseId }) => clauseId === 'disputes')?.zh).toContain('仲裁')
  })

  it('has to be agreed before the contract is settled, where there is one', async () => {
    await generate()
    const ready = () => makeContractReady(by(), { id: contract.id, revision: 1 })
    await expect(ready()).rejects.toMatchObject({
      details: { problems: [{ path: 'text', code: 'contract.text_not_agreed' }] },
    })
    await accept(deal.buyer)
    await expect(ready()).resolves.toMatchObject({ state: 'ready' })
    await expect(edit()).rejects.toMatchObject({ code: 'contract.wrong_state' })
  })

  it('is refused on a settled contract, to other organizations and to viewers', async () => {
    const stranger = await makeActor(database.db, 'company', ['negotiator'])
    await expect(generate(stranger)).rejects.toMatchObject({ code: 'contract.not_found' })
    await expect(read(stranger)).rejects.toMatchObject({ code: 'contract.not_found' })
    const viewer = await makeMember(database.db, deal.buyer.organizationId, ['viewer'])
    await expect(generate(viewer)).rejects.toMatchObject({ code: 'policy.forbidden' })
    await generate()
    await expect(accept(viewer)).rejects.toMatchObject({ code: 'policy.forbidden' })
    await expect(accept(stranger)).rejects.toMatchObject({ code: 'contract.not_found' })
    deal = await makeDeal(database.db)
    contract = await makeReadyContract(database.db, deal)
    await expect(generate()).rejects.toMatchObject({ code: 'contract.wrong_state' })
    const taken = acceptText(by(), { id: contract.id, sha256: '' })
    await expect(taken).rejects.toMatchObject({ code: 'contract.wrong_state' })
  })

  it('of two versions put forward at once one stands', async () => {
    await generate()
    const results = await Promise.allSettled([
      edit(deal.seller, 1),
      edit(deal.buyer, 1, 'liability', '另行约定。'),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await read()).versions).toHaveLength(2)
  })

  it('the database changes no version, and takes none once the contract is settled', async () => {
    await generate()
    await accept(deal.buyer)
    const own = eq(contractTexts.contractId, contract.id)
    await expect(database.db.update(contractTexts).set({ note: 'x' }).where(own)).rejects.toThrow()
    await expect(database.db.delete(contractTexts).where(own)).rejects.toThrow()
    await makeContractReady(by(), { id: contract.id, revision: 1 })
    const copy = sql`insert into contract_texts select gen_random_uuid(), contract_id, version + 1, organization_id,
      contract_revision, articles, note, sha256, created_by, created_at from contract_texts
      where contract_id = ${contract.id}`
    await expect(database.db.execute(copy)).rejects.toThrow()
  })
})
