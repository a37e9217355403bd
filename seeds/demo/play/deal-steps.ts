import { addDays, type CalendarDate, shanghaiDateOf } from '@market/domain'
import { findCode, labelOf, PLAN_INDUSTRIES, TRANSFER_MODES } from '@market/domain/codes'
import { suggestEnd } from '@market/domain/contracts'
import { isLicence } from '@market/domain/licensing'
import { regimeFor, typeOfSubType } from '@market/domain/regimes'
import {
  acceptOffer,
  attachSignedFile,
  editContract,
  entrustContract,
  makeContractReady,
  signContract,
} from '@market/services/contracts'
import { acceptRequest, createRequest, makeOffer } from '@market/services/licensing'
import { DEMO_DEALS, type DemoDeal } from '../deals/index.ts'
import { DEMO_LISTINGS } from '../listings/index.ts'
import { type DealAct, planDeal, termOf } from './deal-plan.ts'
import { fenOf } from './listing-steps.ts'
import { postDealNotice } from './notice-steps.ts'
import { aftermathSteps, REGISTRATION_ACTS } from './registration-acts.ts'
import { termsOf } from './request-steps.ts'
import type { Stage, Step } from './stage.ts'
import { agreeOnText, signHere } from './text-steps.ts'

const listingOf = ({ listing: key }: DemoDeal) => {
  const listing = DEMO_LISTINGS.find((each) => each.key === key)
  if (!listing) throw new Error(`There is no listing ${key}.`)
  return listing
}

const scopeOf = (deal: DemoDeal) => ({
  mode: deal.mode,
  fieldOfUse: findCode(PLAN_INDUSTRIES, listingOf(deal).industry)?.zh ?? deal.title,
  territory: isLicence(deal.mode) ? '全国' : '广西',
  termMonths: termOf(deal),
})

const sides = (stage: Stage, deal: DemoDeal) => ({
  seller: () => stage.member(listingOf(deal).owner, 'negotiator'),
  buyer: () => stage.member(deal.buyer, 'negotiator'),
})

/** What the seller asks first, where the price is bargained over: a tenth more. */
const askingWan = ({ contractWan }: DemoDeal): number => Math.round(contractWan * 110) / 100

const request = async (stage: Stage, deal: DemoDeal): Promise<void> => {
  const { mode, ...scope } = scopeOf(deal)
  const how = labelOf(TRANSFER_MODES, mode, 'zh-CN')
  const { id } = await createRequest(sides(stage, deal).buyer(), {
    ...scope,
    listingId: stage.idOf(`listing ${deal.listing}`),
    transferMode: mode,
    offerFen: fenOf(deal.contractWan),
    message: `我单位拟开展“${deal.title}”，希望以${how}方式合作，请安排洽谈。`,
  })
  stage.remember(`request ${deal.key}`, id)
}

const offer = async (
  stage: Stage,
  deal: DemoDeal,
  by: 'seller' | 'buyer',
  totalWan: number,
): Promise<void> => {
  const { id } = await makeOffer(sides(stage, deal)[by](), {
    requestId: stage.idOf(`request ${deal.key}`),
    terms: termsOf(scopeOf(deal), totalWan),
    note: '',
  })
  stage.remember(`offer ${deal.key}`, id)
}

const agree = async (stage: Stage, deal: DemoDeal, by: 'seller' | 'buyer'): Promise<void> => {
  const { id } = await acceptOffer(sides(stage, deal)[by](), {
    requestId: stage.idOf(`request ${deal.key}`),
    offerId: stage.idOf(`offer ${deal.key}`),
  })
  stage.remember(`contract ${deal.key}`, id)
}

const typeFields = ({ subType }: DemoDeal, signedOn: CalendarDate) => {
  if (!subType) return {}
  const type = typeOfSubType(regimeFor(signedOn), subType)
  if (!type) throw new Error(`${subType} has no type on ${signedOn}.`)
  return { type, subType }
}

