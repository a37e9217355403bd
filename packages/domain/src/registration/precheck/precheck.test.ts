import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isCodeOf } from '../../codes/index.ts'
import {
  blockingProblems,
  contractFacts,
  EMPTY_SUPPLEMENT,
  filingFacts,
  fillIn,
  findPrecheckRule,
  PRECHECK_RULES,
  PRECHECK_THEMES,
  type PrecheckFacts,
  type PrecheckFinding,
  type PrecheckStage,
  regimesOfRule,
  registrationProblems,
  runPrecheck,
  themeOf,
} from '../index.ts'

const DEAL = {
  terms: {
    transferMode: 'ordinary_licence',
    exclusivity: 'non_exclusive',
    fieldOfUse: '制糖废水处理',
    territory: '450000',
    termMonths: 60,
    upfrontFen: 20_000_000,
    royaltyRatePercent: null,
    totalFen: 20_000_000,
  },
  listing: { kind: 'granted_patent', priceMode: 'fixed', maturityLevel: 7 },
  rights: [
    {
      kind: 'invention_patent',
      number: '202110000001.5',
      ownerNames: ['甲大学'],
      filedOn: '2021-03-01',
      expiresOn: '2041-02-28',
      legalStatus: 'in_force',
    },
  ],
  seller: { organizationKind: 'university', stateOwned: true },
  buyer: { organizationKind: 'company', stateOwned: false },
  signedFiles: 2,
} as const

const FORM = {
  title: '吸附材料专利实施许可合同',
  type: 'XK',
  subType: 'XK_PATENT',
  contractAmountFen: 20_000_000,
  technologyAmountFen: 20_000_000,
  signedOn: '2026-03-01',
  effectiveOn: '2026-03-02',
  endsOn: '2031-03-01',
  technicalField: '07',
  planIndustry: 'energy_saving_environment',
  ipKind: 'invention_patent',
  sellerKind: '0221',
  buyerKind: '150',
  sellerRegionCode: '450100',
  buyerRegionCode: '450103',
  planSource: 'none',
  paymentMethod: 'lump_sum',
  socioEconomicObjective: '01',
  relatedParties: false,
  ...EMPTY_SUPPLEMENT,
  industryClass: '26',
  sellerIndustryClass: '83',
  buyerIndustryClass: '2614',
  addedInputFen: 0,
  addedOutputFen: 0,
} as const

type Deal = Parameters<typeof filingFacts>[0]
type Form = Parameters<typeof filingFacts>[1]
interface Case {
  deal?: Partial<Deal>
  terms?: Partial<Deal['terms']>
  right?: Partial<Deal['rights'][number]>
  listing?: Partial<Deal['listing']>
  form?: Partial<Form>
  on?: string
  stage?: PrecheckStage
}

const dealOf = ({ deal, terms, right, listing }: Case): Deal => ({
  ...DEAL,
  rights: [{ ...DEAL.rights[0], ...right }],
  ...deal,
  terms: { ...DEAL.terms, ...terms },
  listing: { ...DEAL.listing, ...listing },
})

const factsOf = (example: Case): PrecheckFacts => {
  const { form, on = '2026-03-10', stage = 'filing' } = example
  const whole: Form = { ...FORM, ...form }
  return stage === 'contract'
    ? contractFacts(dealOf(example), whole, on)
    : filingFacts(dealOf(example), whole, on, stage)
}

const COMPANY = { organizationKind: 'company', stateOwned: false } as const

const TEXT = { agreed: false, amountStated: true, left: [], restrictive: [] } as const

