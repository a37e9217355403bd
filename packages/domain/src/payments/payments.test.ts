import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { IMPLIED_TITLE_NAMES, isCodeOf } from '../codes/index.ts'
import { sumFen } from '../index.ts'
import {
  addPostings,
  type Balances,
  feeReturned,
  isBalanced,
  NO_BALANCES,
  type Posting,
  postDue,
  postOffset,
  postPayout,
  postReceipt,
  postRefund,
  postWaiver,
  reminderOn,
  royaltyOf,
  scheduleOfTerms,
  scheduleProblems,
  summarise,
  technologyShare,
} from './index.ts'

const DUE = 'due-1'
const fen = (max = 1_000_000_000_000) => fc.integer({ min: 1, max })

type Step = { kind: 'due' | 'bank' | 'stripe' | 'refund' | 'waive' | 'offset'; amountFen: number }
const steps = fc.array(
  fc.record({
    kind: fc.constantFrom<Step['kind']>('due', 'bank', 'stripe', 'refund', 'waive', 'offset'),
    amountFen: fen(),
  }),
  { maxLength: 40 },
)

/** Plays a step as the services would: nothing goes back that has not come, nothing is settled beyond itself. */
const play = ({ kind, amountFen }: Step, balances: Balances): Posting[] => {
  const outstandingFen = balances.receivable
  const creditFen = -balances.overpaid
  if (kind === 'due') return [postDue(DUE, amountFen)]
  if (kind === 'bank') return [postReceipt({ dueId: DUE, channel: 'bank', amountFen, outstandingFen })]
  if (kind === 'stripe') {
    return [
      postReceipt({ dueId: DUE, channel: 'stripe', amountFen, outstandingFen }),
      postPayout(amountFen, Math.floor(amountFen / 100)),
    ]
  }
  if (kind === 'waive') return [postWaiver(DUE, outstandingFen)]
  if (kind === 'offset') return [postOffset(DUE, Math.min(creditFen, outstandingFen))]
  const back = Math.min(amountFen, balances.received_bank)
  return back > 0
    ? [postRefund({ channel: 'bank', amountFen: back, creditFen, fromPayoutFen: 0, fromFeeFen: 0 })]
    : []
}

describe('the ledger', () => {
  it('is balanced after whatever happens, and owes neither side more than there is', () => {
    fc.assert(
      fc.property(steps, (history) => {
        let balances = NO_BALANCES
        let refundedFen = 0
        let receivedFen = 0
        for (const step of history) {
          const postings = play(step, balances)
          expect(postings.every(isBalanced)).toBe(true)
          if (step.kind === 'refund') refundedFen += Math.min(step.amountFen, balances.received_bank)
          if (step.kind === 'bank' || step.kind === 'stripe') receivedFen += step.amountFen
          balances = addPostings(balances, postings)
        }
        expect(sumFen(Object.values(balances))).toBe(0)
        expect(balances.receivable).toBeGreaterThanOrEqual(0)
        expect(balances.overpaid).toBeLessThanOrEqual(0)
        const summary = summarise(balances, refundedFen)
        expect(summary.receivedFen).toBe(receivedFen)
        expect(summary.receivedFen - summary.refundedFen).toBe(
          summary.dueFen - summary.outstandingFen - balances.refunded + summary.overpaidFen,
        )
      }),
    )
  })

  it('gives a fee back by parts that make up the whole', () => {
    fc.assert(
      fc.property(fen(), fc.array(fen(), { maxLength: 8 }), (amountFen, parts) => {
        const fee = Math.floor(amountFen / 50)
        let back = 0
        let gone = 0
        for (const part of [...parts, amountFen]) {
          const next = Math.min(amountFen, gone + part)
          back += feeReturned(fee, amountFen, next) - feeReturned(fee, amountFen, gone)
          gone = next
        }
        expect(back).toBe(fee)
      }),
    )
  })
})

describe('a schedule', () => {
  const frame = { contractAmountFen: 1000, royalty: false }
  const line = { kind: 'instalment' as const, title: '余款', amountFen: 1000, dueOn: null }

  it('makes up the contract amount, deposits aside', () => {
    const deposit = { ...line, kind: 'deposit' as const, amountFen: 300 }
    expect(scheduleProblems([line, deposit], frame)).toEqual([])
    expect(scheduleProblems([{ ...line, amountFen: 999 }], frame)).toMatchObject([
      { code: 'payment.below_contract_amount' },
    ])
    expect(scheduleProblems([{ ...line, amountFen: 999 }], { ...frame, royalty: true })).toEqual([])
    expect(scheduleProblems([line, line], frame)).toMatchObject([{ code: 'payment.over_contract_amount' }])
    expect(scheduleProblems([{ ...line, kind: 'upfront' }], frame)).toMatchObject([{ path: 'lines.0.dueOn' }])
  })

  it('follows from any terms, and fits them', () => {
    fc.assert(
      fc.property(fen(), fc.integer({ min: 0 }), fc.boolean(), (contractAmountFen, upfrontFen, royalty) => {
        const terms = { upfrontFen, royaltyRatePercent: royalty ? 3 : null }
        const basis = { contractAmountFen, effectiveOn: '2026-03-01', upfrontDays: 30 }
        const lines = scheduleOfTerms(terms, basis)
        expect(scheduleProblems(lines, { contractAmountFen, royalty })).toEqual([])
        expect(lines.filter(({ title }) => !isCodeOf(IMPLIED_TITLE_NAMES, title))).toEqual([])
      }),
    )
  })
})

it('a royalty is rounded half up to the fen', () => {
  expect(royaltyOf(10_000, 2.5)).toBe(250)
  expect(royaltyOf(30, 2.5)).toBe(1)
  expect(royaltyOf(20, 2.5)).toBe(1)
  expect(royaltyOf(19, 2.5)).toBe(0)
})

it('the technical parts of receipts make up the technology amount, whatever the receipts are', () => {
  fc.assert(
    fc.property(fen(), fc.array(fen(), { maxLength: 10 }), (contractAmountFen, receipts) => {
      const technologyAmountFen = Math.ceil(contractAmountFen * 0.7)
      let receivedBeforeFen = 0
      let technical = 0
      for (const amountFen of [...receipts, contractAmountFen]) {
        technical += technologyShare(amountFen, { contractAmountFen, technologyAmountFen, receivedBeforeFen })
        receivedBeforeFen += amountFen
      }
      expect(technical).toBe(technologyAmountFen)
    }),
  )
})

it('payers are reminded before and after the day', () => {
  expect(reminderOn('2026-03-10', '2026-03-03')).toBe(7)
  expect(reminderOn('2026-03-10', '2026-03-04')).toBeNull()
  expect(reminderOn('2026-03-10', '2026-03-17')).toBe(-7)
})
