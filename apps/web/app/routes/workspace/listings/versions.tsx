import { Listing, ListingVersionList } from '@market/contracts/listings'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { pick } from '../../../lib/i18n/locale.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { apiOf } from '../../../lib/request-context.server.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Timeline } from '../../../ui/timeline.tsx'
import type { Route } from './+types/versions.ts'

const Texts = z.object({
  titleZh: z.string(),
  titleEn: z.string(),
  summaryZh: z.string(),
  summaryEn: z.string(),
  problemZh: z.string(),
  problemEn: z.string(),
  advantageZh: z.string(),
  advantageEn: z.string(),
  applicationsZh: z.string(),
  applicationsEn: z.string(),
})

const PARTS = ['summary', 'problem', 'advantage', 'applications'] as const

export async function loader({ context, params }: Route.LoaderArgs) {
  const api = apiOf(context)
  const path = `/api/listings/${encodeURIComponent(params.id)}`
  const [listing, { items }] = await Promise.all([
    api.get(path, Listing),
    api.get(`${path}/versions`, ListingVersionList),
  ])
  const { id, titleZh, titleEn } = listing
  const versions = items.map(({ content, ...version }) => ({ ...version, texts: Texts.parse(content) }))
  return { listing: { id, titleZh, titleEn }, versions }
}

export default function Versions({ loaderData: { listing, versions } }: Route.ComponentProps) {
  const { t } = useTranslation('editor')
  const locale = useLocale()
  const title = pick(listing, 'title', locale) || t('untitled')
  return (
    <>
      <PageHead title={t('versions.title')} unlisted />
      <PageHeader
        trail={[
          { label: t('list.title'), to: '/workspace/listings' },
          { label: title, to: `/workspace/listings/${listing.id}` },
        ]}
        title={t('versions.title')}
        lead={t('versions.lead')}
      />
      {versions.length === 0 && <EmptyState title={t('versions.none')}>{t('versions.noneHint')}</EmptyState>}
      <Timeline
        entries={versions.map(({ version, publishedAt, publishedBy, texts }) => ({
          id: String(version),
          at: publishedAt,
          title: `${t('version', { version })} · ${pick(texts, 'title', locale)}`,
          by: t('versions.by', { name: publishedBy.name }),
          body: <VersionText texts={texts} />,
        }))}
      />
    </>
  )
}

function VersionText({ texts }: { texts: z.infer<typeof Texts> }) {
  const { t } = useTranslation('editor')
  const locale = useLocale()
  return (
    <details>
      <summary>{t('versions.read')}</summary>
      {PARTS.map((part) => (
        <section key={part}>
          <h2 className="list-heading">{t(`pairs.${part}`)}</h2>
          <p style={{ whiteSpace: 'pre-line' }}>{pick(texts, part, locale)}</p>
        </section>
      ))}
    </details>
  )
}
