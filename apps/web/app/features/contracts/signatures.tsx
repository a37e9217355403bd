import type { Contract, ContractSignature } from '@market/contracts/contracts'
import type { OrganizationSummary } from '@market/contracts/organizations'
import { useTranslation } from 'react-i18next'
import { formatBytes } from '../../lib/format.ts'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import { Instant } from '../../ui/day.tsx'
import { Digest } from '../../ui/digest.tsx'
import { Notice } from '../../ui/notice.tsx'
import classes from './contracts.module.css'

/** Both sides' signed files side by side; they must be the same file to the byte. */
export function Signatures({ contract }: { contract: Contract }) {
  const { t } = useTranslation('contracts')
  const [first, second] = contract.signatures
  const differ = first !== undefined && second !== undefined && first.sha256 !== second.sha256
  const of = (party: OrganizationSummary) =>
    contract.signatures.find(({ organizationId }) => organizationId === party.id)
  return (
    <>
      {differ && (
        <Notice tone="refused" title={t('signatures.differTitle')}>
          {t('signatures.differ')}
        </Notice>
      )}
      {contract.signatures.some(({ confirmedAt }) => confirmedAt !== null) && (
        <p>
          <a href={paths.contractSigned(contract.id)}>{t('signatures.evidence')}</a>
        </p>
      )}
      <div className={classes.signatures}>
        <Side role={t('side.seller')} party={contract.seller} signature={of(contract.seller)} />
        <Side role={t('side.buyer')} party={contract.buyer} signature={of(contract.buyer)} />
      </div>
    </>
  )
}

interface SideProps {
  role: string
  party: OrganizationSummary
  signature: ContractSignature | undefined
}

function Side({ role, party, signature }: SideProps) {
  const { t } = useTranslation('contracts')
  const locale = useLocale()
  return (
    <section className={classes.signature} data-confirmed={signature?.confirmedAt ? true : undefined}>
      <h3>
        <span>{role}</span>
        {pick(party, 'name', locale)}
      </h3>
      {signature === undefined ? (
        <p className={classes.missing}>{t('signatures.missing')}</p>
      ) : (
        <>
          <p>
            <a href={paths.file(signature.fileId)}>{signature.fileName}</a>{' '}
            <span className={classes.size}>{formatBytes(signature.sizeBytes)}</span>
          </p>
          <p className={classes.digest}>
            SHA-256 <Digest value={signature.sha256} />
          </p>
          <p className={classes.state}>
            {signature.confirmedAt === null ? (
              t('signatures.unconfirmed')
            ) : (
              <>
                {t(signature.method === 'electronic' ? 'signatures.signedHere' : 'signatures.confirmed')}{' '}
                {signature.signedBy} <Instant at={signature.confirmedAt} />
              </>
            )}
          </p>
        </>
      )}
    </section>
  )
}
