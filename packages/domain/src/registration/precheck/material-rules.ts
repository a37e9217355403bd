import {
  BY_APPLICATION,
  civilCode,
  MEASURES_2000,
  NATIONAL_FORM,
  newRules,
  SINCE_CIVIL_CODE,
} from './bases.ts'
import { FORM_STAGES, type PrecheckRule, REVIEW_ONLY, when } from './rule.ts'

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
