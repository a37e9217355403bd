import type { ContractSummary } from '@market/contracts/contracts'
import type { RequestSummary } from '@market/contracts/licensing'
import type { ListingSummary } from '@market/contracts/listings'
import type { OrganizationSummary } from '@market/contracts/organizations'
import type { RegistrationSummary } from '@market/contracts/registration'
import { labelOf, ORGANIZATION_KIND_NAMES, RIGHT_ENDINGS, TRANSFER_MODES } from '@market/domain/codes'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatInstantDay } from '../../lib/format.ts'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import { useWorkspace } from '../../lib/workspace.ts'
import { dealTitle } from '../../ui/deal-subject.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Money } from '../../ui/money.tsx'
import { RecordList, RecordRow } from '../../ui/record-list.tsx'
import type { Work } from './load-work.server.ts'
import classes from './workspace-home.module.css'

/** Everything whose next step is this person's, the formal duties first. */
export function WaitingList({ waiting, children }: { waiting: Work['waiting']; children?: ReactNode }) {
  const { t } = useTranslation('workspace')
  const rows = [
    ...(waiting.queue?.items.map((item) => <QueueRow key={item.id} item={item} />) ?? []),
    ...(waiting.corrections?.items.map((item) => (
      <FilingRow key={item.id} item={item} need={t('need.correct')} />
    )) ?? []),
    ...(waiting.drafts?.items.map((item) => (
      <FilingRow key={item.id} item={item} need={t('need.submit')} />
    )) ?? []),
    ...(waiting.contracts?.items.map((item) => <ContractRow key={item.id} item={item} />) ?? []),
    ...(waiting.requests?.items.map((item) => <RequestRow key={item.id} item={item} />) ?? []),
    ...(waiting.organizations?.items.map((item) => <OrganizationRow key={item.id} item={item} />) ?? []),
    ...(waiting.listings?.items.map((item) => <ReviewRow key={item.id} item={item} />) ?? []),
    ...(waiting.frozen?.items.map((item) => <FrozenRow key={item.id} item={item} />) ?? []),
    ...(waiting.returned?.items
      .filter(({ returned }) => returned)
      .map((item) => <ReturnedRow key={item.id} item={item} />) ?? []),
  ]
  if (rows.length === 0) {
    return (
      <EmptyState title={t('home.nothingWaits')} action={children}>
        {t('home.nothingWaitsHint')}
      </EmptyState>
    )
  }
  return (
    <>
      <RecordList label={t('home.waiting')}>{rows}</RecordList>
      <More waiting={waiting} />
    </>
  )
}

function More({ waiting }: { waiting: Work['waiting'] }) {
  const { t } = useTranslation('workspace')
  const full = Object.values(waiting).some((page) => page?.nextCursor)
  return full ? <p className={classes.more}>{t('home.moreWaiting')}</p> : null
}

function QueueRow({ item }: { item: RegistrationSummary }) {
  const { t } = useTranslation('workspace')
  const locale = useLocale()
  return (
    <RecordRow
      to={paths.deskRecord(item.id)}
      title={item.title}
      need={t(item.mine ? 'need.otherExaminer' : 'need.examine')}
      meta={`${pick(item.seller, 'name', locale)} → ${pick(item.buyer, 'name', locale)}`}
      figure={<Money fen={item.contractAmountFen} />}
      note={item.waitingDays === null ? undefined : t('waitingDays', { count: item.waitingDays })}
    />
  )
}

function FilingRow({ item, need }: { item: RegistrationSummary; need: string }) {
  const locale = useLocale()
  return (
    <RecordRow
      to={paths.registration(item.id)}
      title={item.title}
      need={need}
      meta={`${pick(item.seller, 'name', locale)} → ${pick(item.buyer, 'name', locale)}`}
      figure={<Money fen={item.contractAmountFen} />}
      note={formatInstantDay(item.updatedAt, locale)}
    />
  )
}

function ContractRow({ item }: { item: ContractSummary }) {
  const { t } = useTranslation('workspace')
  const locale = useLocale()
  const { actor } = useWorkspace()
  const entrusted = item.agency?.id === actor.organizationId
  const need = entrusted ? 'need.file' : item.state === 'ready' ? 'need.sign' : 'need.draft'
  return (
    <RecordRow
      to={entrusted ? paths.registrations : paths.contract(item.id)}
      title={item.title}
      need={t(need)}
      meta={`${pick(item.seller, 'name', locale)} → ${pick(item.buyer, 'name', locale)}`}
      figure={<Money fen={item.contractAmountFen} />}
      note={formatInstantDay(item.updatedAt, locale)}
    />
  )
}

function RequestRow({ item }: { item: RequestSummary }) {
  const { t } = useTranslation('workspace')
  const locale = useLocale()
  const { actor } = useWorkspace()
  const other = item.owner.id === actor.organizationId ? item.requester : item.owner
  return (
    <RecordRow
      to={paths.request(item.id)}
      title={dealTitle(item, locale)}
      need={t(item.state === 'submitted' ? 'need.answer' : 'need.talk')}
      meta={`${pick(other, 'name', locale)} · ${labelOf(TRANSFER_MODES, item.transferMode, locale)}`}
      figure={item.offerFen === null ? undefined : <Money fen={item.offerFen} />}
      note={formatInstantDay(item.updatedAt, locale)}
    />
  )
}

function OrganizationRow({ item }: { item: OrganizationSummary }) {
  const { t } = useTranslation('workspace')
  const locale = useLocale()
  return (
    <RecordRow
      to={`/workspace/organizations/${item.id}`}
      title={pick(item, 'name', locale)}
      need={t('need.verify')}
      meta={labelOf(ORGANIZATION_KIND_NAMES, item.kind, locale)}
    />
  )
}

function ReviewRow({ item }: { item: ListingSummary }) {
  const { t } = useTranslation('workspace')
  const locale = useLocale()
  return (
    <RecordRow
      to={`/workspace/review/${item.id}`}
      title={pick(item, 'title', locale)}
      need={t('need.review')}
      meta={pick(item.organization, 'name', locale)}
      note={item.submittedAt === null ? undefined : formatInstantDay(item.submittedAt, locale)}
    />
  )
}

function ReturnedRow({ item }: { item: ListingSummary }) {
  const { t } = useTranslation('workspace')
  const locale = useLocale()
  return (
    <RecordRow
      to={`/workspace/listings/${item.id}`}
      title={pick(item, 'title', locale) || t('home.untitled')}
      need={t('need.returned')}
      note={item.updatedAt === null ? undefined : formatInstantDay(item.updatedAt, locale)}
    />
  )
}

function FrozenRow({ item }: { item: ListingSummary }) {
  const { t } = useTranslation('workspace')
  const locale = useLocale()
  return (
    <RecordRow
      to={`/workspace/listings/${item.id}`}
      title={pick(item, 'title', locale)}
      need={t('need.frozen')}
      meta={item.frozenReason === null ? undefined : labelOf(RIGHT_ENDINGS, item.frozenReason, locale)}
      note={item.updatedAt === null ? undefined : formatInstantDay(item.updatedAt, locale)}
    />
  )
}
