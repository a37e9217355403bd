import type { ListingSummary } from '@market/contracts/listings'
import { LISTING_KINDS, LISTING_RETURN_REASONS, labelOf } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { formatInstantDay } from '../../lib/format.ts'
import { colonIn, pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { ListingState } from '../../ui/listing-state.tsx'
import { Price } from '../../ui/price.tsx'
import { RecordList, RecordRow } from '../../ui/record-list.tsx'
import type { Todo } from './load-my-listings.server.ts'
import { useFieldName } from './use-field-name.ts'

const MOST_NAMED = 4

/** Texts that wait for us, each with what is to be done. */
export function TodoRows({ todos, label }: { todos: readonly Todo[]; label: string }) {
  return (
    <RecordList label={label}>
      {todos.map((todo) => (
        <TodoRow key={todo.item.id} todo={todo} />
      ))}
    </RecordList>
  )
}

function TodoRow({ todo: { item, reasons, missing } }: { todo: Todo }) {
  const { t } = useTranslation('editor')
  const locale = useLocale()
  const returned = reasons.length > 0
  const need = returned
    ? t('list.need.returned')
    : missing.length > 0
      ? t('list.need.missing', { count: missing.length })
      : t('list.need.ready')
  return (
    <RecordRow
      to={`/workspace/listings/${item.id}`}
      title={pick(item, 'title', locale) || t('untitled')}
      need={need}
      meta={returned ? <Reasons reasons={reasons} /> : <Missing paths={missing.map(({ path }) => path)} />}
      note={<Meta item={item} />}
    />
  )
}

function Reasons({ reasons }: { reasons: Todo['reasons'] }) {
  const locale = useLocale()
  return reasons.map(({ code, words }) => (
    <span key={`${code} ${words}`}>
      {labelOf(LISTING_RETURN_REASONS, code, locale)}
      {words && `${colonIn(locale)}${words}`}
    </span>
  ))
}

function Missing({ paths }: { paths: readonly string[] }) {
  const { t } = useTranslation('editor')
  const locale = useLocale()
  const nameOf = useFieldName()
  if (paths.length === 0) return t('list.readyHint')
  const names = [...new Set(paths.map(nameOf))]
  const shown = names.slice(0, MOST_NAMED).join(locale === 'en' ? ', ' : '、')
  return names.length > MOST_NAMED
    ? t('list.missingAndMore', { names: shown, count: names.length })
    : t('list.missing', { names: shown })
}

function Meta({ item }: { item: ListingSummary }) {
  const locale = useLocale()
  return item.updatedAt === null ? null : formatInstantDay(item.updatedAt, locale)
}

export function ListingRows({ items, label }: { items: readonly ListingSummary[]; label: string }) {
  const { t } = useTranslation('editor')
  const locale = useLocale()
  return (
    <RecordList label={label}>
      {items.map((item) => (
        <RecordRow
          key={item.id}
          to={`/workspace/listings/${item.id}`}
          title={pick(item, 'title', locale) || t('untitled')}
          badge={<ListingState state={item.state} frozen={item.frozenReason !== null} />}
          meta={
            <>
              <span>{labelOf(LISTING_KINDS, item.kind, locale)}</span>
              <span>
                <Price mode={item.priceMode} fen={item.priceFen} maxFen={item.priceMaxFen} />
              </span>
              {item.score !== null && <span>{t('quality.inList', { score: item.score })}</span>}
              {item.changes && <span>{t(`list.changes.${item.changes}`)}</span>}
            </>
          }
          note={<Meta item={item} />}
        />
      ))}
    </RecordList>
  )
}
