import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../index.ts'
import { type ObligationFacts, obligationReminder, obligationsOf } from './index.ts'

const FACTS: ObligationFacts = {
  today: '2026-06-10',
  terms: { royaltyRatePercent: 2.5, reports: 'quarterly', knowHowDays: 5 },
  subType: 'XK_PATENT',
  effectiveOn: '2026-03-01',
  endsOn: '2031-02-28',
  over: false,
  dues: [
    { id: 'a', title: '首付款', dueOn: '2026-03-31', settled: true },
    { id: 'b', title: '余款', dueOn: null, settled: false },
  ],
  fees: [{ rightId: 'r', of: '202110000001.5', patentYear: 7, dueOn: '2026-08-01' }],
  registeredOn: null,
  applicant: 'seller',
  marks: new Map(),
}
const of = (changes: Partial<ObligationFacts>, kind: string) =>
  obligationsOf({ ...FACTS, ...changes }).filter((each) => each.kind === kind)

describe('obligations after signing', () => {
  it('a patent licence is filed within three months of taking effect', () => {
    expect(of({}, 'licence_filing')).toMatchObject([
      { dueOn: '2026-06-01', state: 'overdue', side: 'seller' },
    ])
    const marks = new Map([['licence_filing', '2026-05-20']])
    expect(of({ marks }, 'licence_filing')).toMatchObject([{ state: 'done', doneOn: '2026-05-20' }])
    expect(of({ subType: 'XK_SOFTWARE' }, 'licence_filing')).toEqual([])
  })

  it('reports follow the periods that have begun, as often as agreed', () => {
    expect(of({}, 'royalty_report').map(({ key, dueOn }) => [key, dueOn])).toEqual([
      ['royalty_report:2026-05-31', '2026-06-30'],
      ['royalty_report:2026-08-31', '2026-09-30'],
    ])
    expect(of({ terms: { royaltyRatePercent: null } }, 'royalty_report')).toEqual([])
    expect(of({ terms: { royaltyRatePercent: 1 } }, 'royalty_report')).toHaveLength(1)
  })

  it('payments, fees and the registration follow the market’s records', () => {
    expect(of({}, 'payment').map(({ state }) => state)).toEqual(['done', 'open'])
    expect(of({}, 'patent_fee')).toMatchObject([{ dueOn: '2026-08-01', state: 'open' }])
    expect(of({ registeredOn: '2026-04-01' }, 'registration')).toMatchObject([{ state: 'done' }])
    expect(of({ over: true }, 'licence_filing')).toMatchObject([{ state: 'open' }])
  })

  it('the decision to go on using it falls on the last day without a fee; reports begin after it', () => {
    const useFirst = { graceMonths: 12, parts: null, everyMonths: null }
    const later = { terms: { ...FACTS.terms, useFirst } }
    expect(of({}, 'use_decision')).toEqual([])
    expect(of(later, 'use_decision')).toMatchObject([{ side: 'buyer', dueOn: '2027-02-28', state: 'open' }])
    expect(of(later, 'royalty_report')).toEqual([])
    const after = { ...later, today: '2027-03-10' }
    expect(of(after, 'use_decision')).toMatchObject([{ state: 'done', doneOn: '2027-02-28' }])
    expect(of(after, 'royalty_report').map(({ key }) => key)).toEqual(['royalty_report:2027-05-31'])
  })

  it('each has a name of its own, a source, and is overdue only after its day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2500 }),
        fc.constantFrom('quarterly', 'half_yearly', 'yearly', 'none'),
        (days, every) => {
          const today = addDays('2026-03-01', days)
          const all = obligationsOf({ ...FACTS, today, terms: { ...FACTS.terms, reports: every } })
          expect(new Set(all.map(({ key }) => key)).size).toBe(all.length)
          for (const { dueOn, state, source } of all) {
            expect(source.basis.zh).not.toBe('')
            if (state === 'overdue') expect(dueOn !== null && dueOn < today).toBe(true)
          }
        },
      ),
    )
  })

  it('somebody is reminded on a few days around the day', () => {
    const [filing] = of({}, 'licence_filing')
    if (!filing) throw new Error('no filing')
    expect(obligationReminder(filing, '2026-05-25')).toBe(7)
    expect(obligationReminder(filing, '2026-05-26')).toBeNull()
    expect(obligationReminder(filing, '2026-06-02')).toBe(-1)
  })
})
