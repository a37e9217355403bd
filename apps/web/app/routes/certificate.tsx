import { useTranslation } from 'react-i18next'
import { redirect } from 'react-router'
import { CertificateResult } from '../features/certificates/certificate-result.tsx'
import { CheckForm } from '../features/certificates/check-form.tsx'
import { loadCertificate } from '../features/certificates/load-certificate.server.ts'
import { paths } from '../lib/paths.ts'
import { apiOf } from '../lib/request-context.server.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import type { Route } from './+types/certificate.ts'

export function loader({ context, params, url }: Route.LoaderArgs) {
  const code = (url.searchParams.get('code') ?? '').trim()
  const typed = (url.searchParams.get('number') ?? '').replaceAll(/\s/g, '')
  // The form sends the number as a parameter; a certificate has one address, the one in its QR code.
  if (params.number === undefined && typed !== '') throw redirect(paths.certificate(typed, code))
  return loadCertificate(apiOf(context), params.number ?? '', code)
}

export default function CertificatePage({ loaderData: view }: Route.ComponentProps) {
  const { t } = useTranslation('certificates')
  const code = 'code' in view ? view.code : ''
  return (
    <>
      <PageHead title={t('title')} description={t('description')} unlisted={view.outcome !== 'ask'} />
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="no-print">
        <CheckForm key={view.number + code} number={view.number} code={code} />
      </div>
      {view.outcome === 'code' && <Notice tone="needs-you">{t('problem.code')}</Notice>}
      {view.outcome === 'not_found' && <Notice tone="refused">{t('problem.notFound')}</Notice>}
      {view.outcome === 'found' && (
        <CertificateResult certificate={view.certificate} regime={view.regime} code={view.code} />
      )}
    </>
  )
}
