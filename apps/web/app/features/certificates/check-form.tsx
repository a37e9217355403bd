import { Button, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form } from 'react-router'
import classes from './certificates.module.css'

interface CheckFormProps {
  number: string
  code: string
}

export function CheckForm({ number, code }: CheckFormProps) {
  const { t } = useTranslation('certificates')
  return (
    <Form method="get" action="/certificates" className={classes.form}>
      <TextInput
        id="number"
        name="number"
        label={t('form.number')}
        description={t('form.numberHint')}
        defaultValue={number}
        inputMode="numeric"
        autoComplete="off"
        maxLength={40}
        required
      />
      <TextInput
        id="code"
        name="code"
        label={t('form.code')}
        description={t('form.codeHint')}
        defaultValue={code}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={80}
        required
      />
      <Button type="submit">{t('form.submit')}</Button>
    </Form>
  )
}
