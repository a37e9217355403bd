import type { Certificate } from '@market/contracts/registration'
import { labelOf } from '@market/domain/codes'
import { CONTRACT_SUB_TYPES, CONTRACT_TYPES } from '@market/domain/regimes'
import { useTranslation } from 'react-i18next'
import { nameIn, pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import { Day } from '../../ui/day.tsx'
import { Fact, Facts, WithRail } from '../../ui/facts.tsx'
import { Money } from '../../ui/money.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import classes from './certificates.module.css'

interface CertificateResultProps {
  certificate: Certificate
  regime: { zh: string; en: string } | null
  code: string
}

/** The verdict first, then every line of the paper to compare. */
export function CertificateResult({ certificate, regime, code }: CertificateResultProps) {
  const { t } = useTranslation('certificates')
  return (
    <div className={classes.result} data-status={certificate.status}>
      <div className={classes.verdict} role="status">
        <StateBadge subject="certificate" state={certificate.status} />
        <p>{t(`verdict.${certificate.status}`)}</p>
      </div>
      <WithRail rail={<Proof certificate={certificate} code={code} />}>
        <h2>{t('facts.title')}</h2>
        <p className={classes.hint}>{t('compare')}</p>
        <RegisteredFacts certificate={certificate} regime={regime} />
      </WithRail>
    </div>
  )
}

function RegisteredFacts({ certificate, regime }: Omit<CertificateResultProps, 'code'>) {
  const { t } = useTranslation('certificates')
  const locale = useLocale()
  const { type, subType } = certificate
  const detail = subType === null ? '' : ` / ${labelOf(CONTRACT_SUB_TYPES, subType, locale)}`
  return (
    <div className={classes.facts}>
      <Facts>
        <Fact label={t('facts.number')}>
          <strong>{certificate.number}</strong>
        </Fact>
        <Fact label={t('facts.name')}>{certificate.title}</Fact>
        <Fact label={t('facts.type')}>{labelOf(CONTRACT_TYPES, type, locale) + detail}</Fact>
        <Fact label={t('facts.seller')}>{pick(certificate.seller, 'name', locale)}</Fact>
        <Fact label={t('facts.buyer')}>{pick(certificate.buyer, 'name', locale)}</Fact>
        <Fact label={t('facts.amount')}>
          <Money fen={certificate.contractAmountFen} unit="yuan" />
        </Fact>
        <Fact label={t('facts.technology')}>
          <Money fen={certificate.technologyAmountFen} unit="yuan" />
        </Fact>
        <Fact label={t('facts.signedOn')}>
          <Day date={certificate.signedOn} />
        </Fact>
        <Fact label={t('facts.effectiveOn')}>
          <Day date={certificate.effectiveOn} />
        </Fact>
        <Fact label={t('facts.endsOn')}>
          {certificate.endsOn === null ? t('facts.openEnded') : <Day date={certificate.endsOn} />}
        </Fact>
        <Fact label={t('facts.registeredOn')}>
          <Day date={certificate.registeredOn} />
        </Fact>
        <Fact label={t('facts.agency')}>{pick(certificate.agency, 'name', locale)}</Fact>
        {regime && <Fact label={t('facts.regime')}>{nameIn(regime, locale)}</Fact>}
      </Facts>
    </div>
  )
}

function Proof({ certificate, code }: Pick<CertificateResultProps, 'certificate' | 'code'>) {
  const { t } = useTranslation('certificates')
  const qr = `/api/certificates/${encodeURIComponent(certificate.number)}/qr.svg?${new URLSearchParams({ code })}`
  return (
    <>
      <img src={qr} alt={t('qr')} width={168} height={168} className={classes.qr} />
      <p className={classes.hint}>{t('qrHint')}</p>
      <p className="no-print">
        <a href={paths.publicCertificatePdf(certificate.number, code)}>{t('pdf')}</a>
      </p>
      <h2 className={classes.railTitle}>{t('history.title')}</h2>
      <ol className={classes.history}>
        {certificate.history.map(({ version, entry, on }) => (
          <li key={`${version}${entry}`}>
            <span>{t(`history.${entry}`)}</span>
            <span>{t('history.version', { version })}</span>
            <Day date={on} />
          </li>
        ))}
      </ol>
      {certificate.sample && <p className={classes.hint}>{t('sample')}</p>}
    </>
  )
}
