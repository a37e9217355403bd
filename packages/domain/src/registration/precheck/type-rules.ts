import { suggestContractType } from '../../contracts/index.ts'
import { CONTRACT_SUB_TYPES, type ContractType } from '../../regimes/index.ts'
import {
  BY_SIGNING,
  civilCode,
  conversionLaw,
  courtInterpretation,
  PRACTICE,
  recognitionRules,
  SINCE_CIVIL_CODE,
} from './bases.ts'
import type { PrecheckFacts } from './facts.ts'
import { ALL_STAGES, FORM_STAGES, type PrecheckRule, REVIEW_ONLY, when } from './rule.ts'

const HANDS_OVER: readonly ContractType[] = ['ZR', 'XK']
const handsOver = ({ type }: PrecheckFacts): boolean => HANDS_OVER.includes(type)
const dayOf = ({ signedOn, on }: PrecheckFacts) => signedOn ?? on

const suggested = (facts: PrecheckFacts) =>
  suggestContractType(facts.terms.transferMode, facts.listing.kind, dayOf(facts))

const allEnded = ({ rights, ...facts }: PrecheckFacts): boolean =>
  rights.length > 0 &&
  rights.every(
    ({ legalStatus, expiresOn }) =>
      legalStatus === 'lapsed' ||
      legalStatus === 'invalidated' ||
      (expiresOn !== null && expiresOn < (facts.signedOn ?? facts.on)),
  )

const words = (pattern: RegExp, { title }: PrecheckFacts) => {
  const found = pattern.exec(title)?.[0]
  return when(found !== undefined, { path: 'title', params: { words: found ?? '' } })
}

const EARLY_LEVEL = 3
const MATURE_LEVEL = 8

/** Which kinds of intellectual property fit a sub-type; sub-types not named fit all. */
const FITTING_IP: Readonly<Record<string, readonly string[]>> = {
  PATENT: ['invention_patent', 'utility_model', 'design_patent'],
  APPLICATION: ['invention_patent', 'utility_model', 'design_patent'],
  KNOW_HOW: ['know_how'],
  SOFTWARE: ['software_copyright'],
  LAYOUT: ['ic_layout'],
  VARIETY: ['plant_animal_variety', 'biomedical_variety'],
}

const ipMisfits = ({ subType, filing }: PrecheckFacts): boolean => {
  const fitting = subType === null ? undefined : FITTING_IP[subType.slice(3)]
  const ipKind = filing?.ipKind ?? null
  return fitting !== undefined && ipKind !== null && !fitting.includes(ipKind)
}

