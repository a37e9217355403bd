import type { Listing, ListingEditing } from '@market/contracts/listings'
import { LISTING_PARTS, LISTING_RETURN_REASONS, type ListingPart, labelOf } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { nameIn } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import { fieldIdOf } from '../../ui/form/field-problem.ts'
import { Notice } from '../../ui/notice.tsx'
import classes from './editor.module.css'

type Editable = Listing & { editing: ListingEditing }

/** Where the text stands and what is asked of its editors. */
export function Standing({ listing }: { listing: Editable }) {
  const { t } = useTranslation('editor')
  const { reviewReasons, changes } = listing.editing
  const open = listing.state === 'published' || listing.state === 'under_negotiation'
  return (
    <>
      {reviewReasons && <Returned reasons={reviewReasons} />}
      {listing.state === 'submitted' && <Notice>{t('standing.submitted')}</Notice>}
      {changes === 'submitted' && <Notice>{t('standing.changesSubmitted')}</Notice>}
      {open && changes !== 'submitted' && (
        <Notice>
          {t(changes === null ? 'standing.public' : 'standing.changesDraft')}{' '}
          <Link to={paths.listing(listing.id)}>{t('standing.publicPage')}</Link>
        </Notice>
      )}
      {listing.state === 'withdrawn' && <Notice>{t('standing.withdrawn')}</Notice>}
      {listing.state === 'transferred' && <Notice tone="done">{t('standing.transferred')}</Notice>}
      {listing.state === 'expired' && <Notice>{t('standing.expired')}</Notice>}
    </>
  )
}

type Reasons = NonNullable<ListingEditing['reviewReasons']>

/** The reviewer's reasons, as a list of things to do. */
function Returned({ reasons }: { reasons: Reasons }) {
  const { t } = useTranslation('editor')
  return (
    <Notice tone="needs-you" title={t('standing.returned')}>
      <ReasonList reasons={reasons} />
    </Notice>
  )
}

const ANCHORS: Record<ListingPart, string> = {
  title: fieldIdOf('titleZh'),
  summary: fieldIdOf('summaryZh'),
  problem: fieldIdOf('problemZh'),
  advantage: fieldIdOf('advantageZh'),
  applications: fieldIdOf('applicationsZh'),
  comparison: fieldIdOf('comparison'),
  maturityEvidence: fieldIdOf('maturityEvidenceZh'),
  classification: fieldIdOf('technicalField'),
  rights: fieldIdOf('rights'),
  terms: fieldIdOf('transferModes'),
  attachments: 'attachments',
}

/** Reasons with the part of the text each is about; the part's name leads to it. */
export function ReasonList({ reasons }: { reasons: Reasons }) {
  const locale = useLocale()
  return (
    <ul>
      {reasons.map(({ code, words, field }) => (
        <li key={`${code} ${words}`}>
          {labelOf(LISTING_RETURN_REASONS, code, locale)}
          <PartLink field={field} />
          {words && <span className={classes.words}>{words}</span>}
        </li>
      ))}
    </ul>
  )
}

function PartLink({ field }: { field: string | null }) {
  const locale = useLocale()
  const part = LISTING_PARTS.find(({ code }) => code === field)
  if (part === undefined) return null
  return (
    <>
      {' · '}
      <a href={`#${ANCHORS[part.code]}`}>{nameIn(part, locale)}</a>
    </>
  )
}
