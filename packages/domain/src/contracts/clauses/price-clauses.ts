import { AUDIT_RULES, REPORT_RULES, ROYALTY_BASES } from '../../licensing/index.ts'
import { civilCode, courtInterpretation, recognitionRules } from '../../regimes/index.ts'
import { always, type Clause, type ClauseFacts, ofSubType } from './clause.ts'
import { USE_FIRST_CLAUSE } from './use-first-clause.ts'
import { asWritten, day, label, money, numbered } from './words.ts'

const hasRoyalty = ({ terms }: ClauseFacts): boolean => terms.royaltyRatePercent !== null

const upfrontLine = ({ terms: { upfrontFen } }: ClauseFacts) => {
  const sum = money(upfrontFen)
  return (
    upfrontFen > 0 && {
      zh: `首付款${sum.zh}，甲方于合同生效后三十日内支付。`,
      en: `Upfront: ${sum.en}, within thirty days of the effective day.`,
    }
  )
}

const instalmentLines = ({ terms }: ClauseFacts) =>
  (terms.instalments ?? []).map(({ title, amountFen, on }) => {
    const sum = money(amountFen)
    const name = asWritten(title)
    return on === null
      ? {
          zh: `${name.zh}：${sum.zh}，于该节点达成时支付。`,
          en: `${name.en}: ${sum.en}, when that is reached.`,
        }
      : {
          zh: `${name.zh}：${sum.zh}，于${day(on).zh}前支付。`,
          en: `${name.en}: ${sum.en}, by ${day(on).en}.`,
        }
  })

const restLine = ({ terms, contractAmountFen }: ClauseFacts) => {
  const restFen = contractAmountFen - terms.upfrontFen
  const planned = (terms.instalments ?? []).length > 0
  if (planned || terms.useFirst || terms.royaltyRatePercent !== null || restFen <= 0) return null
  const sum = money(restFen)
  return {
    zh: `余款${sum.zh}，甲方于验收或者收到乙方付款通知后三十日内支付。`,
    en: `The rest, ${sum.en}, within thirty days of acceptance or of Party B’s call for it.`,
  }
}

const royaltyLines = ({ terms }: ClauseFacts) => {
  const { royaltyRatePercent: rate, royaltySteps = [], minimumRoyaltyFen } = terms
  if (rate === null) return []
  const base = label(ROYALTY_BASES, terms.royaltyBase ?? 'net_sales')
  return [
    {
      zh: `提成：按合同产品${base.zh}的${rate}%计算，按年结算，于次年一月三十一日前支付。`,
      en: `Royalty: ${rate} % of the ${base.en.toLowerCase()} of contract products, settled each year and paid by 31 January of the next.`,
    },
    ...royaltySteps.map(({ fromFen, ratePercent }) => ({
      zh: `一年内计算基数超过${money(fromFen).zh}的部分，按${ratePercent}%计算。`,
      en: `On what exceeds ${money(fromFen).en} of the base in a year: ${ratePercent} %.`,
    })),
    minimumRoyaltyFen === undefined
      ? null
      : {
          zh: `每年提成不低于${money(minimumRoyaltyFen).zh}。`,
          en: `At least ${money(minimumRoyaltyFen).en} of royalty a year.`,
        },
  ]
}

