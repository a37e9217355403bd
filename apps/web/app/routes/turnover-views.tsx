import { useTranslation } from 'react-i18next'
import { data, Link } from 'react-router'
import { AnswerSentence } from '../features/plans/explorer/answer-sentence.tsx'
import classes from '../features/plans/explorer/explorer.module.css'
import { ItemsTable } from '../features/plans/explorer/items-table.tsx'
import { type Answer, loadViews } from '../features/plans/explorer/load-views.server.ts'
import { QuestionForm } from '../features/plans/explorer/question-form.tsx'
import { apiOf, localeFrom } from '../lib/request-context.server.ts'
import { Chart } from '../ui/chart.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import type { Route } from './+types/turnover-views.ts'

export async function loader({ context, url }: Route.LoaderArgs) {
  const views = await loadViews(apiOf(context), url.searchParams, localeFrom(context))
  return data(views, { status: views.problem?.status ?? 200 })
}

export default function TurnoverViews({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('figures')
  const { answer } = loaderData
  return (
    <>
      <PageHead title={t('title')} description={t('description')} />
      <PageHeader trail={[{ label: t('plans'), to: '/plans' }]} title={t('title')} lead={t('lead')} />
      <QuestionForm {...loaderData} />
      {answer && <AnswerView {...loaderData} answer={answer} />}
    </>
  )
}

type View = Route.ComponentProps['loaderData']

function AnswerView({ answer, question, views, breakdowns, definition }: View & { answer: Answer }) {
  const { t } = useTranslation('figures')
  const { turnover, chart } = answer
  const viewName = views.find(({ code }) => code === question.view)?.name ?? question.view
  const byName = breakdowns.find(({ code }) => code === question.by)?.name ?? question.by
  const caption = t('table.caption', { view: viewName, by: byName })
  return (
    <>
      <AnswerSentence answer={answer} viewName={viewName} />
      <div className={classes.beside}>
        <div>
          {chart && <Chart drawing={chart} label={caption} />}
          <ItemsTable turnover={turnover} caption={caption} byName={byName} />
          <Withholding turnover={turnover} />
        </div>
        <aside className={classes.rail} aria-label={t('rail.label')}>
          <section>
            <h2>{t('rail.definition')}</h2>
            <p>{t(`views.${turnover.view}`)}</p>
            <p>{definition}</p>
          </section>
          <section>
            <h2>{t('rail.downloads')}</h2>
            <Downloads {...answer.downloads} />
          </section>
        </aside>
      </div>
    </>
  )
}

/** Why cells are missing, in one sentence, where any is. */
function Withholding({ turnover }: Pick<Answer, 'turnover'>) {
  const { t } = useTranslation('figures')
  const hidden = [turnover.total, ...turnover.items].some(
    ({ suppressed, previous }) => suppressed || previous.suppressed,
  )
  if (!hidden || turnover.smallestCell === null) return null
  return <p className={classes.note}>{t('withheld', { smallest: turnover.smallestCell })}</p>
}

function Downloads({ json, csv }: Answer['downloads']) {
  const { t } = useTranslation('figures')
  return (
    <ul>
      <li>
        <a href={csv} download>
          {t('rail.csv')}
        </a>
      </li>
      <li>
        <a href={json} download="turnover.json">
          {t('rail.json')}
        </a>
      </li>
      <li>
        <a href="/api/open-data">{t('rail.openData')}</a>
      </li>
      <li>
        <Link to="/turnover/periods">{t('rail.periods')}</Link>
      </li>
    </ul>
  )
}
