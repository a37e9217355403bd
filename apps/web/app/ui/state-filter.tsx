import { Button, NativeSelect } from '@mantine/core'
import type { CodeList } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { Form, useSubmit } from 'react-router'
import { nameIn } from '../lib/i18n/locale.ts'
import { useLocale } from '../lib/i18n/use-locale.ts'
import classes from './state-filter.module.css'

interface StateFilterProps {
  names: CodeList
  current: string | undefined
  /** Parameters of the address that stay. */
  keep?: Record<string, string>
}

/** Narrows a list to one state. A plain GET form; with a script the choice is enough. */
export function StateFilter({ names, current = '', keep = {} }: StateFilterProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const submit = useSubmit()
  return (
    <Form method="get" className={`${classes.filter} no-print`} key={current}>
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <NativeSelect
        name="state"
        size="sm"
        aria-label={t('filter.state')}
        defaultValue={current}
        onChange={(event) => submit(event.currentTarget.form)}
        data={[
          { value: '', label: t('filter.anyState') },
          ...names.map((entry) => ({ value: entry.code, label: nameIn(entry, locale) })),
        ]}
      />
      <Button type="submit" variant="default" size="sm" className={classes.apply}>
        {t('filter.apply')}
      </Button>
    </Form>
  )
}
