import { Button, NativeSelect, TextInput } from '@mantine/core'
import type { FacetValue } from '@market/contracts/discovery'
import { MOST_SEARCHED } from '@market/domain/discovery'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { PUBLISHED_FILTERS, type PublishedFilter } from './filters.ts'
import type { Published } from './load-published.server.ts'
import classes from './published.module.css'

/** A plain form: the address holds what was chosen, and the counts say what each choice would leave. */
export function PublishedFilters({ published: { q, page, narrowed } }: { published: Published }) {
  const { t } = useTranslation('directory')
  const { pathname, search } = useLocation()
  return (
    // Written anew with each address, so that going back shows what was chosen there.
    <form
      key={search}
      method="get"
      action={`${pathname}#published`}
      className={`${classes.filters} no-print`}
    >
      <TextInput
        name="q"
        type="search"
        label={t('filters.text')}
        defaultValue={q}
        maxLength={MOST_SEARCHED}
      />
      {PUBLISHED_FILTERS.map((name) => (
        <FilterSelect key={name} name={name} values={page.facets[name]} />
      ))}
      <Button type="submit" variant="default">
        {t('filters.apply')}
      </Button>
      {narrowed && <Link to={`${pathname}#published`}>{t('filters.clear')}</Link>}
    </form>
  )
}

interface FilterSelectProps {
  name: PublishedFilter
  values: readonly FacetValue[]
}

function FilterSelect({ name, values }: FilterSelectProps) {
  const { t } = useTranslation('directory')
  const locale = useLocale()
  const options = values.map((value) => ({
    value: value.value,
    label: t('filters.option', { name: pick(value, 'name', locale), count: value.count }),
  }))
  return (
    <NativeSelect
      name={name}
      label={t(`filters.${name}`)}
      defaultValue={values.find(({ chosen }) => chosen)?.value ?? ''}
      data={[{ value: '', label: t('all') }, ...options]}
    />
  )
}
