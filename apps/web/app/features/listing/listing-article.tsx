import type { Listing } from '@market/contracts/listings'
import { useTranslation } from 'react-i18next'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { Documents } from '../../ui/attachments/documents.tsx'
import { Gallery } from '../../ui/attachments/gallery.tsx'
import { ComparisonTable } from '../../ui/comparison-table.tsx'
import { ConfidentialNote } from './confidential-note.tsx'
import classes from './listing.module.css'
import { Rights } from './rights.tsx'

const PARTS = ['problem', 'advantage', 'applications'] as const

/** The listing as an article: what it is, the problem, the advantage, where it can be used, and what proves it. */
export function ListingArticle({ listing }: { listing: Listing }) {
  const { t } = useTranslation('listing')
  const locale = useLocale()
  return (
    <article className={classes.article}>
      <Paragraphs className={classes.summary} text={pick(listing, 'summary', locale)} />
      <Gallery attachments={listing.attachments} />
      {PARTS.map((part) => (
        <Part key={part} title={t(part)} text={pick(listing, part, locale)} />
      ))}
      {listing.comparison.length > 0 && (
        <section>
          <h2>{t('comparison.title')}</h2>
          <ComparisonTable rows={listing.comparison} leading={pick(listing, 'leadingSolution', locale)} />
        </section>
      )}
      <Part title={t('evidence')} text={pick(listing, 'maturityEvidence', locale)} />
      <Rights rights={listing.rights} />
      <Documents attachments={listing.attachments} />
      <ConfidentialNote listingId={listing.id} count={listing.confidentialFiles} />
    </article>
  )
}

function Part({ title, text }: { title: string; text: string }) {
  if (text === '') return null
  return (
    <section>
      <h2>{title}</h2>
      <Paragraphs text={text} />
    </section>
  )
}

function Paragraphs({ text, className }: { text: string; className?: string | undefined }) {
  const paragraphs = text.split(/\n+/).filter((paragraph) => paragraph.trim() !== '')
  return (
    <div className={className}>
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </div>
  )
}