/** Price, the part of it that is technology, payment and what makes a royalty countable. */
export const PRICE_CLAUSES: readonly Clause[] = [
  {
    id: 'price',
    heading: { zh: '价款、报酬或者使用费', en: 'Price' },
    applies: always,
    mandatory: true,
    ...recognitionRules('51'),
    reason: {
      zh: '价款、报酬、使用费不明确的不予登记；合同应当写明成交总额和技术交易额。',
      en: 'Without a clear price a contract is not registered; it states the whole sum and the technology amount.',
    },
    body: (facts) => {
      const total = money(facts.contractAmountFen)
      const technology = money(facts.technologyAmountFen)
      return numbered(
        hasRoyalty(facts)
          ? {
              zh: `合同总额（含提成估计数）：${total.zh}。`,
              en: `Whole sum (royalty estimated): ${total.en}.`,
            }
          : { zh: `合同总额：${total.zh}。`, en: `Whole sum: ${total.en}.` },
        { zh: `其中技术交易额：${technology.zh}。`, en: `Of this, technology: ${technology.en}.` },
      )
    },
  },
  {
    id: 'non_technical_items',
    heading: { zh: '非技术性款项', en: 'Non-technical sums' },
    applies: ({ contractAmountFen, technologyAmountFen }) => technologyAmountFen < contractAmountFen,
    mandatory: true,
    ...courtInterpretation('14'),
    reason: {
      zh: '技术合同中的非技术性款项应当分项计算。',
      en: 'Non-technical sums in a technology contract are itemised.',
    },
    body: ({ contractAmountFen, technologyAmountFen }) => {
      const rest = money(contractAmountFen - technologyAmountFen)
      return {
        zh: `合同总额中购置设备、仪器、零部件、原材料等非技术性费用合计${rest.zh}，由双方分项列明并作为合同附件。`,
        en: `Equipment, instruments, parts and materials make up ${rest.en} of the whole sum; both sides list them in an annex.`,
      }
    },
  },
  {
    id: 'payment',
    heading: { zh: '支付方式', en: 'Payment' },
    applies: always,
    mandatory: true,
    ...civilCode('846'),
    reason: {
      zh: '支付方式由当事人约定；约定提成的，应当约定计算方法。',
      en: 'How it is paid is for the parties to say; a royalty needs its method of counting.',
    },
    body: (facts) =>
      numbered(
        facts.terms.useFirst !== undefined && {
          zh: '使用费的起付时间依“先使用后付费”条款。',
          en: 'From when on fees are owed is said under “Use first, pay later”.',
        },
        upfrontLine(facts),
        ...instalmentLines(facts),
        restLine(facts),
        ...royaltyLines(facts),
        { zh: '乙方收款后依法开具发票。', en: 'Party B invoices what it receives.' },
      ),
  },
  USE_FIRST_CLAUSE,
  {
    id: 'reports',
    heading: { zh: '报告与查账', en: 'Reports and audit' },
    applies: (facts) =>
      hasRoyalty(facts) || facts.terms.reports !== undefined || facts.terms.audit !== undefined,
    mandatory: false,
    ...civilCode('846'),
    reason: {
      zh: '约定提成支付的，可以约定查阅有关会计账目的办法。',
      en: 'With a royalty the parties may agree how the books are looked at.',
    },
    body: ({ terms }) => {
      const reports = label(REPORT_RULES, terms.reports ?? 'yearly')
      const audit = label(AUDIT_RULES, terms.audit ?? 'yearly')
      return numbered(
        {
          zh: `甲方向乙方报告合同产品的产销和计提情况：${reports.zh}。`,
          en: `Party A reports on output, sales and royalty: ${reports.en}.`,
        },
        { zh: `乙方查阅账目：${audit.zh}。`, en: `Party B’s right to the books: ${audit.en}.` },
      )
    },
  },
  {
    id: 'equity',
    heading: { zh: '作价入股', en: 'Contribution for shares' },
    applies: ({ terms }) => terms.transferMode === 'equity_contribution',
    mandatory: true,
    ...civilCode('845'),
    reason: {
      zh: '以技术作价投资的，应当写明作价金额和所占股权，否则价款不明确。',
      en: 'Technology brought in for shares needs its value and its share, else the price is unclear.',
    },
    body: ({ terms: { equityPercent }, contractAmountFen }) => {
      const value = money(contractAmountFen)
      return {
        zh: `乙方以本合同技术作价${value.zh}投资于甲方${equityPercent === undefined ? '，所占股权以甲方公司章程和股东名册为准' : `，占甲方注册资本的${equityPercent}%`}；双方依公司法办理评估、出资和变更登记。`,
        en: `Party B brings the technology into Party A at a value of ${value.en}${equityPercent === undefined ? ', for the share stated in Party A’s articles and register of shareholders' : `, for ${equityPercent} % of its registered capital`}; both sides see to valuation, contribution and entry under the Company Law.`,
      }
    },
  },
  {
    id: 'broker_costs',
    heading: { zh: '中介费用', en: 'Costs of brokerage' },
    applies: ofSubType('FW_BROKERAGE'),
    mandatory: true,
    ...courtInterpretation('39、40、41'),
    reason: {
      zh: '未约定的，活动费用由中介人负担；未促成合同成立的，不得请求支付报酬。',
      en: 'Unsaid, the broker bears its costs; without a contract concluded there is no fee.',
    },
    body: () => ({
      zh: '乙方促成甲方与第三人订立技术合同的，甲方按本合同支付报酬；未促成的，乙方不得请求报酬。乙方从事中介活动的费用由乙方负担。',
      en: 'Party A pays the fee once Party B has brought about a technology contract with a third party, and not otherwise. Party B bears the costs of its activity.',
    }),
  },
]
