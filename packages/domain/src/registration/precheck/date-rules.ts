import { suggestEnd } from '../../contracts/index.ts'
import { addMonths, addYears, daysBetween } from '../../index.ts'
import { isLicence } from '../../licensing/index.ts'
import {
  BY_APPLICATION,
  BY_SIGNING,
  civilCode,
  MEASURES_2000,
  MEASURES_2026,
  PRACTICE,
  SINCE_CIVIL_CODE,
  SINCE_MEASURES_2026,
} from './bases.ts'
import { ALL_STAGES, FORM_STAGES, type PrecheckRule, when } from './rule.ts'

const LATE_AFTER_MONTHS = 12
const ENDS_SOON_DAYS = 30
const LONG_TERM_YEARS = 20

/** Signing, effect and end against one another, the terms and the day of application. */
export const DATE_RULES: readonly PrecheckRule[] = [
  {
    id: 'dates.signed_long_ago',
    severity: 'warns',
    stages: FORM_STAGES,
    period: BY_APPLICATION,
    ...MEASURES_2000,
    message: {
      zh: '合同签订于{signedOn}，距申请已超过一年。',
      en: 'The contract was signed on {signedOn}, more than a year before the application.',
    },
    todo: {
      zh: '核对合同是否仍在履行，是否已在别处登记。',
      en: 'Check that it is still being performed and was not registered elsewhere.',
    },
    find: ({ signedOn, on }) =>
      when(signedOn !== null && addMonths(signedOn, LATE_AFTER_MONTHS) < on, {
        path: 'signedOn',
        params: { signedOn: signedOn ?? '' },
      }),
  },
  {
    id: 'dates.licence_without_end',
    severity: 'warns',
    stages: FORM_STAGES,
    period: SINCE_CIVIL_CODE,
    ...civilCode('845, 865'),
    message: { zh: '许可合同未填写终止日期。', en: 'A licence has no end date.' },
    todo: { zh: '填写许可期限，不得晚于专利有效期。', en: 'State its term, within the life of the patents.' },
    find: ({ type, terms, endsOn }) =>
      when((type === 'XK' || isLicence(terms.transferMode)) && endsOn === null, { path: 'endsOn' }),
  },
  {
    id: 'dates.term_differs_from_terms',
    severity: 'warns',
    stages: ALL_STAGES,
    period: BY_SIGNING,
    ...PRACTICE,
    message: {
      zh: '终止日期与条款单约定的{months}个月期限不符，按期限应为{expected}。',
      en: 'The end does not fit the {months} months agreed, which run to {expected}.',
    },
    todo: { zh: '核对期限和终止日期。', en: 'Compare term and end date.' },
    find: ({ terms, effectiveOn, endsOn, rights }) => {
      if (effectiveOn === null || endsOn === null || terms.termMonths === null) return []
      const expected = suggestEnd(terms.transferMode, effectiveOn, terms.termMonths, rights)
      // Contracts count a term either to the day before or to the same day.
      const differs = expected !== null && Math.abs(daysBetween(expected, endsOn)) > 1
      return when(differs, { path: 'endsOn', params: { months: terms.termMonths, expected: expected ?? '' } })
    },
  },
  {
    id: 'dates.very_long_term',
    severity: 'warns',
    stages: ALL_STAGES,
    period: BY_SIGNING,
    ...PRACTICE,
    message: { zh: '合同期限超过二十年。', en: 'The contract runs for more than twenty years.' },
    todo: { zh: '核对终止日期是否笔误。', en: 'Check the end date for a slip of the pen.' },
    find: ({ effectiveOn, endsOn }) =>
      when(effectiveOn !== null && endsOn !== null && addYears(effectiveOn, LONG_TERM_YEARS) < endsOn, {
        path: 'endsOn',
      }),
  },
  {
    id: 'dates.ends_soon',
    severity: 'warns',
    stages: FORM_STAGES,
    period: SINCE_MEASURES_2026,
    ...MEASURES_2026,
    message: {
      zh: '合同{endsOn}到期，如需补正，重新申请时可能已过有效期。',
      en: 'The contract ends on {endsOn}: after a correction it may be too late to apply.',
    },
    todo: { zh: '尽快核对材料，避免补正。', en: 'Check the material now, so that no correction is needed.' },
    find: ({ endsOn, on }) => {
      const left = endsOn === null ? Number.POSITIVE_INFINITY : daysBetween(on, endsOn)
      return when(left >= 0 && left <= ENDS_SOON_DAYS, { path: 'endsOn', params: { endsOn: endsOn ?? '' } })
    },
  },
  {
    id: 'dates.application_window',
    severity: 'informs',
    stages: ['contract'],
    period: SINCE_MEASURES_2026,
    ...MEASURES_2026,
    message: {
      zh: '申请登记须在合同生效之后、有效期之内提出。',
      en: 'Registration is applied for after the contract takes effect and before its term is over.',
    },
    todo: {
      zh: '签订生效后及时委托机构申请登记。',
      en: 'Entrust an agency as soon as the contract is in effect.',
    },
    find: () => [{}],
  },
]
