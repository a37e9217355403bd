import type { Listing } from '@market/contracts/listings'
import { useTranslation } from 'react-i18next'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { Attachments } from './attachments.tsx'
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
      {PARTS.map((part) => (
        <Part key={part} title={t(part)} text={pick(listing, part, locale)} />
      ))}
      <Part title={t('evidence')} text={pick(listing, 'maturityEvidence', locale)} />
      <Rights rights={listing.rights} />
      <Attachments attachments={listing.attachments} />
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
