import type { ContractPayments } from '@market/contracts/payments'
import { DUE_KIND_NAMES, labelOf } from '@market/domain/codes'
import { PLANNED_KINDS } from '@market/domain/payments'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { typedOr } from '../../lib/typed.ts'
import { ActionPanel, ActionPanels } from '../../ui/action-panel.tsx'
import { SelectField, TextField } from '../../ui/form/fields.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { MoneyField } from '../../ui/form/money-field.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import { type PaymentResult, resultOf } from './payment-result.ts'
import classes from './payments.module.css'

type Line = ContractPayments['implied'][number]

/** Lines to fill in beyond those there are. */
const SPARE_LINES = 3

const linesOf = ({ dues, implied }: ContractPayments): Line[] => {
  const planned = dues.flatMap(({ kind, title, amountFen, dueOn }) =>
    kind === 'royalty' ? [] : [{ kind, title, amountFen, dueOn }],
  )
  return planned.length > 0 ? planned : implied
}

/** The whole schedule of a draft, line by line; works without JavaScript, so there are a few lines to spare. */
export function ScheduleForm({
  money,
  result,
}: {
  money: ContractPayments
  result: PaymentResult | undefined
}) {
  const { t } = useTranslation('payments')
  const refused = resultOf(result, 'plan')
  const lines = linesOf(money)
  const count = lines.length + SPARE_LINES
  return (
    <ActionPanels>
      <ActionPanel label={t('step.plan')} tone="primary" open={refused !== undefined}>
        <MarketForm problem={refused?.problem} noValidate>
          <p>{t('step.planHint')}</p>
          <input type="hidden" name="lineCount" value={count} />
          {Array.from({ length: count }, (_, index) => (
            <LineFields
              key={`line-${String(index)}`}
              index={index}
              line={lines[index]}
              typed={refused?.typed}
            />
          ))}
          <SubmitButton name="intent" value="plan">
            {t('step.planNow')}
          </SubmitButton>
        </MarketForm>
      </ActionPanel>
    </ActionPanels>
  )
}

interface LineFieldsProps {
  index: number
  line: Line | undefined
  typed: PaymentResult['typed'] | undefined
}

function LineFields({ index, line, typed }: LineFieldsProps) {
  const { t } = useTranslation('payments')
  const locale = useLocale()
  const value = typedOr(typed)
  const path = (name: string) => `lines.${index}.${name}`
  return (
    <div className={classes.line}>
      <SelectField
        path={path('kind')}
        label={t('fields.kind')}
        data={PLANNED_KINDS.map((kind) => ({ value: kind, label: labelOf(DUE_KIND_NAMES, kind, locale) }))}
        defaultValue={value(path('kind'), line?.kind ?? 'instalment')}
      />
      <TextField
        path={path('title')}
        label={t('fields.lineTitle')}
        maxLength={100}
        defaultValue={value(path('title'), line?.title)}
      />
      <MoneyField
        path={path('amountFen')}
        label={t('fields.amount')}
        typed={typed?.[path('amountFen')]}
        fen={line?.amountFen ?? null}
      />
      <TextField
        path={path('dueOn')}
        type="date"
        label={t('fields.dueOn')}
        defaultValue={value(path('dueOn'), line?.dueOn ?? '')}
      />
    </div>
  )
}
