import { useTranslation } from 'react-i18next'
import { typedOr } from '../../lib/typed.ts'
import { ChoiceField } from '../../ui/form/choice-field.tsx'
import { TextField } from '../../ui/form/fields.tsx'
import type { NeedChoices } from './need-choices.server.ts'
import { INVITED_ROWS, type NeedValues } from './need-fields.ts'

interface InvitedFieldsProps {
  invitedIds: readonly string[]
  organizations: NeedChoices['organizations']
  /** What was sent and came back. */
  values: NeedValues | undefined
}

/** Who may read it where only the invited may: those invited so far to untick, and names to add. */
export function InvitedFields({ invitedIds, organizations, values }: InvitedFieldsProps) {
  const { t } = useTranslation('needs')
  const value = typedOr(values?.typed)
  const offered = [...new Set([...invitedIds, ...(values?.invitedIds ?? [])])]
  const nameOf = (id: string) => organizations.find((one) => one.id === id)?.name ?? id
  return (
    <>
      {offered.length > 0 && (
        <ChoiceField
          path="invitedIds"
          kind="many"
          label={t('fields.invitedIds')}
          selected={values?.invitedIds ?? invitedIds}
          choices={offered.map((id) => ({ value: id, label: nameOf(id) }))}
        />
      )}
      {Array.from({ length: INVITED_ROWS }, (_, at) => (
        <TextField
          // biome-ignore lint/suspicious/noArrayIndexKey: the fields are places, not records
          key={at}
          path={`invitedNames.${at}`}
          label={t('invite', { number: at + 1 })}
          description={at === 0 ? t('hints.invitedIds') : undefined}
          list="need-organizations"
          autoComplete="off"
          maxLength={200}
          defaultValue={value(`invitedNames.${at}`)}
        />
      ))}
      <datalist id="need-organizations">
        {organizations.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
    </>
  )
}
