import { Button, TextInput } from '@mantine/core'
import { MOST_ORGANIZATION_SEARCHED } from '@market/contracts/organizations'
import { useTranslation } from 'react-i18next'
import { paths } from '../../lib/paths.ts'
import classes from '../../ui/search-form.module.css'

/** A plain form: the address holds what is looked for; the kind chosen stays. */
export function NameSearch({ kind, q }: { kind: string | null; q: string }) {
  const { t } = useTranslation('directory')
  return (
    // Written anew with each question, so that going back shows what was asked there.
    <form key={q} method="get" action={paths.organizations} className={`${classes.form} no-print`}>
      {kind && <input type="hidden" name="kind" value={kind} />}
      <TextInput
        name="q"
        type="search"
        label={t('search.name')}
        defaultValue={q}
        maxLength={MOST_ORGANIZATION_SEARCHED}
      />
      <Button type="submit">{t('search.find')}</Button>
    </form>
  )
}
