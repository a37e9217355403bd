import type { FacetValue } from '@market/contracts/discovery'
import { PLAN_INDUSTRIES, PLAN_INDUSTRY_GROUPS } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { nameIn, pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { FacetRow } from './facet-row.tsx'
import classes from './search.module.css'

const GROUP_OF = new Map<string, string>(PLAN_INDUSTRIES.map(({ code, group }) => [code, group]))

const howMany = (values: readonly FacetValue[]) =>
  values.every(({ chosen }) => chosen) ? 'all' : values.some(({ chosen }) => chosen) ? 'some' : 'none'

/** The plan's industries under the plan's groups. A listing is in one industry, so a group counts the sum of its own. */
export function IndustryTree({ values }: { values: readonly FacetValue[] }) {
  const { t } = useTranslation('search')
  const locale = useLocale()
  if (values.length === 0) return null
  const groups = Map.groupBy(values, ({ value }) => GROUP_OF.get(value) ?? value)
  return (
    <section className={classes.facet}>
      <h2>{t('facets.planIndustry')}</h2>
      <ul>
        {PLAN_INDUSTRY_GROUPS.flatMap((group) => {
          const own = groups.get(group.code) ?? []
          // A group of one industry would say the same thing twice.
          const isAlone = PLAN_INDUSTRIES.filter(({ group: of }) => of === group.code).length === 1
          const rows = own.map((value) => (
            <FacetRow
              key={value.value}
              facet="planIndustry"
              values={[value.value]}
              chosen={value.chosen ? 'all' : 'none'}
              name={pick(value, 'name', locale)}
              count={value.count}
              depth={isAlone ? 0 : 1}
            />
          ))
          if (isAlone || own.length === 0) return rows
          return [
            <FacetRow
              key={group.code}
              facet="planIndustry"
              values={own.map(({ value }) => value)}
              chosen={howMany(own)}
              name={nameIn(group, locale)}
              count={own.reduce((sum, { count }) => sum + count, 0)}
            />,
            ...rows,
          ]
        })}
      </ul>
    </section>
  )
}
