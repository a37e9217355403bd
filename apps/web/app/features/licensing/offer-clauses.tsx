import type { TermSheet } from '@market/contracts/licensing'
import type { CodeItem } from '@market/domain/codes'
import {
  AUDIT_RULES,
  IMPROVEMENT_RULES,
  MAX_INSTALMENTS,
  MAX_ROYALTY_STEPS,
  REPORT_RULES,
  RESULT_OWNERS,
  ROYALTY_BASES,
  SUBLICENCES,
} from '@market/domain/licensing'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import type { TypedValues } from '../../lib/read-form.ts'
import { typedOr } from '../../lib/typed.ts'
import { useFieldId } from '../../ui/form/field-problem.ts'
import { SelectField, TextareaField, TextField } from '../../ui/form/fields.tsx'
import { MoneyField } from '../../ui/form/money-field.tsx'
import classes from './licensing.module.css'

interface PartProps {
  terms: Partial<TermSheet>
  typed: TypedValues | undefined
}

/** Lines to fill in beyond those there are. */
const SPARE_LINES = 2

interface CodeFieldProps extends PartProps {
  name: 'sublicence' | 'royaltyBase' | 'improvements' | 'resultOwner' | 'audit' | 'reports'
  codes: readonly CodeItem[]
}

function CodeField({ name, codes, terms, typed }: CodeFieldProps) {
  const { t } = useTranslation('licensing')
  const locale = useLocale()
  return (
    <SelectField
      path={`terms.${name}`}
      label={t(`fields.${name}`)}
      maw="28rem"
      defaultValue={typedOr(typed)(`terms.${name}`, terms[name] ?? '')}
      data={[
        { value: '', label: t('terms.unsaid') },
        ...codes.map((entry) => ({ value: entry.code, label: nameIn(entry, locale) })),
      ]}
    />
  )
}

interface NumberFieldProps extends PartProps {
  name: 'equityPercent' | 'knowHowDays' | 'terminationDays'
}

function NumberField({ name, terms, typed }: NumberFieldProps) {
  const { t } = useTranslation('licensing')
  return (
    <TextField
      path={`terms.${name}`}
      label={t(`fields.${name}`)}
      inputMode="decimal"
      maw="14rem"
      defaultValue={typedOr(typed)(`terms.${name}`, terms[name]?.toString())}
    />
  )
}

export const SublicenceField = (part: PartProps) => (
  <CodeField name="sublicence" codes={SUBLICENCES} {...part} />
)

/** When the price falls due: after the upfront sum, by day or by what has been reached. */
export function InstalmentFields({ terms, typed }: PartProps) {
  const { t } = useTranslation('licensing')
  const value = typedOr(typed)
  const lines = terms.instalments ?? []
  const count = Math.min(lines.length + SPARE_LINES, MAX_INSTALMENTS)
  return (
    <fieldset className={classes.lines} id={useFieldId('terms.instalments')}>
      <legend>{t('fields.instalments')}</legend>
      <p className={classes.hint}>{t('fields.instalmentsHint')}</p>
      {Array.from({ length: count }, (_, index) => {
        const path = `terms.instalments.${index}`
        return (
          <div key={path} className={classes.line3}>
            <TextField
              path={`${path}.title`}
              label={t('fields.instalmentTitle', { number: index + 1 })}
              maxLength={200}
              defaultValue={value(`${path}.title`, lines[index]?.title)}
            />
            <MoneyField
              path={`${path}.amountFen`}
              label={t('fields.amount')}
              typed={typed?.[`${path}.amountFen`]}
              fen={lines[index]?.amountFen ?? null}
            />
            <TextField
              path={`${path}.on`}
              label={t('fields.milestoneOn')}
              type="date"
              defaultValue={value(`${path}.on`, lines[index]?.on ?? '')}
            />
          </div>
        )
      })}
    </fieldset>
  )
}

/** What the royalty is counted on, at least how much, and from where on at another rate. */
export function RoyaltyFields({ terms, typed }: PartProps) {
  const { t } = useTranslation('licensing')
  const value = typedOr(typed)
  const steps = terms.royaltySteps ?? []
  const count = Math.min(steps.length + SPARE_LINES, MAX_ROYALTY_STEPS)
  return (
    <>
      <CodeField name="royaltyBase" codes={ROYALTY_BASES} terms={terms} typed={typed} />
      <MoneyField
        path="terms.minimumRoyaltyFen"
        label={t('fields.minimumRoyaltyFen')}
        typed={typed?.['terms.minimumRoyaltyFen']}
        fen={terms.minimumRoyaltyFen ?? null}
        maw="22rem"
      />
      <fieldset className={classes.lines}>
        <legend>{t('fields.royaltySteps')}</legend>
        {Array.from({ length: count }, (_, index) => {
          const path = `terms.royaltySteps.${index}`
          return (
            <div key={path} className={classes.line}>
              <MoneyField
                path={`${path}.fromFen`}
                label={t('fields.stepFrom')}
                typed={typed?.[`${path}.fromFen`]}
                fen={steps[index]?.fromFen ?? null}
              />
              <TextField
                path={`${path}.ratePercent`}
                label={t('fields.stepRate')}
                inputMode="decimal"
                defaultValue={value(`${path}.ratePercent`, steps[index]?.ratePercent.toString())}
              />
            </div>
          )
        })}
      </fieldset>
    </>
  )
}

/** Everything that is not scope or price. */
export function OtherClauses({ terms, typed }: PartProps) {
  const { t } = useTranslation('licensing')
  const part = { terms, typed }
  return (
    <>
      <NumberField name="equityPercent" {...part} />
      <NumberField name="knowHowDays" {...part} />
      <CodeField name="improvements" codes={IMPROVEMENT_RULES} {...part} />
      <CodeField name="resultOwner" codes={RESULT_OWNERS} {...part} />
      <CodeField name="reports" codes={REPORT_RULES} {...part} />
      <CodeField name="audit" codes={AUDIT_RULES} {...part} />
      <NumberField name="terminationDays" {...part} />
      <TextareaField
        path="terms.terminationWords"
        label={t('fields.terminationWords')}
        maxLength={2000}
        defaultValue={typedOr(typed)('terms.terminationWords', terms.terminationWords)}
      />
    </>
  )
}