/** Under which facts each rule speaks. */
const EXAMPLES: Record<string, Case> = {
  'form.title_missing': { form: { title: ' ' } },
  'form.class_missing': { form: { ipKind: null } },
  'form.date_missing': { stage: 'contract', form: { endsOn: null } },
  'form.amount_not_positive': { form: { technologyAmountFen: 0 } },
  'form.technology_over_contract': { form: { technologyAmountFen: 20_000_001 } },
  'form.effective_before_signed': { form: { effectiveOn: '2026-02-28' } },
  'form.ends_before_effective': { form: { endsOn: '2026-03-01' }, on: '2026-03-01' },
  'form.type_not_in_regime': { form: { type: 'KF' } },
  'form.region_wrong': { form: { buyerRegionCode: '99' } },
  'form.signed_in_future': { on: '2026-02-01' },
  'form.not_yet_effective': { on: '2026-03-01' },
  'form.validity_over': { on: '2031-03-02' },
  'form.licence_beyond_patent': { right: { filedOn: '2006-03-05' } },
  'form.industry_wrong': { form: { industryClass: 'Z' } },
  'form.country_or_currency_unknown': { form: { buyerCountry: '999' as '142' } },
  'form.negative': { form: { carrierSets: -1 } },
  'form.currency_incomplete': { form: { currency: 'USD' } },
  'form.no_foreign_currency': { form: { exchangeRate: '7.1' } },
  'form.rate_wrong': {
    form: { currency: 'USD', currencyAmountCents: 1, exchangeRate: '0', exchangeRateOn: '2026-03-01' },
  },
  'form.equivalent_differs': {
    form: { currency: 'USD', currencyAmountCents: 100, exchangeRate: '7.1', exchangeRateOn: '2026-03-01' },
  },
  'form.breakdown_differs': {
    form: {
      technologyAmountFen: 15_000_000,
      nonTechnicalItems: [{ kind: 'parts', words: '', amountFen: 1 }],
    },
  },
  'form.breakdown_line': { form: { nonTechnicalItems: [{ kind: 'other', words: '', amountFen: 1 }] } },
  'form.other': {},
  'type.differs_from_mode': { form: { type: 'FW', subType: 'FW_GENERAL' } },
  'type.sub_type_missing': { form: { subType: null } },
  'type.not_mastered_yet': { listing: { maturityLevel: 2 } },
  'type.exists_already': { form: { type: 'KF', subType: 'KF_COMMISSIONED' }, listing: { maturityLevel: 9 } },
  'type.joint_needs_joint_work': { form: { type: 'KF', subType: 'KF_JOINT' } },
  'type.public_domain': { right: { legalStatus: 'invalidated' } },
  'type.works_contract': { form: { type: 'FW', subType: 'FW_GENERAL', title: '厂房安装工程服务' } },
  'type.training_excluded': { form: { title: '新员工岗前培训' } },
  'type.named_contract': { form: { title: '设备采购合同' } },
  'type.brokerage_names_contract': { form: { type: 'FW', subType: 'FW_BROKERAGE' } },
  'type.equity_is_transfer': { terms: { transferMode: 'equity_contribution' } },
  'type.application_is_no_patent': { right: { legalStatus: 'pending' } },
  'type.ip_kind_misfits': { form: { ipKind: 'know_how' } },
  'type.conversion_by_analogy': { form: { type: 'KF', subType: 'KF_CONVERSION' } },
  'type.own_conversion': { stage: 'review', deal: { rights: [] }, listing: { kind: 'research_result' } },
  'amounts.all_technology': { form: { type: 'FW', subType: 'FW_GENERAL' } },
  'amounts.low_technology_share': { form: { technologyAmountFen: 5_999_999 } },
  'amounts.differ_from_terms': { terms: { totalFen: 19_000_000 } },
  'amounts.not_fixed_yet': { terms: { royaltyRatePercent: 2 } },
  'amounts.large_contract': {
    form: { contractAmountFen: 600_000_000, technologyAmountFen: 500_000_000 },
  },
  'amounts.just_under_threshold': {
    stage: 'review',
    form: { contractAmountFen: 600_000_000, technologyAmountFen: 499_999_999 },
  },
  'amounts.nontechnical_itemised': { stage: 'contract', form: { technologyAmountFen: 15_000_000 } },
  'amounts.breakdown_missing': { form: { technologyAmountFen: 15_000_000 } },
  'amounts.reasonable_carriers': {
    form: {
      technologyAmountFen: 15_000_000,
      nonTechnicalItems: [{ kind: 'carriers', words: '', amountFen: 5_000_000 }],
    },
  },
  'amounts.many_carriers': { form: { carrierSets: 3 } },
  'amounts.added_value_missing': { form: { addedOutputFen: null } },
  'amounts.rate_of_another_day': {
    form: { currency: 'USD', exchangeRateOn: '2026-01-01' },
  },
  'amounts.royalty_over_guidance': { terms: { royaltyRatePercent: 20.5 } },
  'amounts.open_licence_fee_over_guidance': {
    terms: { transferMode: 'open_licence' },
    form: { contractAmountFen: 2_000_000_001 },
  },
  'amounts.payment_differs_from_terms': { form: { paymentMethod: 'royalty' } },
  'dates.signed_long_ago': { form: { signedOn: '2025-03-01' } },
  'dates.licence_without_end': { form: { endsOn: null } },
  'dates.term_differs_from_terms': { form: { endsOn: '2030-03-01' } },
  'dates.very_long_term': { form: { endsOn: '2046-03-03' } },
  'dates.ends_soon': { form: { endsOn: '2026-04-01' } },
  'dates.application_window': { stage: 'contract' },
  'rights.not_in_force': { right: { legalStatus: 'lapsed' } },
  'rights.number_missing': { right: { number: null } },
  'rights.filing_date_missing': { right: { filedOn: null } },
  'rights.none_named': { deal: { rights: [] } },
  'rights.co_owners': { terms: { transferMode: 'sole_licence' }, right: { ownerNames: ['甲', '乙'] } },
  'rights.transfer_recordal': { form: { type: 'ZR', subType: 'ZR_PATENT' } },
  'rights.licence_filing': {},
  'rights.open_licence_evaluation': {
    terms: { transferMode: 'open_licence' },
    right: { kind: 'utility_model' },
  },
  'rights.expires_within_term': {
    terms: { transferMode: 'technical_service' },
    right: { expiresOn: '2030-01-01' },
  },
  'rights.inventors_first': { form: { type: 'ZR', subType: 'ZR_PATENT' } },
  'material.signed_text_missing': { deal: { signedFiles: 0 } },
  'material.written_form': { stage: 'contract' },
  'material.one_copy_only': { deal: { signedFiles: 1 } },
  'material.objective_missing': { form: { socioEconomicObjective: null } },
  'material.plan_project': { form: { planSource: 'national' } },
  'material.industry_missing': { form: { buyerIndustryClass: null } },
  'material.foreign_text': { form: { buyerCountry: '304' } },
  'material.trade_registration': { form: { buyerCountry: '304' } },
  'material.buyer_applies': { form: { sellerCountry: '304' } },
  'material.seals_match': { stage: 'review' },
  'material.subject_clear': { stage: 'review' },
  'monopoly.improvement': { stage: 'review' },
  'monopoly.other_sources': { stage: 'review' },
  'monopoly.exploitation': { stage: 'review' },
  'monopoly.tie_in': { stage: 'review' },
  'monopoly.supply_sources': { stage: 'review' },
  'monopoly.no_challenge': { stage: 'review' },
  'duties.public_notice': { listing: { priceMode: 'negotiable' } },
  'duties.related_buyer': { form: { relatedParties: true } },
  'duties.reward': {},
  'duties.reward_shares': { terms: { transferMode: 'equity_contribution' } },
  'duties.annual_report': {},
  'text.not_agreed': { stage: 'contract', deal: { text: TEXT } },
  'text.amount_not_stated': { deal: { text: { ...TEXT, amountStated: false } } },
  'text.clause_left_out': {
    stage: 'contract',
    deal: { text: { ...TEXT, left: [{ zh: '保密', en: 'Confidentiality' }] } },
  },
  'text.restrictive_words': {
    deal: { text: { ...TEXT, restrictive: [{ kind: 'improvement', heading: '后续改进' }] } },
  },
  'tax.vat_exemption': {},
  'tax.no_vat_exemption': { form: { type: 'FW', subType: 'FW_GENERAL' } },
  'tax.income_relief': { deal: { seller: COMPANY } },
  'tax.income_beyond_exempt': {
    deal: { seller: COMPANY },
    form: { contractAmountFen: 600_000_000, technologyAmountFen: 500_000_001 },
  },
  'tax.short_licence': { deal: { seller: COMPANY }, form: { endsOn: '2031-02-28' } },
  'tax.related_parties': { form: { relatedParties: true } },
  'tax.public_funds': { form: { planSource: 'national' } },
  'tax.stamp_duty': { stage: 'contract' },
  'tax.certificate_amount': { form: { technologyAmountFen: 18_000_000 } },
}

