import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditActionsOf, makeActor, makeMember, testContext } from '../../testing/index.ts'
import { editBankAccount, getPayoutAccount } from '../index.ts'

let test: TestDatabase
beforeAll(async () => {
  test = await createTestDatabase()
})
afterAll(() => test.drop())

const account = {
  holder: '南宁测试研究所',
  bank: '中国银行南宁分行',
  accountNumber: '6222 0202-0001 2345 678',
}

describe('the bank account', () => {
  it('is set by an organization’s own finance, and leaves a trail', async () => {
    const finance = await makeActor(test.db, 'university', ['finance'])
    const viewer = await makeMember(test.db, finance.organizationId, ['viewer'])
    await editBankAccount(testContext(test.db, finance), account)
    const { account: stored, canEdit } = await getPayoutAccount(testContext(test.db, finance))
    expect([stored?.accountNumber, canEdit]).toEqual(['6222020200012345678', true])
    expect(await auditActionsOf(test.db, finance.organizationId)).toContain('payout_account.edit')
    const byViewer = async () => editBankAccount(testContext(test.db, viewer), account)
    await expect(byViewer()).rejects.toMatchObject({ kind: 'forbidden' })
  })

  it('is nobody else’s, and waits until the organization is verified', async () => {
    const finance = await makeActor(test.db, 'university', ['finance'])
    await editBankAccount(testContext(test.db, finance), account)
    const stranger = await makeActor(test.db, 'company', ['finance'])
    expect((await getPayoutAccount(testContext(test.db, stranger))).account).toBeNull()
    const pending = await makeActor(test.db, 'company', ['finance'], 'pending')
    const early = async () => editBankAccount(testContext(test.db, pending), account)
    await expect(early()).rejects.toMatchObject({ code: 'organization.not_verified' })
  })

  it('names each field that is wrong', async () => {
    const finance = await makeActor(test.db, 'university', ['finance'])
    const wrong = async () =>
      editBankAccount(testContext(test.db, finance), { holder: ' ', bank: '', accountNumber: '12-x' })
    await expect(wrong()).rejects.toMatchObject({
      code: 'payment.invalid',
      details: { problems: [{ path: 'holder' }, { path: 'bank' }, { path: 'accountNumber' }] },
    })
  })
})
