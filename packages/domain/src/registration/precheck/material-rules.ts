import { regimeFor } from '../../regimes/index.ts'
import { applicantSideOf, HOME_COUNTRY } from '../form-supplement.ts'
import {
  BY_APPLICATION,
  civilCode,
  MEASURES_2000,
  MEASURES_2026,
  NATIONAL_FORM,
  newRules,
  SINCE_CIVIL_CODE,
  SINCE_MEASURES_2026,
  TECHNOLOGY_TRADE,
} from './bases.ts'
import type { PrecheckFiling } from './facts.ts'
import { FORM_STAGES, type PrecheckRule, REVIEW_ONLY, when } from './rule.ts'

const crossesBorder = ({ sellerCountry, buyerCountry }: PrecheckFiling): boolean =>
  sellerCountry !== HOME_COUNTRY || buyerCountry !== HOME_COUNTRY

/** What has to lie before the registrar. */
export const MATERIAL_RULES: readonly PrecheckRule[] = [
  {
    id: 'material.signed_text_missing',
    severity: 'warns',
    stages: FORM_STAGES,
    period: BY_APPLICATION,
    ...MEASURES_2000,
    message: {
      zh: '没有已签署的合同全文；口头合同不予受理。',
      en: 'The signed text is not at hand; oral contracts are not accepted.',
    },
    todo: { zh: '上传完整的书面合同及附件。', en: 'Upload the whole written contract with its annexes.' },
    find: ({ signedFiles }) => when(signedFiles === 0, { path: 'documents' }),
  },
  {
    id: 'material.written_form',
    severity: 'informs',
    stages: ['contract'],
    period: SINCE_CIVIL_CODE,
    ...civilCode('851, 863'),
    message: {
      zh: '技术开发、转让、许可合同应当采用书面形式，电子合同亦可。',
      en: 'Development, transfer and licence contracts are made in writing; electronic contracts count.',
    },
    todo: {
      zh: '双方上传同一份签署文本并确认。',
      en: 'Both sides upload the same signed text and confirm it.',
    },
    find: ({ type }) => when(type === 'KF' || type === 'ZR' || type === 'XK'),
  },
  {
    id: 'material.one_copy_only',
    severity: 'warns',
    stages: FORM_STAGES,
    period: BY_APPLICATION,
    ...MEASURES_2000,
    message: { zh: '仅一方提交了签署文本。', en: 'Only one side has brought the signed text.' },
    todo: { zh: '请另一方上传同一份文本。', en: 'Ask the other side for the same text.' },
    find: ({ signedFiles }) => when(signedFiles === 1, { path: 'documents' }),
  },
  {
    id: 'material.objective_missing',
    severity: 'warns',
    stages: FORM_STAGES,
    period: BY_APPLICATION,
    ...NATIONAL_FORM,
    message: { zh: '未填写社会经济目标。', en: 'The socio-economic objective is missing.' },
    todo: { zh: '选择社会经济目标。', en: 'Choose one.' },
    find: ({ filing }) =>
      when(filing !== null && filing.socioEconomicObjective === null, { path: 'socioEconomicObjective' }),
  },
  {
    id: 'material.plan_project',
    severity: 'informs',
    stages: FORM_STAGES,
    period: BY_APPLICATION,
    ...newRules('38'),
    message: {
      zh: '列入政府计划的项目，可以任务书、中标通知书等作为合同文本。',
      en: 'For a government project the task book or the award notice may stand for the contract.',
    },
    todo: { zh: '附计划任务书或立项文件。', en: 'Add the task book or the approval.' },
    find: ({ filing }) => when(filing !== null && filing.planSource !== 'none', { path: 'planSource' }),
  },
  {
    id: 'material.industry_missing',
    severity: 'informs',
    stages: FORM_STAGES,
    period: BY_APPLICATION,
    ...NATIONAL_FORM,
    message: {
      zh: '未填写合同或当事人的国民经济行业。',
      en: 'An industry of contract or parties is missing.',
    },
    todo: { zh: '按GB/T 4754选择。', en: 'Choose it by GB/T 4754.' },
    find: ({ filing }) => {
      const fields = ['industryClass', 'sellerIndustryClass', 'buyerIndustryClass'] as const
      const path = fields.find((field) => filing !== null && filing[field] === null)
      return path ? [{ path }] : []
    },
  },
  {
    id: 'material.foreign_text',
    severity: 'warns',
    stages: FORM_STAGES,
    period: BY_APPLICATION,
    ...newRules('36'),
    message: {
      zh: '一方为境外当事人：外文合同应附中文文本及一致性声明。',
      en: 'One party is from abroad: a foreign text needs a Chinese copy and a statement that both agree.',
    },
    todo: { zh: '补充中文文本和声明。', en: 'Add both.' },
    find: ({ filing }) => when(filing !== null && crossesBorder(filing), { path: 'documents' }),
  },
  {
    id: 'material.trade_registration',
    severity: 'informs',
    stages: FORM_STAGES,
    period: BY_APPLICATION,
    ...TECHNOLOGY_TRADE,
    message: {
      zh: '技术进出口合同另须在商务主管部门办理登记或许可，与本登记不同。',
      en: 'Import and export of technology are also registered or licensed by the commerce department; this is another registration.',
    },
    todo: { zh: '附技术进出口合同登记证书。', en: 'Add the certificate of that registration.' },
    find: ({ filing }) => when(filing !== null && crossesBorder(filing), { path: 'documents' }),
  },
  {
    id: 'material.buyer_applies',
    severity: 'informs',
    stages: FORM_STAGES,
    period: SINCE_MEASURES_2026,
    ...MEASURES_2026,
    message: {
      zh: '引进境外技术的合同由境内买方申请登记。',
      en: 'For technology from abroad the domestic buyer applies.',
    },
    todo: {
      zh: '核对申请人为买方，由买方所在地机构办理。',
      en: 'See that the buyer applies, where the buyer stands.',
    },
    find: ({ filing, on }) =>
      when(filing !== null && applicantSideOf(regimeFor(on), filing) === 'buyer', { path: 'sellerCountry' }),
  },
  {
    id: 'material.seals_match',
    severity: 'informs',
    stages: REVIEW_ONLY,
    period: BY_APPLICATION,
    ...newRules('39'),
    checklist: true,
    message: {
      zh: '书写的单位名称与印章是否一致？',
      en: 'Do the written names match the seals?',
    },
    todo: { zh: '不一致的，要求补正。', en: 'Ask for a correction where they do not.' },
    find: () => [{ path: 'documents' }],
  },
  {
    id: 'material.subject_clear',
    severity: 'informs',
    stages: REVIEW_ONLY,
    period: BY_APPLICATION,
    ...newRules('39'),
    checklist: true,
    message: {
      zh: '标的是否明确，能否使人了解其技术内容？',
      en: 'Is the subject clear enough to understand the technology?',
    },
    todo: { zh: '不明确的，要求补充技术说明。', en: 'Ask for a technical description where it is not.' },
    find: () => [{ path: 'documents' }],
  },
]