/** Always said of this deal, whatever its figures. */
const USUAL = ['rights.licence_filing', 'duties.reward', 'duties.annual_report', 'tax.vat_exemption']
const idsOf = (findings: readonly PrecheckFinding[]) => findings.map(({ ruleId }) => ruleId)

describe('the rules', () => {
  it('are many, each with its own id, both languages, a basis and the regimes it holds for', () => {
    expect(PRECHECK_RULES.length).toBeGreaterThanOrEqual(60)
    expect(new Set(PRECHECK_RULES.map(({ id }) => id)).size).toBe(PRECHECK_RULES.length)
    for (const rule of PRECHECK_RULES) {
      const texts = [rule.message, rule.todo, rule.basis].flatMap(({ zh, en }) => [zh, en])
      expect(texts.filter((text) => text.trim() === '')).toEqual([])
      expect(isCodeOf(PRECHECK_THEMES, themeOf(rule))).toBe(true)
      expect(regimesOfRule(rule)).toContain('R2026')
    }
  })

  it('say the same placeholders in both languages', () => {
    const namesIn = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort()
    const languageOnly = ['amounts.payment_differs_from_terms']
    for (const { id, message } of PRECHECK_RULES) {
      if (!languageOnly.includes(id)) expect(namesIn(message.zh)).toEqual(namesIn(message.en))
    }
  })

  it.each(PRECHECK_RULES.filter(({ id }) => id !== 'form.other').map(({ id }) => id))('%s speaks', (id) => {
    const example = EXAMPLES[id]
    expect(example).toBeDefined()
    const findings = runPrecheck(factsOf(example ?? {}))
    expect(idsOf(findings)).toContain(id)
    for (const { ruleId, params } of findings) {
      const message = findPrecheckRule(ruleId)?.message ?? { zh: '', en: '' }
      expect(fillIn(message, params, 'zh-CN')).not.toMatch(/[{}]/)
      expect(fillIn(message, params, 'en')).not.toMatch(/[{}]/)
    }
  })

  it('find nothing to warn of in a sound licence', () => {
    const findings = runPrecheck(factsOf({}))
    expect(idsOf(findings).sort()).toEqual([...USUAL].sort())
    expect(findings.every(({ severity }) => severity === 'informs')).toBe(true)
  })

  it('hold only in their time', () => {
    const old = {
      form: { type: 'ZR', signedOn: '2014-01-05', effectiveOn: '2014-01-05' },
      listing: { priceMode: 'negotiable' },
      on: '2014-02-01',
    } as const
    const ids = idsOf(runPrecheck(factsOf(old)))
    expect(ids).not.toContain('duties.public_notice')
    expect(ids).not.toContain('rights.inventors_first')
    expect(idsOf(runPrecheck(factsOf({ ...old, form: { type: 'ZR' }, on: '2026-03-10' })))).toContain(
      'duties.public_notice',
    )
    const large = { contractAmountFen: 600_000_000, technologyAmountFen: 500_000_000 }
    const before = { ...large, signedOn: '2026-02-01', effectiveOn: '2026-02-01' }
    expect(idsOf(runPrecheck(factsOf({ form: before, on: '2026-02-28' })))).not.toContain(
      'amounts.large_contract',
    )
  })

  it('ask the checklist of the registrar alone', () => {
    const checklist = PRECHECK_RULES.filter((rule) => rule.checklist).map(({ id }): string => id)
    expect(checklist).toHaveLength(8)
    expect(idsOf(runPrecheck(factsOf({ stage: 'review' })))).toEqual(expect.arrayContaining(checklist))
    expect(idsOf(runPrecheck(factsOf({}))).filter((id) => checklist.includes(id))).toEqual([])
  })

  it('write money in the language of the reader', () => {
    const text = { zh: '差{restFen}', en: 'off by {restFen}' }
    expect(fillIn(text, { restFen: 123_456 }, 'zh-CN')).toBe('差1,234.56 元')
    expect(fillIn(text, { restFen: 123_456 }, 'en')).toBe('off by CNY 1,234.56')
  })
})