/** Where one type ends and the next begins. */
export const TYPE_RULES: readonly PrecheckRule[] = [
  {
    id: 'type.differs_from_mode',
    severity: 'warns',
    stages: ALL_STAGES,
    period: BY_SIGNING,
    ...civilCode('843, 851, 862, 878'),
    message: {
      zh: '合同类型与约定的转化方式不一致，按转化方式应为{suggested}。',
      en: 'The type does not follow from the transfer mode, which suggests {suggested}.',
    },
    todo: {
      zh: '按权利义务的实际内容选择类型，或在审核时说明理由。',
      en: 'Choose the type by what the parties really owe, or be ready to explain it.',
    },
    find: (facts) => {
      const { type } = suggested(facts)
      return when(type !== facts.type, { path: 'type', params: { suggested: type } })
    },
  },
  {
    id: 'type.sub_type_missing',
    severity: 'warns',
    stages: ALL_STAGES,
    period: BY_SIGNING,
    ...recognitionRules('4'),
    message: { zh: '未选择合同子类型。', en: 'No sub-type is chosen.' },
    todo: { zh: '选择子类型，统计与税收都以它为准。', en: 'Choose one: statistics and tax depend on it.' },
    find: ({ subType }) => when(subType === null, { path: 'subType' }),
  },
  {
    id: 'type.not_mastered_yet',
    severity: 'warns',
    stages: ALL_STAGES,
    period: SINCE_CIVIL_CODE,
    ...courtInterpretation('17, 22'),
    message: {
      zh: '成果成熟度仅为{level}级：签订时尚未掌握的技术应订立技术开发合同。',
      en: 'The result stands at level {level}: technology not mastered yet is developed, not transferred or licensed.',
    },
    todo: {
      zh: '确认标的为现有、特定的技术方案，否则改为技术开发合同。',
      en: 'Make sure the subject is an existing, specific technology, or make it a development contract.',
    },
    find: (facts) => {
      const { maturityLevel } = facts.listing
      const early = maturityLevel !== null && maturityLevel <= EARLY_LEVEL
      return when(handsOver(facts) && early, { path: 'type', params: { level: maturityLevel ?? 0 } })
    },
  },
  {
    id: 'type.exists_already',
    severity: 'warns',
    stages: ALL_STAGES,
    period: SINCE_CIVIL_CODE,
    ...courtInterpretation('17, 22'),
    message: {
      zh: '标的为已授权专利且成熟度达{level}级，现有技术应订立转让或许可合同。',
      en: 'A granted patent at level {level} exists already: it is transferred or licensed, not developed.',
    },
    todo: {
      zh: '说明合同要研究开发的新技术成果是什么。',
      en: 'State what new result the contract is to develop.',
    },
    find: ({ type, subType, listing: { kind, maturityLevel } }) => {
      const ready = kind === 'granted_patent' && maturityLevel !== null && maturityLevel >= MATURE_LEVEL
      const developed = type === 'KF' && subType !== 'KF_CONVERSION'
      return when(developed && ready, { path: 'type', params: { level: maturityLevel ?? 0 } })
    },
  },
  {
    id: 'type.joint_needs_joint_work',
    severity: 'informs',
    stages: FORM_STAGES,
    period: SINCE_CIVIL_CODE,
    ...courtInterpretation('19'),
    message: {
      zh: '一方仅提供资金、设备、材料等物质条件或承担辅助工作的，属于委托开发。',
      en: 'Where one party gives only money, equipment or auxiliary work, it is commissioned development.',
    },
    todo: {
      zh: '核对双方是否都承担研究开发工作。',
      en: 'Check that both parties take part in the research.',
    },
    find: ({ subType }) => when(subType === 'KF_JOINT', { path: 'subType' }),
  },
  {
    id: 'type.public_domain',
    severity: 'warns',
    stages: ALL_STAGES,
    period: SINCE_CIVIL_CODE,
    ...courtInterpretation('34'),
    message: {
      zh: '所列权利均已终止、无效或到期：已进入公有领域的技术按技术服务处理。',
      en: 'Every right listed has ended: technology in the public domain is a technical service.',
    },
    todo: { zh: '改为技术服务合同，或更换标的。', en: 'Make it a service contract, or name living rights.' },
    find: (facts) => when(handsOver(facts) && allEnded(facts), { path: 'type' }),
  },
  {
    id: 'type.works_contract',
    severity: 'warns',
    stages: ALL_STAGES,
    period: SINCE_CIVIL_CODE,
    ...civilCode('878'),
    message: {
      zh: '名称含“{words}”：技术咨询、技术服务合同不包括承揽合同和建设工程合同。',
      en: 'The title says “{words}”: work and construction contracts are no technical services.',
    },
    todo: {
      zh: '确认合同内容为技术服务，施工、加工部分另行订立。',
      en: 'Make sure technology is what is owed; building and making belong into another contract.',
    },
    find: (facts) =>
      facts.type === 'FW' || facts.type === 'ZX'
        ? words(/施工|安装工程|建设工程|加工承揽|装修|监理/u, facts)
        : [],
  },
  {
    id: 'type.training_excluded',
    severity: 'warns',
    stages: ALL_STAGES,
    period: SINCE_CIVIL_CODE,
    ...courtInterpretation('36'),
    message: {
      zh: '名称含“{words}”：职业培训、文化学习和按照计划进行的在职培训不属于技术培训合同。',
      en: 'The title says “{words}”: vocational, cultural and in-service training is no technical training.',
    },
    todo: {
      zh: '确认培训内容为特定项目的专业技术训练。',
      en: 'Make sure it teaches the special technique of a named project.',
    },
    find: (facts) => words(/职业培训|学历|在职培训|岗前培训|文化课/u, facts),
  },
  {
    id: 'type.named_contract',
    severity: 'warns',
    stages: ALL_STAGES,
    period: BY_SIGNING,
    ...recognitionRules('5'),
    message: {
      zh: '名称含“{words}”：其他有名合同不予登记，单独签订的技术部分除外。',
      en: 'The title says “{words}”: other named contracts are not registered, unless their technology part was signed apart.',
    },
    todo: {
      zh: '将技术部分单独订立合同，或更正合同名称。',
      en: 'Sign the technology part apart, or correct the title.',
    },
    find: (facts) => words(/买卖|采购|购销|租赁|运输|保管|劳务|借款/u, facts),
  },
  {
    id: 'type.brokerage_names_contract',
    severity: 'informs',
    stages: FORM_STAGES,
    period: SINCE_CIVIL_CODE,
    ...courtInterpretation('38-41'),
    message: {
      zh: '技术中介合同应指明所促成的技术合同；费用未约定的由中介人承担。',
      en: 'A brokerage contract names the technology contract it brings about; costs not agreed stay with the broker.',
    },
    todo: {
      zh: '核对所促成的合同及报酬条件。',
      en: 'Check the contract brought about and when the fee is due.',
    },
    find: ({ subType }) => when(subType === 'FW_BROKERAGE', { path: 'subType' }),
  },
  {
    id: 'type.equity_is_transfer',
    severity: 'informs',
    stages: ALL_STAGES,
    period: BY_SIGNING,
    ...recognitionRules('6'),
    message: {
      zh: '技术入股可按技术转让登记，应载明作价金额与股权比例。',
      en: 'Technology contributed for shares may be registered as a transfer, with its value and share stated.',
    },
    todo: { zh: '附评估或作价依据及股权约定。', en: 'Add the valuation and the agreement on the shares.' },
    find: ({ terms }) => when(terms.transferMode === 'equity_contribution', { path: 'type' }),
  },
  {
    id: 'type.application_is_no_patent',
    severity: 'warns',
    stages: ALL_STAGES,
    period: SINCE_CIVIL_CODE,
    ...courtInterpretation('29'),
    message: {
      zh: '标的含尚未授权的专利申请：公开前参照技术秘密许可，授权后才是专利实施许可。',
      en: 'A right is still an application: until published it is licensed like know-how, as a patent only once granted.',
    },
    todo: {
      zh: '在合同中写明申请号、公开状态及授权、驳回后的处理。',
      en: 'State number, publication and what happens on grant or refusal.',
    },
    find: ({ subType, rights }) =>
      when(
        (subType === 'XK_PATENT' || subType === 'ZR_PATENT') &&
          rights.some(({ kind, legalStatus }) => kind === 'patent_application' || legalStatus === 'pending'),
        { path: 'subType' },
      ),
  },
  {
    id: 'type.ip_kind_misfits',
    severity: 'warns',
    stages: FORM_STAGES,
    period: BY_SIGNING,
    ...PRACTICE,
    message: {
      zh: '知识产权类别与合同子类型（{subType}）不相符。',
      en: 'The kind of intellectual property does not fit the sub-type ({subType}).',
    },
    todo: { zh: '更正其中一项。', en: 'Correct one of the two.' },
    find: (facts) => {
      const name = CONTRACT_SUB_TYPES.find(({ code }) => code === facts.subType)
      return when(ipMisfits(facts), { path: 'ipKind', params: { subType: name?.zh ?? '' } })
    },
  },
  {
    id: 'type.conversion_by_analogy',
    severity: 'informs',
    stages: FORM_STAGES,
    period: SINCE_CIVIL_CODE,
    ...civilCode('851'),
    message: {
      zh: '科技成果实施转化合同参照适用技术开发合同的规定。',
      en: 'A contract on converting a result into practice follows the rules on development by analogy.',
    },
    todo: {
      zh: '核对合同约定的转化标的和验收标准。',
      en: 'Check what is to be converted and how it is accepted.',
    },
    find: ({ subType }) => when(subType === 'KF_CONVERSION', { path: 'subType' }),
  },
  {
    id: 'type.own_conversion',
    severity: 'informs',
    stages: REVIEW_ONLY,
    period: BY_SIGNING,
    ...conversionLaw('16'),
    message: {
      zh: '合同标的为科研成果，未列明任何权利。',
      en: 'The subject is a research result without any right named.',
    },
    todo: {
      zh: '核对标的是否明确，足以了解其技术内容。',
      en: 'Check that the subject is clear enough to understand the technology.',
    },
    find: ({ listing, rights }) => when(listing.kind === 'research_result' && rights.length === 0),
  },
]
