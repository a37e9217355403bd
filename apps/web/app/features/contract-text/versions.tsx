import type { ContractText } from '@market/contracts/contracts'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import { Digest } from '../../ui/digest.tsx'
import { Timeline } from '../../ui/timeline.tsx'

type Version = ContractText['versions'][number]

/** Who put which version forward and who took it, the newest first. */
export function Versions({ text }: { text: ContractText }) {
  const { t } = useTranslation('contractText')
  const locale = useLocale()
  const sideOf = (id: string) => pick(id === text.seller.id ? text.seller : text.buyer, 'name', locale)
  const entries = [...text.versions].reverse().map((version) => ({
    id: String(version.version),
    at: version.createdAt,
    title: <VersionTitle text={text} version={version} />,
    by: t('by', { name: version.author, organization: sideOf(version.organizationId) }),
    body: (
      <>
        {version.note && <p>{version.note}</p>}
        <p>
          <Digest value={version.sha256} />
        </p>
        {version.acceptances.map(({ organizationId, name }) => (
          <p key={organizationId}>
            {t('accepted', { name: t('by', { name, organization: sideOf(organizationId) }) })}
          </p>
        ))}
      </>
    ),
  }))
  return <Timeline entries={entries} />
}

function VersionTitle({ text, version: { version } }: { text: ContractText; version: Version }) {
  const { t } = useTranslation('contractText')
  const page = `${paths.contractText(text.contractId)}?version=${version}`
  const other = text.version !== null && text.version > version
  return (
    <>
      <Link to={page}>{t('version', { version })}</Link>{' '}
      {other && (
        <Link to={`${paths.contractText(text.contractId)}?version=${text.version}&against=${version}`}>
          {t('compare', { version })}
        </Link>
      )}
    </>
  )
}
