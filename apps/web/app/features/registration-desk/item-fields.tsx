import type { Registration } from '@market/contracts/registration'
import { formatYuan } from '@market/domain'
import { NON_TECHNICAL_KINDS } from '@market/domain/codes'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import type { TypedValues } from '../../lib/read-form.ts'
import { typedOr } from '../../lib/typed.ts'
import { useFieldId, useFieldProblem } from '../../ui/form/field-problem.ts'
import { SelectField, TextField } from '../../ui/form/fields.tsx'
import { Money } from '../../ui/money.tsx'
import classes from './form-parts.module.css'
import { unexplainedFen } from './unexplained.ts'

const SPARE_ROWS = 2
const LEAST_ROWS = 3
const MOST_ROWS = 50

interface ItemFieldsProps {
  label: string
  description: ReactNode
  form: Registration['form']
  typed: TypedValues | undefined
}

/** What of the contract amount is no technology, item by item; empty rows are room for more. */
export function ItemFields({ label, description, form, typed }: ItemFieldsProps) {
  const { t } = useTranslation('desk')
  const problem = useFieldProblem('nonTechnicalItems')
  const rows = Math.min(
    Math.max(rowsTyped(typed) ?? form.nonTechnicalItems.length + SPARE_ROWS, LEAST_ROWS),
    MOST_ROWS,
  )
  return (
    <fieldset className={classes.group} id={useFieldId('nonTechnicalItems')}>
      <legend>{label}</legend>
      <p className={classes.hint}>{t('items.hint')}</p>
      {description}
      {problem && <p className={classes.problem}>{problem}</p>}
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the table
        <ItemRow key={row} row={row} item={form.nonTechnicalItems[row]} typed={typed} />
      ))}
      <Unexplained form={form} />
    </fieldset>
  )
}

/** As many rows as were sent, so that what was typed stays where it was. */
function rowsTyped(typed: TypedValues | undefined): number | undefined {
  if (typed === undefined) return undefined
  return Object.keys(typed).filter((name) => /^nonTechnicalItems\.\d+\.amountFen$/.test(name)).length
}

interface ItemRowProps {
  row: number
  item: Registration['form']['nonTechnicalItems'][number] | undefined
  typed: TypedValues | undefined
}

function ItemRow({ row, item, typed }: ItemRowProps) {
  const { t } = useTranslation('desk')
  const locale = useLocale()
  const value = typedOr(typed)
  const path = `nonTechnicalItems.${row}`
  const label = (part: 'kind' | 'words' | 'amountFen') => t(`items.${part}`, { row: row + 1 })
  return (
    <div className={classes.item}>
      <SelectField
        path={`${path}.kind`}
        aria-label={label('kind')}
        mb={0}
        data={[
          { value: '', label: t('items.chooseKind') },
          ...NON_TECHNICAL_KINDS.map((kind) => ({ value: kind.code, label: nameIn(kind, locale) })),
        ]}
        defaultValue={value(`${path}.kind`, item?.kind)}
      />
      <TextField
        path={`${path}.words`}
        aria-label={label('words')}
        placeholder={t('items.wordsHint')}
        mb={0}
        maxLength={200}
        defaultValue={value(`${path}.words`, item?.words)}
      />
      <TextField
        path={`${path}.amountFen`}
        aria-label={label('amountFen')}
        placeholder={t('items.amountHint')}
        mb={0}
        inputMode="decimal"
        autoComplete="off"
        defaultValue={value(`${path}.amountFen`, item ? formatYuan(item.amountFen) : '')}
      />
    </div>
  )
}

/** What the saved table leaves open between the two amounts. */
function Unexplained({ form }: { form: Registration['form'] }) {
  const { t } = useTranslation('desk')
  const restFen = unexplainedFen(form)
  return (
    <p className={classes.hint}>
      {restFen === 0 ? (
        t('items.whole')
      ) : (
        <>
          {t('items.rest')} <Money fen={restFen} unit="yuan" />
        </>
      )}
    </p>
  )
}
