import { shanghaiDateOf } from '@market/domain'
import { signedPdf } from './signed-pdf.ts'
import { eventually, expect, type Known, type People, type Step } from './step.ts'

interface Account {
  dues: { id: string; state: string; outstandingFen: number }[]
  payments: { id: string; state: string }[]
  summary: { receivedFen: number }
}

/** Small enough for one pair of eyes. */
const PAID_FEN = 5_000_000

/** A part of the upfront sum, sent by bank transfer and found by the receiver. */
export const paymentSteps = (people: People, known: Known): Step[] => [
  {
    name: 'company: pay a part by transfer; university: confirm it',
    play: async () => {
      const { university, company } = people
      const path = `/api/contracts/${known.contract}/payments`
      // The worker opens the schedule once both have signed.
      const due = await eventually(async () => {
        const { dues } = await company.get<Account>(path)
        return dues.find(({ outstandingFen }) => outstandingFen >= PAID_FEN) ?? null
      }, 'nothing is due after the signatures')
      const proof = await company.upload<{ id: string }>('payment_proof', '银行回单.pdf', signedPdf('Slip'))
      await company.post(`${path}/dues/${due.id}/transfers`, {
        amountFen: PAID_FEN,
        paidOn: shanghaiDateOf(new Date()),
        proofFileId: proof.id,
      })
      const { payments } = await university.get<Account>(path)
      await university.confirm()
      await university.post(`${path}/${payments[0]?.id}/confirm`, { receivedFen: PAID_FEN })
      const { summary } = await company.get<Account>(path)
      expect(summary.receivedFen === PAID_FEN, `the account states ${summary.receivedFen} fen received`)
      return `${PAID_FEN / 100} yuan received and booked`
    },
  },
]
