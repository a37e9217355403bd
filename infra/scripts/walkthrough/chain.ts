import { randomInt } from 'node:crypto'
import { patentCheckDigit } from '@market/domain/identifiers'
import { DEMO_PASSWORD } from '../../../seeds/demo/accounts.ts'
import { Person } from './client.ts'
import { noticeSteps } from './notice-steps.ts'
import { paymentSteps } from './payment-steps.ts'
import { attachConfidentialFile, secrecySteps } from './secrecy-steps.ts'
import { signedPdf } from './signed-pdf.ts'
import { eventually, expect, type Known, type Step } from './step.ts'

const AMOUNT_FEN = 88_000_000
const TECHNOLOGY_FEN = 80_000_000

export interface Chain {
  steps: Step[]
  /** Turnover of the year in fen, before and after. */
  turnover(): { before: number; after: number }
}

interface Found {
  items: { id: string }[]
}

const patentDigits = (): string => `20231${String(randomInt(10_000_000)).padStart(7, '0')}`

const patentNumber = (): string => {
  const digits = patentDigits()
  return `ZL${digits}.${patentCheckDigit(digits)}`
}

/** A complete listing with one patent. */
export const listingOf = (mark: string, number: string) => ({
  kind: 'granted_patent',
  titleZh: `剑麻纤维增强低碳胶凝板材（${mark}）`,
  titleEn: `Sisal-fibre reinforced low-carbon binder board (${mark})`,
  summaryZh: '用剑麻短纤维与锰渣基胶凝材料压制的墙板，免蒸养，七天达到出厂强度。',
  summaryEn:
    'Wall board pressed from short sisal fibre and a binder made of manganese slag; no steam curing, full strength in seven days.',
  problemZh: '电解锰渣堆存占地，普通水泥墙板生产能耗高、易开裂。',
  problemEn: 'Manganese slag heaps take land, and ordinary cement boards need much energy and crack.',
  advantageZh: '与市售纤维水泥板相比，吨能耗降低约四成，抗折强度提高 25%。',
  advantageEn:
    'Against boards on the market: about 40 % less energy per tonne and 25 % more flexural strength.',
  applicationsZh: '装配式建筑隔墙、市政围挡、吸声构件。',
  applicationsEn: 'Partition walls of prefabricated buildings, hoardings, sound-absorbing panels.',
  maturityLevel: 6,
  maturityEvidenceZh: '年产两万平方米中试线连续运行三个月，附第三方检测报告。',
  maturityEvidenceEn: 'A pilot line of 20,000 m2 a year ran for three months; third-party test report.',
  technicalField: '05',
  planIndustry: 'building_materials',
  industryClass: '30',
  ipcSymbols: ['C04B 28/08'],
  transferModes: ['ordinary_licence'],
  priceMode: 'fixed',
  priceFen: AMOUNT_FEN,
  regionCode: '450103',
  rights: [
    {
      kind: 'invention_patent',
      number,
      title: '一种剑麻纤维增强锰渣基板材',
      ownerNames: ['示例权利人'],
      inventorNames: ['韦某', '覃某'],
      filedOn: '2023-05-18',
      grantedOn: '2025-03-04',
    },
  ],
})

const terms = (totalFen: number) => ({
  transferMode: 'ordinary_licence',
  fieldOfUse: '建筑隔墙板',
  territory: '广西壮族自治区',
  termMonths: 36,
  upfrontFen: Math.round(totalFen / 2),
  totalFen,
})

/** The whole chain through the public API, as four people: university, operator, company, agency. */
interface Market {
  url: string
  /** Where it keeps its mails. */
  outbox: string
}

