import { Button } from '@mantine/core'
import { PublicNotice } from '@market/contracts/contracts'
import { labelOf, NOTICE_PHASE_NAMES, TRANSFER_MODES } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { data, Link, redirect, useSearchParams } from 'react-router'
import { Decision } from '../features/notices/decision.tsx'
import { takeNoticeStep } from '../features/notices/notice-action.server.ts'
import classes from '../features/notices/notices.module.css'
import { Objections } from '../features/notices/objections.tsx'
import { formatDay } from '../lib/format.ts'
import { pick } from '../lib/i18n/locale.ts'
import { useLocale } from '../lib/i18n/use-locale.ts'
import { paths } from '../lib/paths.ts'
import { typedValues } from '../lib/read-form.ts'
import { apiOf } from '../lib/request-context.server.ts'
import { Instant } from '../ui/day.tsx'
import { Fact, Facts, WithRail } from '../ui/facts.tsx'
import { Money } from '../ui/money.tsx'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import type { Route } from './+types/notice.ts'

export async function loader({ context, params }: Route.LoaderArgs) {
  return apiOf(context).get(`/api/notices/${encodeURIComponent(params.id)}`, PublicNotice)
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await request.formData()
  const problem = await takeNoticeStep(apiOf(context), params.id, form)
  const typed = typedValues(form)
  if (problem) return data({ problem, typed }, { status: problem.status })
  return redirect(`${paths.notice(params.id)}?done=${encodeURIComponent(typed.intent ?? '')}`)
}

const DONE = ['object', 'answer', 'decision', 'withdraw'] as const

export default function NoticePage({ loaderData: notice, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('notices')
  const locale = useLocale()
  const [query] = useSearchParams()
  const done = actionData ? undefined : DONE.find((word) => word === query.get('done'))
  return (
    <>
      <PageHead title={notice.title} description={notice.summary} />
      <PageHeader
        trail={[{ label: t('title'), to: paths.notices }]}
        title={notice.title}
        eyebrow={<span>{labelOf(NOTICE_PHASE_NAMES, notice.phase, locale)}</span>}
        actions={
          notice.contractId && (
            <Button component={Link} to={paths.contract(notice.contractId)} variant="default">
              {t('toContract')}
            </Button>
          )
        }
      />
      <WithRail rail={<Rail notice={notice} />}>
        {done && <Notice tone="done">{t(`done.${done}`)}</Notice>}
        {notice.withdrawal ? (
          <Notice tone="refused" title={t('withdraw.done')}>
            {notice.withdrawal.reason}
          </Notice>
        ) : (
          <Notice tone={notice.phase === 'running' ? 'needs-you' : 'info'}>
            {t(`standing.${notice.phase === 'running' ? 'running' : 'over'}`, {
              date: formatDay(notice.endsOn, locale),
            })}
          </Notice>
        )}
        <section className={classes.section}>
          <h2>{t('summary')}</h2>
          <p className={classes.words}>{notice.summary}</p>
        </section>
        <Decision notice={notice} result={actionData} />
        <Objections notice={notice} result={actionData} />
      </WithRail>
    </>
  )
}

function Rail({ notice }: { notice: PublicNotice }) {
  const { t } = useTranslation('notices')
  const locale = useLocale()
  const { seller, transferMode, priceFen, priceNote, relatedParty, relation, basis } = notice
  return (
    <Facts>
      <Fact label={t('facts.seller')}>
        <Link to={paths.organization(seller.id)}>{pick(seller, 'name', locale)}</Link>
      </Fact>
      <Fact label={t('facts.mode')}>{labelOf(TRANSFER_MODES, transferMode, locale)}</Fact>
      <Fact label={t('facts.price')}>
        <Money fen={priceFen} /> {priceNote}
      </Fact>
      <Fact label={t('facts.related')}>{relatedParty ? relation : t('related.none')}</Fact>
      <Fact label={t('facts.period')}>
        {formatDay(notice.postedOn, locale)} – {formatDay(notice.endsOn, locale)}
      </Fact>
      <Fact label={t('facts.basis')}>
        {locale === 'en' ? basis.en : basis.zh} {!basis.verified && t('facts.unverified')}
      </Fact>
      <Fact label={t('facts.postedAt')}>
        <Instant at={notice.postedAt} />
      </Fact>
      <Fact label={t('facts.hash')}>
        <code className={classes.hash}>{notice.sha256}</code>
      </Fact>
      {notice.inside && (
        <Fact label={t('facts.record')}>
          <a href={paths.noticeRecord(notice.id)}>{t('facts.recordPdf')}</a>
        </Fact>
      )}
    </Facts>
  )
}
