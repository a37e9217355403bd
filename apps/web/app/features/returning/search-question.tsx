import type { FacetValue, SearchFacet } from '@market/contracts/discovery'
import { useTranslation } from 'react-i18next'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { Fact, Facts } from '../../ui/facts.tsx'
import classes from './returning.module.css'

interface SearchQuestionProps {
  q: string
  total: number
  chosen: { facet: SearchFacet; values: FacetValue[] }[]
}

/** What a search asks for, in words. */
export function SearchQuestion({ q, total, chosen }: SearchQuestionProps) {
  const { t } = useTranslation(['returning', 'search'])
  const locale = useLocale()
  return (
    <section className={classes.question} aria-label={t('saved.question')}>
      <Facts>
        <Fact label={t('saved.words')}>{q || t('saved.everything')}</Fact>
        {chosen.map(({ facet, values }) => (
          <Fact key={facet} label={t(`search:facets.${facet}`)}>
            {values.map((value) => pick(value, 'name', locale)).join(locale === 'en' ? ', ' : '、')}
          </Fact>
        ))}
      </Facts>
      <p className={classes.quiet}>{t('saved.now', { count: total })}</p>
    </section>
  )
}
