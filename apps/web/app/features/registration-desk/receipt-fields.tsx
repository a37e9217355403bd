import type { ReceiptList } from '@market/contracts/registration'
import { useTranslation } from 'react-i18next'
import type { TypedValues } from '../../lib/read-form.ts'
import { typedOr } from '../../lib/typed.ts'
import { TextField } from '../../ui/form/fields.tsx'
import { FileField } from '../../ui/form/file-field.tsx'
import { MoneyField } from '../../ui/form/money-field.tsx'

interface ReceiptFieldsProps {
  /** Tells the fields of several forms on a page apart. */
  id: string
  receipt?: ReceiptList['items'][number]
  typed: TypedValues | undefined
  correction?: boolean
}

/** What is said of money received. */
export function ReceiptFields({ id, receipt, typed, correction = false }: ReceiptFieldsProps) {
  const { t } = useTranslation('receipts')
  const value = typedOr(typed)
  return (
    <>
      <TextField
        path="receivedOn"
        id={`receivedOn-${id}`}
        type="date"
        label={t('fields.receivedOn')}
        maw="14rem"
        mt="md"
        required
        defaultValue={value('receivedOn', receipt?.receivedOn)}
      />
      <MoneyField
        path="amountFen"
        id={`amount-${id}`}
        label={t('fields.amountFen')}
        maw="22rem"
        typed={typed?.amountFen}
        fen={receipt?.amountFen ?? null}
        required
      />
      <MoneyField
        path="declaredTechnologyFen"
        id={`declared-${id}`}
        label={t('fields.declaredTechnologyFen')}
        description={t('fields.declaredHint')}
        maw="22rem"
        typed={typed?.declaredTechnologyFen}
        fen={receipt?.declaredTechnologyFen ?? null}
        required
      />
      <TextField
        path="note"
        id={`note-${id}`}
        label={t(correction ? 'fields.reason' : 'fields.note')}
        maxLength={500}
        required={correction}
        defaultValue={value('note')}
      />
      <FileField
        path="file"
        id={`file-${id}`}
        label={t('fields.file')}
        accept="application/pdf,image/png,image/jpeg"
      />
    </>
  )
}
