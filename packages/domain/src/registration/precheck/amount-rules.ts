import { daysBetween } from '../../index.ts'
import { isLargeContract, regimeFor } from '../../regimes/index.ts'
import {
  BY_APPLICATION,
  BY_SIGNING,
  civilCode,
  courtInterpretation,
  FEE_GUIDANCE,
  MEASURES_2026,
  NATIONAL_FORM,
  PRACTICE,
  recognitionRules,
  SINCE_CIVIL_CODE,
  SINCE_MEASURES_2026,
} from './bases.ts'
import type { PrecheckFacts } from './facts.ts'
import { ALL_STAGES, FORM_STAGES, type PrecheckRule, REVIEW_ONLY, when } from './rule.ts'

const RATE_DAYS = 31
const REASONABLE_SETS = 2
const FEN_PER_YUAN = 100
const LOW_SHARE_PERCENT = 30
const NEAR_THRESHOLD_PERCENT = 95
const USUAL_ROYALTY_PERCENT = 20
const USUAL_OPEN_FEE_FEN = 20_000_000 * FEN_PER_YUAN

const thresholdOf = ({ on }: PrecheckFacts) => regimeFor(on).largeContracts.thresholdFen
const inWholePercent = (part: number, whole: number) => Math.floor((part / whole) * 100)

const isRoyalty = ({ terms, filing }: PrecheckFacts): boolean =>
  terms.royaltyRatePercent !== null ||
  filing?.paymentMethod === 'royalty' ||
  filing?.paymentMethod === 'entry_fee_and_royalty'

const shareOf = ({ contractAmountFen, technologyAmountFen }: PrecheckFacts) =>
  contractAmountFen > 0 ? inWholePercent(technologyAmountFen, contractAmountFen) : 100

