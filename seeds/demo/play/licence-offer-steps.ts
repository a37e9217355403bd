import { paymentDues } from '@market/database/schema'
import { shanghaiDateOf } from '@market/domain'
import type { LicenceOfferTerms } from '@market/domain/licensing'
import { publishLicenceOffer, takeLicence } from '@market/services/contracts'
import { confirmTransfer, openSchedule, submitTransfer } from '@market/services/payments'
import { eq } from 'drizzle-orm'
import { fenOf } from './listing-steps.ts'
import type { Stage, Step } from './stage.ts'

const CLICK: LicenceOfferTerms = {
  kind: 'click',
  fieldOfUse: '工厂设备数据采集',
  territory: '全国',
  conditionsZh: '被许可方每年向许可方通报一次部署数量。',
  conditionsEn: 'Once a year the licensee tells the licensor how many copies are in use.',
  tiers: [
    { tier: 'research', feeFen: fenOf(1), termMonths: 12 },
    { tier: 'small_firm', feeFen: fenOf(6), termMonths: 24 },
    { tier: 'standard', feeFen: fenOf(26), termMonths: 36 },
  ],
  knowHow: { trainingDays: 2, samples: '', drawings: '接口手册与部署脚本', feeFen: fenOf(3) },
}

const OPEN: LicenceOfferTerms = {
  kind: 'open',
  fieldOfUse: '小型挖掘机液压系统',
  territory: '全国',
  conditionsZh: '',
  conditionsEn: '',
  tiers: [{ tier: 'open', feeFen: fenOf(3), termMonths: 36 }],
  knowHow: null,
}

const publish = async (
  stage: Stage,
  owner: string,
  listing: string,
  terms: LicenceOfferTerms,
  evaluationReport = '',
): Promise<void> => {
  const { id } = await publishLicenceOffer(stage.member(owner, 'signatory'), {
    ...terms,
    listingId: stage.idOf(`listing ${listing}`),
    evaluationReport,
    consents: [],
  })
  stage.remember(`licence offer ${listing}`, id)
}

const take = async (stage: Stage, buyer: string, tier: 'small_firm' | 'standard'): Promise<void> => {
  const tools = { ...stage.files, printPages: stage.printPages }
  const { contract } = await takeLicence(stage.member(buyer, 'signatory'), tools, {
    offerId: stage.idOf('licence offer edge-collector'),
    tier,
    withKnowHow: tier === 'standard',
    stated: tier === 'small_firm',
  })
  await openSchedule(stage.as(null), contract.id)
  stage.remember(`licence of ${buyer}`, contract.id)
}

/** The fee comes in and is found, whereupon the licence holds. */
const pay = async (stage: Stage, buyer: string): Promise<void> => {
  const contractId = stage.idOf(`licence of ${buyer}`)
  const [due] = await stage.db.select().from(paymentDues).where(eq(paymentDues.contractId, contractId))
  if (!due) throw new Error(`Nothing is to be paid under ${contractId}.`)
  const payer = stage.member(buyer, 'finance')
  const slip = await stage.upload(payer, '银行回单.pdf', 'payment_proof', `Sample slip ${buyer}`)
  const { id: paymentId } = await submitTransfer(payer, {
    dueId: due.id,
    amountFen: due.amountFen,
    paidOn: shanghaiDateOf(stage.now()),
    note: '许可费',
    proofFileId: slip.id,
  })
  const found = { paymentId, receivedFen: due.amountFen }
  const { state } = await confirmTransfer(stage.member('qinglan', 'owner'), found)
  if (state === 'awaiting_second') await confirmTransfer(stage.member('qinglan', 'finance'), found)
}

/** Standard terms of which one licence is paid and one is not yet, and an open licence whose declaration is published. */
export const licenceOfferSteps = (stage: Stage): Step[] => [
  { on: '2026-09-08', minute: 90, run: () => publish(stage, 'qinglan', 'edge-collector', CLICK) },
  { on: '2026-10-13', minute: 90, run: () => take(stage, 'mumian', 'standard') },
  { on: '2026-10-15', minute: 90, run: () => pay(stage, 'mumian') },
  { on: '2026-11-17', minute: 90, run: () => take(stage, 'guihai', 'small_firm') },
  {
    on: '2026-11-20',
    minute: 460,
    run: () => publish(stage, 'guihai', 'hydraulic-lock', OPEN, '专利权评价报告 2022-0123（示例）'),
  },
]
