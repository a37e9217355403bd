import { signedPdf } from './signed-pdf.ts'
import { expect, type Known, type People, type Step } from './step.ts'

export interface NegotiatedDeal {
  /** A listing without a stated price. */
  listing: object
  terms: { totalFen: number } & Record<string, unknown>
}

const agree = async ({ university, operator, company }: People, { listing, terms }: NegotiatedDeal) => {
  const posted = await university.post<{ id: string }>('/api/listings', { ...listing })
  await university.post(`/api/listings/${posted.id}/submit`)
  await operator.post(`/api/listings/${posted.id}/publish`)
  const { totalFen, upfrontFen: _upfront, ...scope } = terms
  const wish = { listingId: posted.id, ...scope, offerFen: totalFen, message: '希望商定价格后取得许可。' }
  const request = await company.post<{ id: string }>('/api/requests', wish)
  await university.post(`/api/requests/${request.id}/accept`)
  const made = await university.post<{ offers: { id: string }[] }>(`/api/requests/${request.id}/offers`, {
    terms,
  })
  const agreed = await company.post<{ contractId: string }>(
    `/api/requests/${request.id}/offers/${made.offers[0]?.id}/accept`,
  )
  return `/api/contracts/${agreed.contractId}`
}

/** A price that was talked about stands in a public notice first; nobody signs before its end. */
export const noticeSteps = (people: People, known: Known, deal: NegotiatedDeal): Step[] => [
  {
    name: 'university: post the notice of a negotiated price',
    play: async () => {
      const { university, company } = people
      const contract = await agree(people, deal)
      const { revision } = await university.get<{ revision: number }>(contract)
      const edited = await university.patch<{ revision: number }>(contract, {
        revision,
        technologyAmountFen: deal.terms.totalFen,
      })
      await university.post(`${contract}/notice`, {
        summary: '剑麻纤维板材的第二项许可',
        relatedParty: false,
      })
      await university.post(`${contract}/ready`, { revision: edited.revision })
      const pdf = signedPdf(`Licence contract ${known.contract} second`)
      for (const side of [university, company]) {
        const file = await side.upload<{ id: string }>('contract_text', '合同.pdf', pdf)
        await side.post(`${contract}/files`, { fileId: file.id })
      }
      await company.confirm()
      const early = await company.refusal('POST', `${contract}/sign`, {})
      expect(early.code === 'contract.notice_running', `signing answered ${early.code}`)
      return `on show; signing before its end is refused (${early.code})`
    },
  },
]
