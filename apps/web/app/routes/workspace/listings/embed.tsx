import { Button, Textarea } from '@mantine/core'
import { LOCALES } from '@market/domain'
import { useTranslation } from 'react-i18next'
import { EMBED_THEMES } from '../../../features/embed/embed-style.ts'
import { paths } from '../../../lib/paths.ts'
import { localeFrom } from '../../../lib/request-context.server.ts'
import { useRootData } from '../../../lib/root-data.ts'
import { useWorkspace } from '../../../lib/workspace.ts'
import { SelectField, TextField } from '../../../ui/form/fields.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import type { Route } from './+types/embed.ts'

export function loader({ context, url }: Route.LoaderArgs) {
  const { searchParams } = url
  const [lang, theme] = [searchParams.get('language'), searchParams.get('theme')]
  return {
    lang: LOCALES.find((one) => one === lang) ?? localeFrom(context),
    theme: EMBED_THEMES.find((one) => one === theme) ?? 'light',
    count: Math.min(50, Math.max(1, Number(searchParams.get('count')) || 10)),
  }
}

/** The snippet for the organization's own site, with its choices and how it will look. */
export default function Embed({ loaderData: { lang, theme, count } }: Route.ComponentProps) {
  const { t } = useTranslation(['directory', 'common'])
  const { organization } = useWorkspace()
  const origin = useRootData()?.publicOrigin ?? ''
  const id = organization?.id ?? ''
  const address = paths.embed(id, { lang, theme, count: String(count) })
  const snippet = `<iframe src="${origin}${address}" title="${t('embed.frame')}" width="100%" height="640" loading="lazy" style="border:0"></iframe>`
  const feed = `${origin}/api/feeds/listings.json?${new URLSearchParams({ organizationId: id, lang })}`
  return (
    <>
      <PageHead title={t('embed.heading')} unlisted />
      <PageHeader
        trail={[{ label: t('embed.listings'), to: '/workspace/listings' }]}
        title={t('embed.heading')}
        lead={t('embed.lead')}
      />
      <form method="get">
        <SelectField
          path="language"
          label={t('embed.language')}
          defaultValue={lang}
          maw="20rem"
          data={[
            { value: 'zh-CN', label: t('common:language.zhCN') },
            { value: 'en', label: t('common:language.en') },
          ]}
        />
        <SelectField
          path="theme"
          label={t('embed.theme')}
          defaultValue={theme}
          maw="20rem"
          data={EMBED_THEMES.map((value) => ({ value, label: t(`embed.themes.${value}`) }))}
        />
        <TextField
          path="count"
          type="number"
          min={1}
          max={50}
          label={t('embed.count')}
          defaultValue={count}
          maw="20rem"
        />
        <Button type="submit" variant="default">
          {t('embed.show')}
        </Button>
      </form>
      <h2 className="list-heading">{t('embed.snippet')}</h2>
      <Textarea readOnly rows={3} value={snippet} aria-label={t('embed.snippet')} />
      <h2 className="list-heading">{t('embed.feed')}</h2>
      <p style={{ overflowWrap: 'anywhere' }}>
        <a href={feed}>{feed}</a>
      </p>
      <h2 className="list-heading">{t('embed.preview')}</h2>
      <iframe
        src={address}
        title={t('embed.frame')}
        width="100%"
        height="480"
        loading="lazy"
        style={{ border: '1px solid var(--hairline)' }}
      />
    </>
  )
}