const days = fc.constantFrom(
  '2014-01-05',
  '2021-06-30',
  '2026-02-28',
  '2026-03-10',
  '2031-03-01',
  '2032-01-01',
)
const formArbitrary = fc.record({
  title: fc.constantFrom('', '吸附材料许可合同', '设备采购合同'),
  type: fc.constantFrom('KF', 'ZR', 'XK', 'ZX', 'FW'),
  subType: fc.constantFrom(null, 'KF_JOINT', 'ZR_PATENT', 'XK_PATENT', 'FW_GENERAL'),
  contractAmountFen: fc.integer({ min: -1, max: 700_000_000 }),
  technologyAmountFen: fc.integer({ min: -1, max: 700_000_000 }),
  signedOn: days,
  effectiveOn: days,
  endsOn: fc.option(days),
  technicalField: fc.constantFrom(null, '07'),
  sellerRegionCode: fc.constantFrom('450100', '990000', '000000', '810000', 'x'),
  sellerCountry: fc.constantFrom('142', '110', '502', 'x'),
  industryClass: fc.constantFrom(null, '26', 'C26', '99', ''),
  currency: fc.constantFrom('CNY', 'USD', 'XXX'),
  currencyAmountCents: fc.option(fc.integer({ min: 0, max: 1_000_000 })),
  exchangeRate: fc.constantFrom(null, '7.1234', '-1', '0'),
  exchangeRateOn: fc.option(days),
  carrierSets: fc.option(fc.integer({ min: -1, max: 4 })),
  nonTechnicalItems: fc.array(
    fc.record({
      kind: fc.constantFrom('parts', 'other'),
      words: fc.constantFrom('', '泵'),
      amountFen: fc.integer({ min: -1, max: 1_000 }),
    }),
    { maxLength: 2 },
  ),
}) as fc.Arbitrary<Partial<Form>>

