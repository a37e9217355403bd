import { addMonths } from '../../index.ts'
import { isLicence } from '../../licensing/index.ts'
import { hasPatentNumber } from '../../listings/index.ts'
import { BY_SIGNING, civilCode, PRACTICE, patentLaw, patentRules, SINCE_CIVIL_CODE } from './bases.ts'
import type { PrecheckFacts, PrecheckRight } from './facts.ts'
import { ALL_STAGES, FORM_STAGES, type PrecheckHit, type PrecheckRule, when } from './rule.ts'

/** The rights a rule finds, named by their numbers in one finding. */
const found = (
  { rights }: PrecheckFacts,
  fits: (right: PrecheckRight) => boolean,
): readonly PrecheckHit[] => {
  const named = rights.filter(fits).map(({ number, kind }) => number ?? kind)
  return when(named.length > 0, { params: { rights: named.join('、') } })
}

const carriesNumber = ({ kind }: PrecheckRight): boolean => hasPatentNumber(kind)
const aboutPatents = ({ subType }: PrecheckFacts): boolean =>
  subType === 'XK_PATENT' || subType === 'ZR_PATENT' || subType === 'ZR_APPLICATION'

/** What was handed over: its life, owners and what the patent office has to be told. */
export const RIGHT_RULES: readonly PrecheckRule[] = [
  {
    id: 'rights.not_in_force',
    severity: 'warns',
    stages: ALL_STAGES,
    period: SINCE_CIVIL_CODE,
    ...civilCode('865'),
    message: {
      zh: '{rights}已终止或被宣告无效，不得就其订立许可合同。',
      en: '{rights}: lapsed or invalidated; no licence may be granted under it.',
    },
    todo: {
      zh: '从合同标的中删去，或提交恢复权利的证明。',
      en: 'Take it out, or prove that it was restored.',
    },
    find: (facts) =>
      found(facts, ({ legalStatus }) => legalStatus === 'lapsed' || legalStatus === 'invalidated'),
  },
  {
    id: 'rights.number_missing',
    severity: 'warns',
    stages: ALL_STAGES,
    period: SINCE_CIVIL_CODE,
    ...civilCode('845'),
    message: {
      zh: '涉及专利的合同应写明申请号或专利号。',
      en: 'A contract about patents states their application or patent numbers.',
    },
    todo: { zh: '补充专利号，并核对校验位。', en: 'Add the numbers with their check digits.' },
    find: (facts) => found(facts, (right) => carriesNumber(right) && right.number === null),
  },
  {
    id: 'rights.filing_date_missing',
    severity: 'warns',
    stages: ALL_STAGES,
    period: SINCE_CIVIL_CODE,
    ...civilCode('845'),
    message: {
      zh: '{rights}缺少申请日，无法核对有效期。',
      en: '{rights}: without the filing date its expiry cannot be checked.',
    },
    todo: { zh: '补充申请日期。', en: 'Add the filing date.' },
    find: (facts) => found(facts, (right) => carriesNumber(right) && right.filedOn === null),
  },
  {
    id: 'rights.none_named',
    severity: 'warns',
    stages: ALL_STAGES,
    period: SINCE_CIVIL_CODE,
    ...civilCode('845'),
    message: {
      zh: '合同类型为专利转让或许可，但未列明任何专利。',
      en: 'The contract is about patents and names none.',
    },
    todo: {
      zh: '列明专利名称、专利号、申请日和有效期限。',
      en: 'Name each with number, filing date and term.',
    },
    find: (facts) => when(aboutPatents(facts) && !facts.rights.some(carriesNumber)),
  },
  {
    id: 'rights.co_owners',
    severity: 'warns',
    stages: ALL_STAGES,
    period: BY_SIGNING,
    ...patentLaw('14'),
    message: {
      zh: '{rights}为共有：转让及独占、排他许可须经全体共有人同意。',
      en: '{rights}: co-owned; assignment, exclusive and sole licence need every owner’s consent.',
    },
    todo: { zh: '提交共有人同意的书面证明。', en: 'Add the written consent of the co-owners.' },
    find: (facts) => {
      const { transferMode } = facts.terms
      if (transferMode === 'ordinary_licence' || facts.type === 'FW' || facts.type === 'ZX') return []
      return found(facts, ({ ownerNames }) => ownerNames.length > 1)
    },
  },
  {
    id: 'rights.transfer_recordal',
    severity: 'informs',
    stages: ALL_STAGES,
    period: BY_SIGNING,
    ...patentLaw('10'),
    message: {
      zh: '专利权、专利申请权转让自国家知识产权局登记之日起生效。',
      en: 'An assignment takes effect on the day it is entered by the patent office.',
    },
    todo: { zh: '签订后办理著录项目变更。', en: 'Have the change of owner entered after signing.' },
    find: ({ subType }) => when(subType === 'ZR_PATENT' || subType === 'ZR_APPLICATION', { path: 'subType' }),
  },
  {
    id: 'rights.licence_filing',
    severity: 'informs',
    stages: ALL_STAGES,
    period: BY_SIGNING,
    ...patentRules('15'),
    message: {
      zh: '专利实施许可应自合同生效之日起3个月内（{until}前）向国家知识产权局备案。',
      en: 'A patent licence is filed with the patent office within three months of effect (by {until}).',
    },
    todo: { zh: '办理许可备案。', en: 'File the licence.' },
    find: ({ subType, effectiveOn }) =>
      when(subType === 'XK_PATENT' && effectiveOn !== null, {
        path: 'effectiveOn',
        params: { until: effectiveOn === null ? '' : addMonths(effectiveOn, 3) },
      }),
  },
  {
    id: 'rights.open_licence_evaluation',
    severity: 'warns',
    stages: ALL_STAGES,
    period: BY_SIGNING,
    ...patentLaw('50'),
    message: {
      zh: '{rights}：实用新型、外观设计专利开放许可须有专利权评价报告。',
      en: '{rights}: an open licence of a utility model or design needs an evaluation report.',
    },
    todo: { zh: '提交专利权评价报告。', en: 'Add the evaluation report.' },
    find: (facts) =>
      facts.terms.transferMode === 'open_licence'
        ? found(facts, ({ kind }) => kind === 'utility_model' || kind === 'design_patent')
        : [],
  },
  {
    id: 'rights.expires_within_term',
    severity: 'informs',
    stages: FORM_STAGES,
    period: SINCE_CIVIL_CODE,
    ...PRACTICE,
    message: {
      zh: '{rights}在合同期内到期；许可须随之结束，其他合同应约定到期后的处理。',
      en: '{rights}: expires within the contract’s term; the contract should say what then.',
    },
    todo: { zh: '核对到期后费用的约定。', en: 'Check what is owed after that day.' },
    find: (facts) => {
      const { endsOn, terms } = facts
      if (endsOn === null || isLicence(terms.transferMode)) return []
      return found(facts, ({ expiresOn }) => expiresOn !== null && expiresOn < endsOn)
    },
  },
  {
    id: 'rights.inventors_first',
    severity: 'informs',
    stages: ALL_STAGES,
    period: SINCE_CIVIL_CODE,
    ...civilCode('847'),
    message: {
      zh: '转让职务技术成果时，完成人享有以同等条件优先受让的权利。',
      en: 'When a service result is assigned, its authors may take it first on equal terms.',
    },
    todo: { zh: '取得完成人放弃优先受让权的书面声明。', en: 'Obtain the authors’ written waiver.' },
    find: ({ type, seller }) => when(type === 'ZR' && seller.organizationKind !== 'provider'),
  },
]
