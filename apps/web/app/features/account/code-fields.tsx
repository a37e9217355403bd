import { Radio } from '@mantine/core'
import type { ConfirmationMethod } from '@market/domain/identity'
import { useTranslation } from 'react-i18next'
import { TextField } from '../../ui/form/fields.tsx'

type CodeMethod = Exclude<ConfirmationMethod, 'passkey'>

export const codeMethods = (methods: readonly ConfirmationMethod[]): CodeMethod[] =>
  methods.filter((method) => method !== 'passkey')

interface CodeFieldsProps {
  methods: readonly ConfirmationMethod[]
  chosen?: string | undefined
}

/** Where the code comes from, when there is a choice, and the code. */
export function CodeFields({ methods, chosen }: CodeFieldsProps) {
  const { t } = useTranslation('account')
  const open = codeMethods(methods)
  const [first] = open
  if (first === undefined) return null
  const method = open.find((known) => known === chosen) ?? first
  return (
    <>
      {open.length === 1 ? (
        <input type="hidden" name="method" value={first} />
      ) : (
        <Radio.Group name="method" label={t('proof.method')} defaultValue={method} mb="md">
          {open.map((known) => (
            <Radio key={known} value={known} label={t(`proof.methods.${known}`)} mt="xs" />
          ))}
        </Radio.Group>
      )}
      <TextField
        path="code"
        label={t('proof.code')}
        description={open.length === 1 ? t(`proof.hints.${first}`) : undefined}
        autoComplete="one-time-code"
        inputMode={open.includes('recovery') ? 'text' : 'numeric'}
        spellCheck={false}
        required
      />
    </>
  )
}
