import { useTranslation } from 'react-i18next'
import { type ChosenFilter, filterText } from '../../lib/chosen-filters.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { Fact, Facts } from '../../ui/facts.tsx'
import classes from './returning.module.css'

interface SearchQuestionProps {
  q: string
  total: number
  chosen: readonly ChosenFilter[]
}

/** What a search asks for, in words. */
export function SearchQuestion({ q, total, chosen }: SearchQuestionProps) {
  const { t } = useTranslation('returning')
  const { t: tSearch } = useTranslation('search')
  const locale = useLocale()
  const groups = Map.groupBy(chosen, ({ facet }) => facet)
  return (
    <section className={classes.question} aria-label={t('saved.question')}>
      <Facts>
        <Fact label={t('saved.words')}>{q || t('saved.everything')}</Fact>
        {[...groups].map(([group, filters]) => (
          <Fact key={group} label={tSearch(`facets.${group}`)}>
            {filters.map((filter) => filterText(filter, tSearch, locale)).join(locale === 'en' ? ', ' : '、')}
          </Fact>
        ))}
      </Facts>
      <p className={classes.quiet}>{t('saved.now', { count: total })}</p>
    </section>
  )
}
