import type { TaxEvidence } from '@market/contracts/registration'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { typeText } from '../../lib/contract-type.ts'
import { nameIn } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Day } from '../../ui/day.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { Money } from '../../ui/money.tsx'
import { Notice } from '../../ui/notice.tsx'
import classes from './desk.module.css'
import { VerifiedMark } from './regime-note.tsx'

/** A seller's year for the tax office: the annual sum, what speaks for and against each contract, every receipt. */
export function TaxSheet({ evidence }: { evidence: TaxEvidence }) {
  const { t } = useTranslation('receipts')
  const locale = useLocale()
  const { relief, bases } = evidence
  return (
    <>
      <Notice>{nameIn(evidence.notice, locale)}</Notice>
      {evidence.sample && <p>{t('tax.sample')}</p>}
      <Facts>
        <Fact label={t('tax.verified')}>
          <Money fen={evidence.verifiedFen} unit="yuan" />
        </Fact>
        <Fact label={t('tax.counted')}>
          <Money fen={evidence.countedFen} unit="yuan" />
        </Fact>
        <Fact label={t('tax.exempt')}>
          <Money fen={relief.exemptFen} unit="yuan" />
        </Fact>
        <Fact label={t('tax.halved')}>
          <Money fen={relief.halvedFen} unit="yuan" />
        </Fact>
        <Fact label={t('tax.taxable')}>
          <Money fen={relief.taxableFen} unit="yuan" />
        </Fact>
      </Facts>
      <section className={classes.section}>
        <h2>{t('tax.contracts')}</h2>
        {evidence.contracts.map((contract) => (
          <ContractFlags key={contract.registrationId} contract={contract} />
        ))}
      </section>
      <section className={classes.section}>
        <h2>{t('tax.receipts')}</h2>
        <ReceiptTable evidence={evidence} />
      </section>
      <section className={classes.regime}>
        <h3>{t('tax.bases')}</h3>
        <ul>
          {bases.map(({ basis, verified }) => (
            <li key={basis.zh}>
              {nameIn(basis, locale)} <VerifiedMark verified={verified} />
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

function ContractFlags({ contract }: { contract: TaxEvidence['contracts'][number] }) {
  const { t } = useTranslation('receipts')
  const locale = useLocale()
  return (
    <section className={classes.regime}>
      <h3>
        <Link to={paths.registration(contract.registrationId)}>{contract.number}</Link> {contract.title}
      </h3>
      <p>
        {typeText(contract.type, contract.subType, locale)} · {t('verified')}{' '}
        <Money fen={contract.verifiedFen} unit="yuan" /> ·{' '}
        {t(contract.counted ? 'tax.isCounted' : 'tax.notCounted')}
      </p>
      <ul>
        {contract.flags.map((flag) => (
          <li key={flag.code}>
            <strong>{t(`tax.flag.${flag.state}`)}</strong> {nameIn(flag.reason, locale)}
            <small>
              {nameIn(flag.basis, locale)} <VerifiedMark verified={flag.verified} />
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}

type Row = TaxEvidence['receipts'][number] & { at: number }

function ReceiptTable({ evidence }: { evidence: TaxEvidence }) {
  const { t } = useTranslation('receipts')
  const numbers = new Map(evidence.contracts.map(({ registrationId, number }) => [registrationId, number]))
  const columns: Column<Row>[] = [
    { key: 'day', label: t('fields.receivedOn'), cell: (row) => <Day date={row.receivedOn} /> },
    { key: 'number', label: t('tax.number'), cell: (row) => numbers.get(row.registrationId) ?? '' },
    {
      key: 'amount',
      label: t('fields.amountFen'),
      numeric: true,
      cell: (row) => <Money fen={row.amountFen} unit="yuan" />,
    },
    {
      key: 'verified',
      label: t('verified'),
      numeric: true,
      cell: (row) => <Money fen={row.verifiedFen} unit="yuan" />,
    },
    {
      key: 'cumulative',
      label: t('tax.cumulative'),
      numeric: true,
      cell: (row) =>
        row.cumulativeFen === null ? t('tax.notCounted') : <Money fen={row.cumulativeFen} unit="yuan" />,
    },
  ]
  return (
    <DataTable
      caption={t('tax.receipts')}
      captionHidden
      columns={columns}
      rows={evidence.receipts.map((receipt, at) => ({ ...receipt, at }))}
      rowKey={(row) => String(row.at)}
    />
  )
}
