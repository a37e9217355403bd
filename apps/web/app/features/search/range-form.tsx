import { Button, NativeSelect, TextInput } from '@mantine/core'
import { SEARCH_BOUNDS } from '@market/contracts/discovery'
import { formatYuan } from '@market/domain'
import { MATURITY_LEVELS } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { Form, useLocation } from 'react-router'
import { TYPED_PRICES } from './range-bounds.ts'
import classes from './search.module.css'

type PriceField = keyof typeof TYPED_PRICES

/** Bounds of price and maturity. A form of the address, so it works without scripts and keeps all else that was chosen. */
export function RangeForm() {
  const { t } = useTranslation('search')
  const { search } = useLocation()
  const params = new URLSearchParams(search)
  return (
    <Form method="get" action="/search" className={classes.ranges} key={search}>
      {othersOf(params).map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <fieldset>
        <legend>{t('ranges.price')}</legend>
        <PriceInput field="priceFrom" params={params} />
        <span aria-hidden="true">–</span>
        <PriceInput field="priceTo" params={params} />
      </fieldset>
      <fieldset>
        <legend>{t('ranges.maturity')}</legend>
        <LevelSelect bound="maturityMin" params={params} />
        <span aria-hidden="true">–</span>
        <LevelSelect bound="maturityMax" params={params} />
      </fieldset>
      <Button type="submit" variant="default" size="xs">
        {t('ranges.apply')}
      </Button>
    </Form>
  )
}

/** Everything of the address these fields do not replace. */
function othersOf(params: URLSearchParams): [string, string][] {
  const own = new Set<string>([...SEARCH_BOUNDS, ...Object.keys(TYPED_PRICES), 'cursor'])
  return [...params].filter(([name]) => !own.has(name))
}

function PriceInput({ field, params }: { field: PriceField; params: URLSearchParams }) {
  const { t } = useTranslation(['search', 'errors'])
  const fen = Number(params.get(TYPED_PRICES[field]) ?? Number.NaN)
  const unread = params.get(field)
  return (
    <TextInput
      name={field}
      size="xs"
      inputMode="decimal"
      autoComplete="off"
      aria-label={t(`search:ranges.${field}`)}
      placeholder={t(`search:ranges.any.${field}`)}
      defaultValue={unread ?? (Number.isSafeInteger(fen) ? formatYuan(fen).replace(/\.00$/, '') : '')}
      error={unread === null ? undefined : t('errors:money.not_an_amount')}
    />
  )
}

function LevelSelect({ bound, params }: { bound: 'maturityMin' | 'maturityMax'; params: URLSearchParams }) {
  const { t } = useTranslation('search')
  return (
    <NativeSelect
      name={bound}
      size="xs"
      aria-label={t(`ranges.${bound}`)}
      defaultValue={params.get(bound) ?? ''}
      data={[
        { value: '', label: t(`ranges.any.${bound}`) },
        ...MATURITY_LEVELS.map(({ code }) => ({ value: code, label: code })),
      ]}
    />
  )
}
