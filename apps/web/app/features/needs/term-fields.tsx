import type { Need } from '@market/contracts/demands'
import {
  BUDGET_MODES,
  COOPERATION_MODES,
  type CodeList,
  IP_WISHES,
  MATURITY_LEVELS,
  NEED_TYPES,
  PLAN_INDUSTRIES,
  TECHNICAL_FIELDS,
} from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { typedOr } from '../../lib/typed.ts'
import { ChoiceField } from '../../ui/form/choice-field.tsx'
import { SelectField, TextField } from '../../ui/form/fields.tsx'
import { FormSection } from '../../ui/form/form-section.tsx'
import { MoneyField } from '../../ui/form/money-field.tsx'
import { RegionField } from '../../ui/form/region-field.tsx'
import type { NeedChoices } from './need-choices.server.ts'
import type { NeedValues } from './need-fields.ts'
import classes from './needs.module.css'

const CHOICES = [
  ['type', NEED_TYPES],
  ['ipWish', IP_WISHES],
  ['technicalField', TECHNICAL_FIELDS],
  ['planIndustry', PLAN_INDUSTRIES],
] as const

interface TermFieldsProps {
  need: Need
  options: NeedChoices
  /** What was sent and came back. */
  values: NeedValues | undefined
}

/** Until when, in which way, for how much, and under which classes it is found. */
export function TermFields({ need, options, values }: TermFieldsProps) {
  const { t } = useTranslation('needs')
  const locale = useLocale()
  const typed = values?.typed
  const value = typedOr(typed)
  const choices = (list: CodeList) => list.map((item) => ({ value: item.code, label: nameIn(item, locale) }))
  const withNone = (list: CodeList) => [{ value: '', label: t('choose') }, ...choices(list)]
  return (
    <FormSection title={t('sections.terms')}>
      <TextField
        path="deadlineOn"
        type="date"
        label={t('fields.deadlineOn')}
        description={t('hints.deadlineOn')}
        maw="16rem"
        defaultValue={value('deadlineOn', need.deadlineOn ?? '')}
      />
      <ChoiceField
        path="cooperationModes"
        kind="many"
        label={t('fields.cooperationModes')}
        selected={values?.cooperationModes ?? need.cooperationModes}
        choices={choices(COOPERATION_MODES)}
      />
      <ChoiceField
        path="budgetMode"
        kind="one"
        label={t('fields.budget')}
        selected={[value('budgetMode', need.budgetMode ?? '')]}
        choices={choices(BUDGET_MODES)}
      />
      <div className={classes.row}>
        <MoneyField
          path="budgetMinFen"
          label={t('fields.budgetMinFen')}
          typed={typed?.budgetMinFen}
          fen={need.budgetMinFen}
        />
        <MoneyField
          path="budgetMaxFen"
          label={t('fields.budgetMaxFen')}
          typed={typed?.budgetMaxFen}
          fen={need.budgetMaxFen}
        />
        <MoneyField
          path="solverShareFen"
          label={t('fields.solverShareFen')}
          typed={typed?.solverShareFen}
          fen={need.solverShareFen}
        />
      </div>
      {CHOICES.map(([name, list]) => (
        <SelectField
          key={name}
          path={name}
          label={t(`fields.${name}`)}
          maw="28rem"
          data={withNone(list)}
          defaultValue={value(name, need[name] ?? '')}
        />
      ))}
      <SelectField
        path="maturityLevel"
        label={t('fields.maturityLevel')}
        maw="28rem"
        data={withNone(MATURITY_LEVELS)}
        defaultValue={value('maturityLevel', need.maturityLevel?.toString() ?? '')}
      />
      <div className={classes.row}>
        <TextField
          path="industryClass"
          label={t('fields.industryClass')}
          description={t('hints.industryClass')}
          list="need-industries"
          defaultValue={value('industryClass', need.industryClass ?? '')}
        />
        <TextField
          path="ipcSymbols"
          label={t('fields.ipcSymbols')}
          description={t('hints.ipcSymbols')}
          defaultValue={value('ipcSymbols', need.ipcSymbols.join('; '))}
        />
        <RegionField
          path="regionCode"
          label={t('fields.regionCode')}
          groups={options.regions}
          current={value('regionCode', need.regionCode)}
        />
      </div>
      <datalist id="need-industries">
        {options.industries.map((entry) => (
          <option key={entry.value} value={entry.value}>
            {entry.label}
          </option>
        ))}
      </datalist>
    </FormSection>
  )
}