export const createChain = ({ url, outbox }: Market, mark: string): Chain => {
  const people = {
    university: new Person(url, outbox),
    operator: new Person(url, outbox),
    company: new Person(url, outbox),
    filer: new Person(url, outbox),
  }
  const anybody = new Person(url, outbox)
  const { university, operator, company, filer } = people
  const digits = patentDigits()
  const right = patentCheckDigit(digits)
  const wrong = right === '1' ? '2' : '1'
  const known: Known = { listing: '', request: '', contract: '', registration: '', number: '', code: '' }
  const turnover = { before: 0, after: 0 }
  // As the operator, who reads every cell: early in a year the public's may stand on too few contracts.
  const readTurnover = async () =>
    (await operator.get<{ contractAmountFen: number }>('/api/turnover/summary')).contractAmountFen

  const steps: Step[] = [
    {
      name: 'log in as university, operator, company, agency',
      play: async () => {
        for (const [name, person] of Object.entries(people)) {
          await person.logIn(`${name}@example.com`, DEMO_PASSWORD)
        }
        return '4 people'
      },
    },
    {
      name: 'read the indicator',
      play: async () => {
        turnover.before = await readTurnover()
        return `${turnover.before / 100} yuan registered this year`
      },
    },
    {
      name: 'university: post with a wrong patent number',
      play: async () => {
        const draft = await university.refusal(
          'POST',
          '/api/listings',
          listingOf(mark, `ZL${digits}.${wrong}`),
        )
        const problems = (draft.details as { problems?: { path: string; params: { position: number } }[] })
          .problems
        const problem = problems?.find(({ path }) => path === 'rights.0.number')
        expect(problem?.params.position === 16, `the wrong character was not named: ${JSON.stringify(draft)}`)
        return 'refused: character 16 named'
      },
    },
    {
      name: 'university: post and submit',
      play: async () => {
        const listing = await university.post<{ id: string }>(
          '/api/listings',
          listingOf(mark, `ZL${digits}.${right}`),
        )
        known.listing = listing.id
        await attachConfidentialFile(people, known)
        await university.post(`/api/listings/${listing.id}/submit`)
        return listing.id
      },
    },
    {
      name: 'operator: publish',
      play: async () => {
        const listing = await operator.post<{ state: string }>(`/api/listings/${known.listing}/publish`)
        expect(listing.state === 'published', `the listing is ${listing.state}`)
        return 'published'
      },
    },
    ...[
      { language: 'Chinese', q: `剑麻纤维 板材 ${mark}` },
      { language: 'English', q: `sisal fibre board ${mark}` },
      { language: 'patent number', q: `${digits}${right}` },
    ].map(({ language, q }) => ({
      name: `anybody: find by ${language}`,
      play: async () => {
        const ask = async () => {
          const found = await anybody.get<Found>(`/api/search?q=${encodeURIComponent(q)}`)
          return found.items[0]?.id === known.listing ? found : null
        }
        await eventually(ask, `'${q}' does not find the listing first`)
        return `'${q}' finds it first`
      },
    })),
    ...secrecySteps(people, known),
    {
      name: 'company: request a licence',
      play: async () => {
        const { totalFen, upfrontFen: _upfront, ...scope } = terms(AMOUNT_FEN)
        const request = await company.post<{ id: string }>('/api/requests', {
          listingId: known.listing,
          ...scope,
          offerFen: totalFen,
          message: '我们在武鸣建有板材生产线，希望取得三年普通许可。',
        })
        known.request = request.id
        return request.id
      },
    },
    {
      name: 'university: accept for talks and make an offer',
      play: async () => {
        await university.post(`/api/requests/${known.request}/accept`)
        await university.post(`/api/requests/${known.request}/offers`, {
          terms: terms(AMOUNT_FEN + 6_000_000),
        })
        return 'first offer on the table'
      },
    },
    {
      name: 'company: counter; university: accept',
      play: async () => {
        const countered = await company.post<{ offers: { id: string; state: string }[] }>(
          `/api/requests/${known.request}/offers`,
          { terms: terms(AMOUNT_FEN) },
        )
        const open = countered.offers.find((offer) => offer.state === 'open')
        const agreed = await university.post<{ contractId: string | null }>(
          `/api/requests/${known.request}/offers/${open?.id}/accept`,
        )
        expect(agreed.contractId !== null, 'accepting made no contract')
        known.contract = agreed.contractId ?? ''
        return `contract ${known.contract}`
      },
    },
    {
      name: 'university: complete the contract',
      play: async () => {
        const path = `/api/contracts/${known.contract}`
        const draft = await university.get<{ revision: number; type: string; subType: string }>(path)
        expect(draft.type === 'XK', `a licence was typed ${draft.type}`)
        const edited = await university.patch<{ revision: number }>(path, {
          revision: draft.revision,
          technologyAmountFen: TECHNOLOGY_FEN,
        })
        await university.post(`${path}/ready`, { revision: edited.revision })
        return `${draft.type} ${draft.subType}, technology amount ${TECHNOLOGY_FEN / 100} yuan`
      },
    },
    {
      name: 'both: attach the signed file and confirm',
      play: async () => {
        const pdf = signedPdf(`Licence contract ${known.contract}`)
        for (const side of [university, company]) {
          const file = await side.upload<{ id: string }>('contract_text', '合同.pdf', pdf)
          await side.post(`/api/contracts/${known.contract}/files`, { fileId: file.id })
        }
        for (const side of [university, company]) await side.confirm()
        await company.post(`/api/contracts/${known.contract}/sign`)
        const signed = await university.post<{ state: string; signatures: { sha256: string }[] }>(
          `/api/contracts/${known.contract}/sign`,
        )
        expect(['signed', 'in_force'].includes(signed.state), `the contract is ${signed.state}`)
        return `SHA-256 ${signed.signatures[0]?.sha256.slice(0, 16)}… on both sides`
      },
    },
    ...paymentSteps(people, known),
    {
      name: 'university: entrust the agency',
      play: async () => {
        await university.post(`/api/contracts/${known.contract}/entrust`, { agencyId: filer.organizationId })
        return 'entrusted'
      },
    },
    {
      name: 'agency: file for registration',
      play: async () => {
        const filed = await filer.post<{ id: string; problems: unknown[] }>('/api/registrations', {
          contractId: known.contract,
        })
        known.registration = filed.id
        await filer.post(`/api/registrations/${filed.id}/submit`)
        const self = await filer.refusal('POST', `/api/registrations/${filed.id}/accept`, {})
        return `submitted; the filer may not examine (${self.code})`
      },
    },
    {
      name: 'operator: accept and register',
      play: async () => {
        await operator.post(`/api/registrations/${known.registration}/accept`)
        const registered = await operator.post<{
          certificate: { number: string; code: string } | null
        }>(`/api/registrations/${known.registration}/register`)
        expect(registered.certificate !== null, 'registering gave no number')
        known.number = registered.certificate?.number ?? ''
        known.code = registered.certificate?.code ?? ''
        return `number ${known.number}`
      },
    },
    {
      name: 'anybody: verify the certificate',
      play: async () => {
        const path = `/api/certificates/${known.number}`
        const certificate = await anybody.get<{ status: string; contractAmountFen: number }>(
          `${path}?code=${known.code}`,
        )
        expect(certificate.status === 'valid', `the certificate is ${certificate.status}`)
        expect(certificate.contractAmountFen === AMOUNT_FEN, 'the certificate states another amount')
        const qr = await anybody.getText(`${path}/qr.svg?code=${known.code}`)
        expect(qr.includes('<svg'), 'no QR code')
        return 'valid, both amounts and QR code'
      },
    },
    ...noticeSteps(people, known, {
      listing: { ...listingOf(`${mark} II`, patentNumber()), priceMode: 'negotiable', priceFen: null },
      terms: terms(AMOUNT_FEN / 2),
    }),
    {
      name: 'read the indicator again',
      play: async () => {
        turnover.after = await readTurnover()
        const grown = turnover.after - turnover.before
        expect(grown === AMOUNT_FEN, `the turnover grew by ${grown} fen instead of ${AMOUNT_FEN}`)
        return `+${grown / 100} yuan`
      },
    },
  ]
  return { steps, turnover: () => turnover }
}
