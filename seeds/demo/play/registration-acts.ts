import type { SocioEconomicObjective, TechnicalField } from '@market/domain/codes'
import { standsInArea } from '@market/domain/registration'
import {
  acceptRegistration,
  cancelRegistration,
  changeRegistration,
  fileRegistration,
  refuseRegistration,
  registerContract,
  requestCorrection,
  revokeRegistration,
  sendToReview,
  submitRegistration,
} from '@market/services/registration'
import type { DemoDeal } from '../deals/index.ts'
import { DEMO_LISTINGS } from '../listings/index.ts'
import { DEMO_OPERATOR, DEMO_ORGANIZATIONS } from '../organizations.ts'
import { fenOf } from './listing-steps.ts'
import type { Stage, Step } from './stage.ts'

const OBJECTIVES: Partial<Record<TechnicalField, SocioEconomicObjective>> = {
  '04': '03',
  '06': '02',
  '07': '01',
  '09': '09',
  '10': '05',
  '11': '06',
}

const objectiveOf = ({ listing }: DemoDeal): SocioEconomicObjective => {
  const field = DEMO_LISTINGS.find(({ key }) => key === listing)?.field
  return (field && OBJECTIVES[field]) ?? '10'
}

const filer = (stage: Stage, { agency }: DemoDeal) => stage.member(agency, 'editor')
/** An agency registers for sellers of its own city; for others the operator does. */
const standsIn = (deal: DemoDeal): boolean => {
  const owner = DEMO_LISTINGS.find(({ key }) => key === deal.listing)?.owner
  const seller = DEMO_ORGANIZATIONS.find(({ key }) => key === owner)
  return seller !== undefined && standsInArea(seller.regionCode, DEMO_OPERATOR.regionCode)
}
/** Who examines a deal's contract first. */
export const registrar = (stage: Stage, deal: DemoDeal) =>
  standsIn(deal) ? stage.member(deal.agency, 'registrar') : stage.member(DEMO_OPERATOR.key, 'owner')
const operator = (stage: Stage) => stage.member(DEMO_OPERATOR.key, 'registrar')
const idOf = (stage: Stage, { key }: DemoDeal) => stage.idOf(`registration ${key}`)

const file = async (stage: Stage, deal: DemoDeal): Promise<void> => {
  const { id } = await fileRegistration(filer(stage, deal), {
    contractId: stage.idOf(`contract ${deal.key}`),
    socioEconomicObjective: objectiveOf(deal),
    planSource: deal.mode === 'joint_development' ? 'city_county' : 'none',
  })
  stage.remember(`registration ${deal.key}`, id)
}

/** A reviewed contract is registered by the operator, any other by the agency's own registrar. */
const register = (stage: Stage, deal: DemoDeal) =>
  registerContract(
    stage.has(`review ${deal.key}`) ? operator(stage) : registrar(stage, deal),
    idOf(stage, deal),
  )

const review = async (stage: Stage, deal: DemoDeal): Promise<void> => {
  await sendToReview(registrar(stage, deal), idOf(stage, deal))
  stage.remember(`review ${deal.key}`, idOf(stage, deal))
}

const CORRECTIONS = [
  { field: 'technologyAmountFen', words: '合同第六条含设备购置费，请据实扣减后重新填写技术交易额。' },
  { field: 'documents', words: '请补充双方盖章清晰的合同扫描件。' },
]

/** The acts of a deal that belong to the register. */
export const REGISTRATION_ACTS = {
  file,
  submit: (stage: Stage, deal: DemoDeal) => submitRegistration(filer(stage, deal), idOf(stage, deal)),
  take_up: (stage: Stage, deal: DemoDeal) => acceptRegistration(registrar(stage, deal), idOf(stage, deal)),
  send_to_review: review,
  register,
  correct: (stage: Stage, deal: DemoDeal) =>
    requestCorrection(registrar(stage, deal), { registrationId: idOf(stage, deal), comments: CORRECTIONS }),
  refuse: (stage: Stage, deal: DemoDeal) =>
    refuseRegistration(registrar(stage, deal), {
      registrationId: idOf(stage, deal),
      reasons: [{ code: 'evidence_missing', words: '未提交评价报告与交付清单，无法判断技术内容。' }],
    }),
}

const amend = (stage: Stage, deal: DemoDeal, aftermath: NonNullable<DemoDeal['aftermath']>) => {
  const registrationId = idOf(stage, deal)
  const { reason } = aftermath
  if (aftermath.entry === 'cancelled') {
    return cancelRegistration(registrar(stage, deal), { registrationId, reason })
  }
  if (aftermath.entry === 'revoked') return revokeRegistration(operator(stage), { registrationId, reason })
  return changeRegistration(registrar(stage, deal), {
    registrationId,
    reason,
    contractAmountFen: fenOf(aftermath.contractWan),
    technologyAmountFen: fenOf(aftermath.technologyWan),
  })
}

/** Changes, cancellations and revocations of what was registered. */
export const aftermathSteps = (stage: Stage, deal: DemoDeal): Step[] => {
  const { aftermath } = deal
  return aftermath ? [{ on: aftermath.on, minute: 420, run: () => amend(stage, deal, aftermath) }] : []
}
