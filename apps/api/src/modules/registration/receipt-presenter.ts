import type { Receipt, ReceiptList, TaxEvidence } from '@market/contracts/registration'
import { TAX_BASES } from '@market/domain/registration'
import type {
  ReceiptList as ReceiptListRecord,
  TaxEvidence as TaxEvidenceRecord,
} from '@market/services/registration'

const presentReceipt = (view: ReceiptListRecord['receipts'][number]): Receipt => {
  const { receipt, verification, correctedBy, actions } = view
  const { id, receivedOn, amountFen, declaredTechnologyFen, note, fileId, recordedAt, correctsId } = receipt
  return {
    id,
    receivedOn,
    amountFen,
    declaredTechnologyFen,
    note,
    fileId,
    recordedAt: recordedAt.toISOString(),
    correctsId,
    correctedBy,
    verification: verification && {
      verifiedTechnologyFen: verification.verifiedTechnologyFen,
      reason: verification.reason,
      verifiedAt: verification.verifiedAt.toISOString(),
    },
    actions,
  }
}

export const presentReceipts = ({ receipts, ...sums }: ReceiptListRecord): ReceiptList => ({
  ...sums,
  items: receipts.map(presentReceipt),
})

/** What the sheet is, wherever it is shown. */
export const TAX_NOTICE = {
  zh: '本表由登记系统据核定技术性收入汇总，未扣除成本与相关税费，仅供参考；能否享受优惠，以税务机关认定为准。',
  en: 'Compiled from verified technical income before cost and taxes; for information. The tax authority decides.',
} as const

export const presentTaxEvidence = (evidence: TaxEvidenceRecord): TaxEvidence => {
  const { seller, year, at, contracts, receipts, verifiedFen, countedFen, relief } = evidence
  const { sample, ...named } = seller
  return {
    seller: named,
    year,
    at: at.toISOString(),
    contracts: contracts.map(({ record, flags, counted, verifiedFen: verified }) => ({
      registrationId: record.id,
      number: record.number ?? '',
      title: record.title,
      status: record.status ?? 'valid',
      type: record.type,
      subType: record.subType,
      contractAmountFen: record.contractAmountFen,
      technologyAmountFen: record.technologyAmountFen,
      verifiedFen: verified,
      counted,
      flags,
    })),
    receipts,
    verifiedFen,
    countedFen,
    relief,
    bases: [...TAX_BASES],
    notice: TAX_NOTICE,
    sample,
  }
}