describe('what blocks', () => {
  it('is what the form’s own rules find, nothing lost and nothing added', () => {
    fc.assert(
      fc.property(formArbitrary, days, fc.constantFrom('filing', 'review'), (form, on, stage) => {
        const facts = factsOf({ form, on, stage, right: { filedOn: null } })
        const findings = runPrecheck(facts)
        const blocking = blockingProblems(findings)
        const told = ({ path, code }: { path: string; code: string }) => `${path} ${code}`
        const own = registrationProblems({ ...FORM, ...form }, on)
        expect(blocking.map(told).sort()).toEqual(own.map(told).sort())
        expect(idsOf(findings)).not.toContain('form.other')
      }),
    )
  })

  it('is never lost for want of a rule that knows it', () => {
    const facts = { ...factsOf({}), problems: [{ path: 'title', code: 'form.unheard_of' }] }
    expect(blockingProblems(runPrecheck(facts))).toEqual([{ path: 'title', code: 'form.unheard_of' }])
    expect(idsOf(runPrecheck(facts))[0]).toBe('form.other')
  })

  it('names where the problem stands and with what', () => {
    expect(blockingProblems(runPrecheck(factsOf({ right: { filedOn: '2006-03-05' } })))).toEqual([
      { path: 'endsOn', code: 'contract.licence_beyond_patent', params: { expiresOn: '2026-03-04' } },
    ])
  })
})