/** Both amounts, what lies between them, and the thresholds they meet. */
export const AMOUNT_RULES: readonly PrecheckRule[] = [
  {
    id: 'amounts.all_technology',
    severity: 'informs',
    stages: ALL_STAGES,
    period: BY_SIGNING,
    ...recognitionRules('50, 51'),
    message: {
      zh: '技术交易额等于合同成交额，即合同中没有任何非技术性费用。',
      en: 'The whole sum counts as technology: no equipment, parts or material is in it.',
    },
    todo: {
      zh: '如含设备、仪器、零部件、原材料等费用，请扣除。',
      en: 'Take out equipment, instruments, parts and materials, if there are any.',
    },
    find: ({ type, contractAmountFen, technologyAmountFen }) =>
      when((type === 'KF' || type === 'FW') && contractAmountFen === technologyAmountFen, {
        path: 'technologyAmountFen',
      }),
  },
  {
    id: 'amounts.low_technology_share',
    severity: 'warns',
    stages: ALL_STAGES,
    period: BY_SIGNING,
    ...PRACTICE,
    message: {
      zh: '技术交易额仅占成交额的{share}%，合同主体可能不是技术。',
      en: 'Only {share} % of the sum is technology; the contract may be about something else.',
    },
    todo: {
      zh: '核对合同性质，必要时将设备、工程部分单独订立合同。',
      en: 'Check what the contract is about; sign equipment and works apart where needed.',
    },
    find: (facts) =>
      when(shareOf(facts) < LOW_SHARE_PERCENT, {
        path: 'technologyAmountFen',
        params: { share: shareOf(facts) },
      }),
  },
  {
    id: 'amounts.differ_from_terms',
    severity: 'warns',
    stages: ALL_STAGES,
    period: BY_SIGNING,
    ...PRACTICE,
    message: {
      zh: '成交额与双方达成的条款单（{totalFen}）不一致。',
      en: 'The amount differs from the terms agreed ({totalFen}).',
    },
    todo: {
      zh: '核对金额；确有变更的，附补充约定。',
      en: 'Check the amount; add the supplement where it was changed.',
    },
    find: ({ contractAmountFen, terms: { totalFen } }) =>
      when(contractAmountFen !== totalFen, { path: 'contractAmountFen', params: { totalFen } }),
  },
  {
    id: 'amounts.not_fixed_yet',
    severity: 'warns',
    stages: ALL_STAGES,
    period: BY_SIGNING,
    ...recognitionRules('51'),
    message: {
      zh: '约定提成支付，申请时总额无法确定，所填为估计数。',
      en: 'With a royalty the sum is not fixed yet: the amounts are an estimate.',
    },
    todo: {
      zh: '金额确定后，在办理税收减免或领取奖酬前补充约定并办理变更。',
      en: 'Supplement the contract and enter the change before tax relief or awards are claimed.',
    },
    find: (facts) => when(isRoyalty(facts), { path: 'contractAmountFen' }),
  },
  {
    id: 'amounts.large_contract',
    severity: 'informs',
    stages: ALL_STAGES,
    period: SINCE_MEASURES_2026,
    ...MEASURES_2026,
    message: {
      zh: '技术交易额达到大额标准（{thresholdFen}），需专家评审和第二人复核，期限相应延长。',
      en: 'The technology amount reaches the threshold ({thresholdFen}): expert and second review, and a longer period.',
    },
    todo: {
      zh: '备齐技术说明和金额构成依据。',
      en: 'Have the technical description and the make-up of the sum ready.',
    },
    find: (facts) =>
      when(isLargeContract(regimeFor(facts.on), facts.technologyAmountFen), {
        path: 'technologyAmountFen',
        params: { thresholdFen: thresholdOf(facts) ?? 0 },
      }),
  },
  {
    id: 'amounts.just_under_threshold',
    severity: 'warns',
    stages: REVIEW_ONLY,
    period: SINCE_MEASURES_2026,
    ...MEASURES_2026,
    message: {
      zh: '技术交易额略低于大额标准（{thresholdFen}）。',
      en: 'The technology amount lies just under the threshold ({thresholdFen}).',
    },
    todo: {
      zh: '核对是否为规避复核而拆分或压低金额；必要时主动提请复核。',
      en: 'Check that it was not split or cut to avoid review; a second review may be asked for anyway.',
    },
    find: (facts) => {
      const thresholdFen = thresholdOf(facts) ?? 0
      const share = inWholePercent(facts.technologyAmountFen, thresholdFen || 1)
      const near = thresholdFen > 0 && share >= NEAR_THRESHOLD_PERCENT && share < 100
      return when(near, { path: 'technologyAmountFen', params: { thresholdFen } })
    },
  },
  {
    id: 'amounts.nontechnical_itemised',
    severity: 'informs',
    stages: ['contract'],
    period: SINCE_CIVIL_CODE,
    ...courtInterpretation('14'),
    message: {
      zh: '合同含非技术性款项（{restFen}），应在合同中分项计算。',
      en: 'The contract holds non-technical sums ({restFen}), which it should list item by item.',
    },
    todo: {
      zh: '在合同中列明设备、仪器、材料等各项金额。',
      en: 'List equipment, instruments and materials with their amounts in the contract.',
    },
    find: ({ contractAmountFen, technologyAmountFen }) => {
      const restFen = contractAmountFen - technologyAmountFen
      return when(restFen > 0, { path: 'technologyAmountFen', params: { restFen } })
    },
  },
  {
    id: 'amounts.breakdown_missing',
    severity: 'warns',
    stages: FORM_STAGES,
    period: BY_SIGNING,
    ...courtInterpretation('14'),
    message: {
      zh: '成交额与技术交易额相差{restFen}，没有分项说明。',
      en: '{restFen} of the sum are not technology, and no item says what they are.',
    },
    todo: {
      zh: '填写设备、仪器、零部件、原材料等分项金额。',
      en: 'List equipment, instruments, parts and materials with their amounts.',
    },
    find: ({ contractAmountFen, technologyAmountFen, filing }) => {
      const restFen = contractAmountFen - technologyAmountFen
      const unexplained = filing !== null && filing.nonTechnicalItems.length === 0 && restFen > 0
      return when(unexplained, { path: 'nonTechnicalItems', params: { restFen } })
    },
  },
  {
    id: 'amounts.reasonable_carriers',
    severity: 'informs',
    stages: FORM_STAGES,
    period: BY_SIGNING,
    ...recognitionRules('50'),
    message: {
      zh: '合理数量（成套设备、试验装置一般1至2套）的标的物载体，其直接成本不作为非技术性费用扣除。',
      en: 'A reasonable number of carriers (usually one or two sets) counts as technology and is not taken out.',
    },
    todo: { zh: '仅扣除超出合理数量的部分。', en: 'Take out only what goes beyond that.' },
    find: ({ filing }) =>
      when(filing?.nonTechnicalItems.some(({ kind }) => kind === 'carriers') === true, {
        path: 'nonTechnicalItems',
      }),
  },
  {
    id: 'amounts.many_carriers',
    severity: 'warns',
    stages: FORM_STAGES,
    period: BY_SIGNING,
    ...recognitionRules('50'),
    message: {
      zh: '技术交易额中计入{sets}套载体，超过一般的1至2套。',
      en: '{sets} sets of carriers are counted as technology; one or two are usual.',
    },
    todo: { zh: '超出部分列入非技术性费用。', en: 'Move the rest to the non-technical items.' },
    find: ({ filing }) => {
      const sets = filing?.carrierSets ?? 0
      return when(sets > REASONABLE_SETS, { path: 'carrierSets', params: { sets } })
    },
  },
  {
    id: 'amounts.added_value_missing',
    severity: 'warns',
    stages: FORM_STAGES,
    period: BY_APPLICATION,
    ...NATIONAL_FORM,
    message: {
      zh: '技术转让、许可合同应填写预计新增投入和预计新增产值。',
      en: 'For a transfer or licence the expected added input and output are asked.',
    },
    todo: { zh: '向买方了解后填写；没有的填0。', en: 'Ask the buyer; zero where there is none.' },
    find: ({ type, filing }) =>
      when(
        (type === 'ZR' || type === 'XK') &&
          filing !== null &&
          (filing.addedInputFen === null || filing.addedOutputFen === null),
        { path: 'addedInputFen' },
      ),
  },
  {
    id: 'amounts.rate_of_another_day',
    severity: 'warns',
    stages: FORM_STAGES,
    period: BY_SIGNING,
    ...PRACTICE,
    message: {
      zh: '折算汇率日期（{rateOn}）与签订日期相差超过31天。',
      en: 'The rate is of {rateOn}, more than 31 days from the signing.',
    },
    todo: { zh: '采用签订当日或当月的汇率。', en: 'Use the rate of the signing day or month.' },
    find: ({ filing, signedOn }) => {
      const rateOn = filing?.exchangeRateOn ?? null
      const far = rateOn !== null && signedOn !== null && Math.abs(daysBetween(rateOn, signedOn)) > RATE_DAYS
      return when(far, { path: 'exchangeRateOn', params: { rateOn: rateOn ?? '' } })
    },
  },
  {
    id: 'amounts.royalty_over_guidance',
    severity: 'warns',
    stages: ALL_STAGES,
    period: { by: 'signing', since: '2024-07-01', until: null },
    ...FEE_GUIDANCE,
    message: {
      zh: '提成比例{rate}%高于净销售额20%的一般水平。',
      en: 'A royalty of {rate} % is above the usual 20 % of net sales.',
    },
    todo: { zh: '核对提成基数和比例。', en: 'Check base and rate of the royalty.' },
    find: ({ terms: { royaltyRatePercent } }) =>
      when(royaltyRatePercent !== null && royaltyRatePercent > USUAL_ROYALTY_PERCENT, {
        params: { rate: royaltyRatePercent ?? 0 },
      }),
  },
  {
    id: 'amounts.open_licence_fee_over_guidance',
    severity: 'warns',
    stages: ALL_STAGES,
    period: { by: 'signing', since: '2024-07-01', until: null },
    ...FEE_GUIDANCE,
    message: {
      zh: '开放许可的固定使用费一般不超过2000万元。',
      en: 'A fixed fee for an open licence is usually no more than 20 million yuan.',
    },
    todo: { zh: '核对使用费标准与开放许可声明是否一致。', en: 'Compare the fee with the declaration.' },
    find: ({ terms, contractAmountFen }) =>
      when(terms.transferMode === 'open_licence' && contractAmountFen > USUAL_OPEN_FEE_FEN, {
        path: 'contractAmountFen',
      }),
  },
  {
    id: 'amounts.payment_differs_from_terms',
    severity: 'warns',
    stages: FORM_STAGES,
    period: BY_APPLICATION,
    ...civilCode('846'),
    message: {
      zh: '付款方式与条款单不一致：条款单{agreed}提成。',
      en: 'The payment method differs from the terms, which agree on {agreedEn} royalty.',
    },
    todo: { zh: '按合同约定选择付款方式。', en: 'Choose the payment method the contract states.' },
    find: ({ terms, filing }) => {
      const agreed = terms.royaltyRatePercent !== null
      const stated = filing?.paymentMethod === 'royalty' || filing?.paymentMethod === 'entry_fee_and_royalty'
      const params = { agreed: agreed ? '约定了' : '未约定', agreedEn: agreed ? 'a' : 'no' }
      return when(filing !== null && agreed !== stated, { path: 'paymentMethod', params })
    },
  },
]
