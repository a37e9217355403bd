import type { ContentChange, Listing } from '@market/contracts/listings'
import { ATTACHMENT_VISIBILITIES, labelOf } from '@market/domain/codes'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatBytes } from '../../lib/format.ts'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import { ChangedText, type TextSegment } from '../../ui/changed-text.tsx'
import { ComparisonTable } from '../../ui/comparison-table.tsx'
import { fieldIdOf } from '../../ui/form/field-problem.ts'
import type { CodedListing } from './coded-listing.ts'
import { compareLists, type ListChanges } from './compare-lists.ts'
import classes from './review.module.css'
import { useFacts } from './use-facts.ts'

const TEXTS = ['title', 'summary', 'problem', 'advantage', 'applications', 'maturityEvidence'] as const

interface ListingTextProps {
  now: CodedListing
  /** The published text; null before the first publication. */
  before: CodedListing | null
  /** What differs from it, texts word by word; left out, old and new stand one above the other. */
  changes?: readonly ContentChange[]
  /** The rights as the public will read them, with what burdens them. */
  rights: ReactNode
}

/** The whole text in both languages, with what differs from the published one marked. */
export function ListingText({ now, before, changes = [], rights }: ListingTextProps) {
  const { t } = useTranslation('review')
  const number = (right: Listing['rights'][number]) => right.number ?? right.title
  const segmentsOf = new Map(
    changes.flatMap((change) => (change.kind === 'text' ? [[change.field, change.segments] as const] : [])),
  )
  const title = (attachment: Listing['attachments'][number]) => attachment.titleZh
  return (
    <>
      {TEXTS.map((name) => (
        <TextRow
          key={name}
          name={name}
          now={now.listing}
          before={before?.listing ?? null}
          segmentsOf={segmentsOf}
        />
      ))}
      <section className={classes.part} id={fieldIdOf('comparison')}>
        <h2>{t('text.comparison')}</h2>
        {now.listing.comparison.length === 0 ? (
          <p className={classes.empty}>{t('text.empty')}</p>
        ) : (
          <ComparisonTable
            rows={now.listing.comparison}
            leading={now.listing.leadingSolutionZh || now.listing.leadingSolutionEn}
          />
        )}
      </section>
      <FactTable now={now} before={before} />
      <section className={classes.part} id={fieldIdOf('rights')}>
        {before && (
          <Changes changes={compareLists(now.listing.rights, before.listing.rights)} nameOf={number} />
        )}
        {rights}
      </section>
      <section className={classes.part} id="attachments">
        <h2 id={fieldIdOf('attachment.file')}>{t('text.attachments')}</h2>
        {before && (
          <Changes
            changes={compareLists(now.listing.attachments, before.listing.attachments)}
            nameOf={title}
          />
        )}
        <Attachments attachments={now.listing.attachments} />
      </section>
      <section className={classes.part} id={fieldIdOf('contactId')}>
        <h2>{t('text.contact')}</h2>
        <ContactLine contact={now.listing.contact} />
      </section>
    </>
  )
}

function ContactLine({ contact }: Pick<Listing, 'contact'>) {
  const { t } = useTranslation('review')
  const locale = useLocale()
  if (contact === null) return <p className={classes.empty}>{t('text.noContact')}</p>
  return <p>{[pick(contact, 'name', locale), pick(contact, 'duty', locale)].filter(Boolean).join(' · ')}</p>
}

interface TextRowProps {
  name: (typeof TEXTS)[number]
  now: Listing
  before: Listing | null
  segmentsOf: ReadonlyMap<string, readonly TextSegment[]>
}

function TextRow({ name, now, before, segmentsOf }: TextRowProps) {
  const { t } = useTranslation('review')
  return (
    <section className={classes.part}>
      <h2>{t(`text.${name}`)}</h2>
      <div className={classes.columns}>
        {(['Zh', 'En'] as const).map((language) => {
          const field = `${name}${language}` as const
          return (
            <TextCell
              key={language}
              field={field}
              lang={language === 'Zh' ? 'zh-CN' : 'en'}
              text={now[field]}
              before={before === null ? null : before[field]}
              segments={segmentsOf.get(field)}
            />
          )
        })}
      </div>
    </section>
  )
}

interface TextCellProps {
  field: string
  lang: string
  text: string
  before: string | null
  segments: readonly TextSegment[] | undefined
}

function TextCell({ field, lang, text, before, segments }: TextCellProps) {
  const { t } = useTranslation('review')
  const changed = before !== null && before !== text
  return (
    <div id={fieldIdOf(field)} className={classes.cell} data-changed={changed || undefined}>
      {changed && <p className={classes.tag}>{t('changes.changed')}</p>}
      {text === '' ? (
        <p className={classes.empty}>{t('text.empty')}</p>
      ) : (
        <p lang={lang} className={classes.text}>
          {segments ? <ChangedText segments={segments} /> : text}
        </p>
      )}
      {changed && (
        <details className={classes.before}>
          <summary>{t('changes.before')}</summary>
          <p lang={lang} className={classes.text}>
            {before || t('text.empty')}
          </p>
        </details>
      )}
    </div>
  )
}

function FactTable({ now, before }: { now: CodedListing; before: CodedListing | null }) {
  const { t } = useTranslation('review')
  const factsOf = useFacts()
  const old = new Map(before === null ? [] : factsOf(before).map(({ field, value }) => [field, value]))
  return (
    <section className={classes.part}>
      <h2>{t('text.facts')}</h2>
      <dl className={classes.facts}>
        {factsOf(now).map(({ field, label, value }) => {
          const was = old.get(field)
          const changed = was !== undefined && was !== value
          return (
            <div key={field} id={fieldIdOf(field)} data-changed={changed || undefined}>
              <dt>{label}</dt>
              <dd>
                {value || <span className={classes.empty}>{t('text.empty')}</span>}
                {changed && (
                  <span className={classes.was}>
                    {t('changes.was')} <del>{was || t('text.empty')}</del>
                  </span>
                )}
              </dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}

interface ChangesProps<Item> {
  changes: ListChanges<Item>
  nameOf: (item: Item) => string
}

function Changes<Item extends { id: string }>({ changes, nameOf }: ChangesProps<Item>) {
  const { t } = useTranslation('review')
  const kinds = (['added', 'changed', 'removed'] as const).filter((kind) => changes[kind].length > 0)
  if (kinds.length === 0) return null
  return (
    <ul className={classes.changes}>
      {kinds.flatMap((kind) =>
        changes[kind].map((item) => (
          <li key={`${kind} ${item.id}`}>
            <strong>{t(`changes.${kind}`)}</strong> {nameOf(item)}
          </li>
        )),
      )}
    </ul>
  )
}

function Attachments({ attachments }: Pick<Listing, 'attachments'>) {
  const { t } = useTranslation('review')
  const locale = useLocale()
  if (attachments.length === 0) return <p className={classes.empty}>{t('text.noAttachments')}</p>
  return (
    <ul className={classes.attachments}>
      {attachments.map(({ id, fileId, titleZh, titleEn, name, sizeBytes, visibility }) => (
        <li key={id}>
          <a href={paths.file(fileId)}>{titleZh}</a>
          {titleEn && <span lang="en">{titleEn}</span>}
          <span className={classes.empty}>
            {[name, formatBytes(sizeBytes), labelOf(ATTACHMENT_VISIBILITIES, visibility, locale)].join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  )
}
