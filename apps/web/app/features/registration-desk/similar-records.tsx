import type { Registration } from '@market/contracts/registration'
import { labelOf } from '@market/domain/codes'
import { CONTRACT_TYPES } from '@market/domain/regimes'
import { NEAR_LIKENESSES } from '@market/domain/registration'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import { Day } from '../../ui/day.tsx'
import { Money } from '../../ui/money.tsx'
import { Notice } from '../../ui/notice.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import classes from './similar.module.css'

type Similar = Registration['similar'][number]
type Comparable = Pick<
  Similar,
  | 'title'
  | 'agency'
  | 'seller'
  | 'buyer'
  | 'type'
  | 'contractAmountFen'
  | 'technologyAmountFen'
  | 'signedOn'
  | 'endsOn'
  | 'patentNumbers'
>

const LINES = [
  { key: 'title', likeness: 'title' },
  { key: 'parties', likeness: 'parties' },
  { key: 'type', likeness: null },
  { key: 'contractAmountFen', likeness: 'contractAmountFen' },
  { key: 'technologyAmountFen', likeness: null },
  { key: 'signedOn', likeness: 'signedOn' },
  { key: 'endsOn', likeness: null },
  { key: 'patentNumbers', likeness: 'patentNumbers' },
  { key: 'agency', likeness: null },
] as const
type LineKey = (typeof LINES)[number]['key']

/** Records that look like this one, side by side with it: the same contract is registered once. */
export function SimilarRecords({ registration }: { registration: Registration }) {
  const { t } = useTranslation('desk')
  const { similar } = registration
  if (similar.length === 0) return null
  return (
    <Notice tone="needs-you" title={t('similar.title', { count: similar.length })}>
      {similar.map((other, at) => (
        <details key={other.id} className={classes.pair} open={at === 0}>
          <summary>
            <Alike other={other} />
          </summary>
          <Comparison registration={registration} other={other} />
        </details>
      ))}
    </Notice>
  )
}

function Alike({ other }: { other: Similar }) {
  const locale = useLocale()
  const parts = other.alike.map((code) => labelOf(NEAR_LIKENESSES, code, locale)).join(' · ')
  return (
    <>
      {other.number ?? other.title} — {parts}
    </>
  )
}

interface ComparisonProps {
  registration: Registration
  other: Similar
}

function Comparison({ registration, other }: ComparisonProps) {
  const { t } = useTranslation('desk')
  const { form, seller, buyer, agency, patentNumbers } = registration
  const own: Comparable = { ...form, seller, buyer, agency, patentNumbers }
  return (
    <table className={classes.table}>
      <caption className="visually-hidden">{t('similar.caption', { title: other.title })}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{t('similar.this')}</th>
          <th scope="col">
            <Link to={paths.registration(other.id)}>{other.number ?? t('similar.other')}</Link>{' '}
            {other.status === null ? (
              <StateBadge subject="registration" state={other.state} />
            ) : (
              <StateBadge subject="certificate" state={other.status} />
            )}
          </th>
        </tr>
      </thead>
      <tbody>
        {LINES.map(({ key, likeness }) => {
          const alike = likeness !== null && other.alike.includes(likeness)
          return (
            <tr key={key} data-alike={alike || undefined}>
              <th scope="row">
                {t(`similar.lines.${key}`)}
                {alike && <span className={classes.mark}>{t('similar.mark')}</span>}
              </th>
              <td>
                <Value of={own} line={key} />
              </td>
              <td>
                <Value of={other} line={key} />
                <Difference other={other} line={key} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Value({ of, line }: { of: Comparable; line: LineKey }): ReactNode {
  const { t } = useTranslation()
  const locale = useLocale()
  switch (line) {
    case 'parties':
      return `${pick(of.seller, 'name', locale)} → ${pick(of.buyer, 'name', locale)}`
    case 'agency':
      return pick(of.agency, 'name', locale)
    case 'type':
      return labelOf(CONTRACT_TYPES, of.type, locale)
    case 'contractAmountFen':
    case 'technologyAmountFen':
      return <Money fen={of[line]} unit="yuan" />
    case 'signedOn':
    case 'endsOn': {
      const date = of[line]
      return date === null ? t('none') : <Day date={date} />
    }
    case 'patentNumbers':
      return of.patentNumbers.length === 0 ? t('none') : of.patentNumbers.join(' · ')
    default:
      return of.title
  }
}

/** How far apart the two are, where that can be counted. */
function Difference({ other, line }: { other: Similar; line: LineKey }) {
  const { t } = useTranslation('desk')
  if (line === 'title') {
    return <small>{t('similar.titleAlike', { percent: other.titleSimilarityPercent })}</small>
  }
  if (line === 'signedOn' && other.daysApart !== 0) {
    return <small>{t('similar.daysApart', { count: Math.abs(other.daysApart) })}</small>
  }
  if (line === 'contractAmountFen' && other.amountDifferenceFen !== 0) {
    return (
      <small>
        {t('similar.difference')} <Money fen={other.amountDifferenceFen} unit="yuan" />
      </small>
    )
  }
  if (line === 'patentNumbers' && other.sharedPatentNumbers.length > 0) {
    return <small>{t('similar.shared', { numbers: other.sharedPatentNumbers.join(' · ') })}</small>
  }
  return null
}