const settle = async (stage: Stage, deal: DemoDeal, signedOn: CalendarDate): Promise<void> => {
  const seller = sides(stage, deal).seller()
  const id = stage.idOf(`contract ${deal.key}`)
  const { revision } = await editContract(seller, {
    id,
    revision: 1,
    title: deal.title,
    contractAmountFen: fenOf(deal.contractWan),
    technologyAmountFen: fenOf(deal.technologyWan),
    signedOn,
    effectiveOn: signedOn,
    endsOn: suggestEnd(deal.mode, signedOn, termOf(deal), listingOf(deal).rights),
    ...typeFields(deal, signedOn),
  })
  if (deal.signedHere) await agreeOnText(seller, sides(stage, deal).buyer(), id)
  await makeContractReady(seller, { id, revision })
}

/** Both bring the same file, or sign the text they wrote here; the seller confirms first. */
const signFirst = async (stage: Stage, deal: DemoDeal): Promise<void> => {
  const id = stage.idOf(`contract ${deal.key}`)
  const { seller, buyer } = sides(stage, deal)
  if (deal.signedHere) return signHere(stage, seller(), id)
  for (const side of [seller(), buyer()]) {
    const file = await stage.upload(side, `${deal.title}.pdf`, 'contract_text', `Sample contract ${deal.key}`)
    await attachSignedFile(side, { id, fileId: file.id })
  }
  await signContract(seller(), id)
}

const signSecond = async (stage: Stage, deal: DemoDeal): Promise<void> => {
  const id = stage.idOf(`contract ${deal.key}`)
  const buyer = sides(stage, deal).buyer()
  if (deal.signedHere) await signHere(stage, buyer, id)
  else await signContract(buyer, id)
}

type Acts = Record<DealAct, (stage: Stage, deal: DemoDeal) => Promise<unknown>>

const actsOf = (bargained: boolean, signingDay: () => CalendarDate, noticeBy: CalendarDate | null): Acts => ({
  request,
  accept: (stage, deal) => acceptRequest(sides(stage, deal).seller(), stage.idOf(`request ${deal.key}`)),
  offer: (stage, deal) => offer(stage, deal, 'seller', bargained ? askingWan(deal) : deal.contractWan),
  counter: (stage, deal) => offer(stage, deal, 'buyer', deal.contractWan),
  agree: (stage, deal) => agree(stage, deal, bargained ? 'seller' : 'buyer'),
  post_notice: (stage, deal) => postDealNotice(stage, deal, noticeBy),
  settle: (stage, deal) => settle(stage, deal, signingDay()),
  sign_first: signFirst,
  sign_second: signSecond,
  entrust: (stage, deal) =>
    entrustContract(sides(stage, deal).seller(), {
      id: stage.idOf(`contract ${deal.key}`),
      agencyId: stage.idOf(`organization ${deal.agency}`),
    }),
  ...REGISTRATION_ACTS,
})

/** A notice posted so long before the signing has ended by then. */
const DAYS_OF_NOTICE = 16

const stepsOf = (
  stage: Stage,
  deal: DemoDeal,
  index: number,
  realDay: (written: CalendarDate) => CalendarDate,
): Step[] => {
  const plan = planDeal(deal, index, realDay)
  const signing = plan.find(({ act }) => act === 'sign_first')?.on
  const signingDay = () => (signing ? realDay(signing) : shanghaiDateOf(stage.now()))
  const acts = actsOf(
    plan.some(({ act }) => act === 'counter'),
    signingDay,
    signing ? addDays(realDay(signing), -DAYS_OF_NOTICE) : null,
  )
  const start = (index * 13) % 240
  return [
    ...plan.map(
      ({ act, on }, place): Step => ({ on, minute: start + place * 15, run: () => acts[act](stage, deal) }),
    ),
    ...aftermathSteps(stage, deal),
  ]
}

/** From the request to the register, as the people of both sides, the agency and the registrars. */
export const dealSteps = (stage: Stage, realDay: (written: CalendarDate) => CalendarDate): Step[] =>
  DEMO_DEALS.flatMap((deal, index) => stepsOf(stage, deal, index, realDay))
