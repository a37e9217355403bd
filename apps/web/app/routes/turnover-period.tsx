import { Button } from '@mantine/core'
import { formatFen } from '@market/domain'
import { useTranslation } from 'react-i18next'
import { Form } from 'react-router'
import classes from '../features/plans/explorer/explorer.module.css'
import { FrozenTable } from '../features/plans/periods/frozen-table.tsx'
import { loadPeriod } from '../features/plans/periods/load-period.server.ts'
import { periodName } from '../features/plans/periods/period-name.ts'
import { Revisions } from '../features/plans/periods/revisions.tsx'
import planClasses from '../features/plans/plans.module.css'
import { formatCount, formatInstant } from '../lib/format.ts'
import { pick } from '../lib/i18n/locale.ts'
import { useLocale } from '../lib/i18n/use-locale.ts'
import { apiOf, localeFrom } from '../lib/request-context.server.ts'
import { Instant } from '../ui/day.tsx'
import { Digest } from '../ui/digest.tsx'
import { Fact, Facts } from '../ui/facts.tsx'
import { SelectField } from '../ui/form/fields.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import type { Route } from './+types/turnover-period.ts'

export function loader({ context, params, url }: Route.LoaderArgs) {
  return loadPeriod(apiOf(context), params.period, url.searchParams, localeFrom(context))
}

type View = Route.ComponentProps['loaderData']

export default function TurnoverPeriod({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('figures')
  const { published, view, by, views, breakdowns } = loaderData
  const name = periodName(published.period, t)
  const nameIn = (list: View['views'], code: string) => list.find((item) => item.code === code)?.name ?? code
  const byName = nameIn(breakdowns, by)
  const title = t('periods.pageTitle', { period: name })
  return (
    <>
      <PageHead title={title} description={t('periods.lead')} keep={['view', 'by']} />
      <PageHeader
        trail={[
          { label: t('plans'), to: '/plans' },
          { label: t('periods.title'), to: '/turnover/periods' },
        ]}
        title={title}
      />
      <FrozenSentence published={published} name={name} />
      <div className={classes.beside}>
        <div>
          <TableChoice {...loaderData} />
          <FrozenTable
            {...loaderData}
            caption={t('table.caption', { view: nameIn(views, view), by: byName })}
            byName={byName}
          />
          <Withholding {...loaderData} />
          <section className={planClasses.section}>
            <h2>{t('periods.revisions')}</h2>
            <p className={classes.note}>{t('periods.revisionsHint')}</p>
            <Revisions revisions={published.revisions} />
          </section>
        </div>
        <Publication published={published} />
      </div>
    </>
  )
}

/** The published total, whatever table is shown below, and whether the register still says so. */
function FrozenSentence({ published, name }: Pick<View, 'published'> & { name: string }) {
  const { t } = useTranslation('figures')
  const locale = useLocale()
  const frozen = published.figures.find((table) => table.view === 'registered')?.total
  const { contractCount = null, contractAmountFen = null } = frozen ?? {}
  const count = contractCount ?? 0
  return (
    <>
      <p className={planClasses.sentence}>
        {contractCount === null || contractAmountFen === null
          ? t('periods.sentenceWithheld', { period: name })
          : t('periods.sentence', {
              period: name,
              count,
              contracts: formatCount(count, locale),
              amount: formatFen(contractAmountFen, 'wan', locale),
            })}
      </p>
      <p className={planClasses.quiet}>
        {t(published.revisions.length === 0 ? 'periods.unchanged' : 'periods.revised', {
          at: formatInstant(published.publishedAt, locale),
          days: published.revisions.length,
        })}
      </p>
    </>
  )
}

/** Why cells are missing, in one sentence, where any is. */
function Withholding({ rows, total, smallestCell }: View) {
  const { t } = useTranslation('figures')
  const hidden = [total, ...rows].some(({ contractCount }) => contractCount === null)
  if (!hidden || smallestCell === null) return null
  return <p className={classes.note}>{t('withheld', { smallest: smallestCell })}</p>
}

function TableChoice({ view, by, views, breakdowns }: View) {
  const { t } = useTranslation('figures')
  const options = (list: View['views']) => list.map(({ code, name }) => ({ value: code, label: name }))
  return (
    <Form method="get" className={`${classes.choice} no-print`} key={`${view} ${by}`}>
      <SelectField path="view" label={t('ask.view')} defaultValue={view} data={options(views)} mb={0} />
      <SelectField path="by" label={t('ask.by')} defaultValue={by} data={options(breakdowns)} mb={0} />
      <Button type="submit" variant="default">
        {t('ask.show')}
      </Button>
    </Form>
  )
}

function Publication({ published }: Pick<View, 'published'>) {
  const { t } = useTranslation('figures')
  const locale = useLocale()
  return (
    <aside className={classes.rail} aria-label={t('rail.label')}>
      <section>
        <h2>{t('periods.publication')}</h2>
        <Facts>
          <Fact label={t('periods.publishedAt')}>
            <Instant at={published.publishedAt} />
          </Fact>
          <Fact label={t('periods.publisher')}>{pick(published, 'publisher', locale)}</Fact>
          <Fact label={t('periods.hash')}>
            <Digest value={published.hash} />
          </Fact>
        </Facts>
        <p>{t('periods.hashHint')}</p>
      </section>
      <section>
        <h2>{t('rail.definition')}</h2>
        <p>{pick(published, 'definition', locale)}</p>
      </section>
      <section>
        <h2>{t('rail.downloads')}</h2>
        <ul>
          <li>
            <a href={`/api/turnover/periods/${published.period}`} download={`${published.period}.json`}>
              {t('periods.json')}
            </a>
          </li>
        </ul>
      </section>
    </aside>
  )
}
