import type { Need } from '@market/contracts/demands'
import {
  BUDGET_MODES,
  CONTACT_VISIBILITIES,
  COOPERATION_MODES,
  type CodeList,
  IP_WISHES,
  MATURITY_LEVELS,
  NEED_TYPES,
  NEED_VISIBILITIES,
  PLAN_INDUSTRIES,
  TECHNICAL_FIELDS,
} from '@market/domain/codes'
import { NEED_LIMITS } from '@market/domain/demands'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../lib/api/problem.ts'
import { nameIn } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import type { TypedValues } from '../../lib/read-form.ts'
import { typedOr } from '../../lib/typed.ts'
import { AttachmentsEditor } from '../../ui/attachments/attachments-editor.tsx'
import { ChoiceField } from '../../ui/form/choice-field.tsx'
import { useFieldId } from '../../ui/form/field-problem.ts'
import { SelectField, TextareaField, TextField } from '../../ui/form/fields.tsx'
import { FormSection } from '../../ui/form/form-section.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { MoneyField } from '../../ui/form/money-field.tsx'
import { RegionField } from '../../ui/form/region-field.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import { InvitedFields } from './invited-fields.tsx'
import type { NeedChoices } from './need-choices.server.ts'
import { INDICATOR_PARTS, indicatorRows } from './need-fields.ts'
import classes from './needs.module.css'

interface NeedFormProps {
  need: Need
  /** Long lists to choose from. */
  options: NeedChoices
  revision: number
  typed: TypedValues | undefined
  problem: Problem | undefined
}

const PAIRS = ['problem', 'goal', 'necessity', 'benchmark', 'conditions'] as const
const CHOICES = [
  ['type', NEED_TYPES],
  ['ipWish', IP_WISHES],
  ['technicalField', TECHNICAL_FIELDS],
  ['planIndustry', PLAN_INDUSTRIES],
] as const

/** The editor of a need: one form, so that whatever button is pressed, everything typed is stored with it. */
export function NeedForm({ need, options, revision, typed, problem }: NeedFormProps) {
  const { t } = useTranslation('needs')
  const locale = useLocale()
  const value = typedOr(typed)
  const choices = (list: CodeList) => list.map((item) => ({ value: item.code, label: nameIn(item, locale) }))
  const withNone = (list: CodeList) => [{ value: '', label: t('choose') }, ...choices(list)]
  return (
    <MarketForm problem={problem} noValidate encType="multipart/form-data" className={classes.form}>
      <input type="hidden" name="revision" value={revision} />
      <FormSection title={t('sections.text')}>
        <TextField
          path="titleZh"
          label={t('fields.titleZh')}
          lang="zh-CN"
          maxLength={100}
          defaultValue={value('titleZh', need.titleZh)}
        />
        <TextField
          path="titleEn"
          label={t('fields.titleEn')}
          lang="en"
          maxLength={200}
          defaultValue={value('titleEn', need.titleEn)}
        />
        {PAIRS.map((name) => (
          <div key={name}>
            <TextareaField
              path={`${name}Zh`}
              label={t(`fields.${name}`)}
              description={t(`hints.${name}`)}
              lang="zh-CN"
              defaultValue={value(`${name}Zh`, need[`${name}Zh`])}
            />
            <TextareaField
              path={`${name}En`}
              label={t('inEnglish', { field: t(`fields.${name}`) })}
              lang="en"
              defaultValue={value(`${name}En`, need[`${name}En`])}
            />
          </div>
        ))}
      </FormSection>
      <FormSection title={t('fields.indicators')}>
        <IndicatorFields rows={indicatorRows(need, typed)} />
      </FormSection>
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
          selected={need.cooperationModes}
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
      <FormSection id="attachments" title={t('sections.attachments')} description={t('hints.attachments')}>
        <AttachmentsEditor
          attachments={need.attachments}
          purpose="need_attachment"
          most={NEED_LIMITS.attachments}
        />
      </FormSection>
      <FormSection title={t('sections.visibility')}>
        <ChoiceField
          path="visibility"
          kind="one"
          label={t('fields.visibility')}
          selected={[value('visibility', need.visibility)]}
          choices={choices(NEED_VISIBILITIES)}
        />
        <InvitedFields invitedIds={need.invitedIds} organizations={options.organizations} typed={typed} />
        <div className={classes.row}>
          {(['contactName', 'contactPhone', 'contactEmail'] as const).map((name) => (
            <TextField
              key={name}
              path={name}
              label={t(`fields.${name}`)}
              defaultValue={value(name, need[name])}
            />
          ))}
        </div>
        <ChoiceField
          path="contactVisibility"
          kind="one"
          label={t('fields.contactVisibility')}
          selected={[value('contactVisibility', need.contactVisibility)]}
          choices={choices(CONTACT_VISIBILITIES)}
        />
      </FormSection>
      <div className={classes.buttons}>
        <SubmitButton name="intent" value="save" variant="default">
          {t('editor.save')}
        </SubmitButton>
        <SubmitButton name="intent" value="submit">
          {t('editor.submit')}
        </SubmitButton>
      </div>
    </MarketForm>
  )
}

function IndicatorFields({ rows }: { rows: ReturnType<typeof indicatorRows> }) {
  const { t } = useTranslation('needs')
  return (
    <div id={useFieldId('indicators')}>
      <p>{t('hints.indicators')}</p>
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
        <div key={at} className={classes.indicator}>
          {INDICATOR_PARTS.map((part) => (
            <TextField
              key={part}
              path={`indicators.${at}.${part}`}
              label={t(`indicator.${part}`)}
              defaultValue={row[part]}
            />
          ))}
        </div>
      ))}
    </div>
  )
}
