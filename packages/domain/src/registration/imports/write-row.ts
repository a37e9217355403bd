import { type CodeList, labelOf } from '../../codes/index.ts'
import { type Fen, formatYuan } from '../../index.ts'
import { protectText } from '../../tables/index.ts'
import { IMPORT_COLUMNS, type ImportColumn } from './columns.ts'
import { writeItems, writeTraits } from './compound-cells.ts'
import type { ImportRow } from './import-row.ts'

const yuanOrEmpty = (fen: Fen | null): string => (fen === null ? '' : formatYuan(fen))

const partyOf = <Side extends 'seller' | 'buyer'>(side: Side, row: ImportRow) => {
  const profile = row[`${side}Profile`]
  const values: Record<string, string> = {
    [`${side}Country`]: row[`${side}Country`],
    [`${side}IndustryClass`]: row[`${side}IndustryClass`] ?? '',
    [`${side}Traits`]: writeTraits(profile?.traits ?? []),
    [`${side}Scale`]: profile?.scale ?? '',
    [`${side}Address`]: profile?.address ?? '',
    [`${side}Postcode`]: profile?.postcode ?? '',
    [`${side}Representative`]: profile?.representative ?? '',
    [`${side}Contact`]: profile?.contact ?? '',
    [`${side}Phone`]: profile?.phone ?? '',
  }
  return values
}

const valuesOf = (row: ImportRow): Partial<Record<ImportColumn, string>> => {
  const { seller, buyer } = row
  const yuan = (fen: Fen): string => formatYuan(fen)
  return {
    number: row.number,
    title: row.title,
    type: row.type,
    subType: row.subType ?? '',
    sellerName: seller.name,
    sellerCreditCode: seller.creditCode,
    sellerKind: seller.kind,
    sellerRegionCode: seller.regionCode,
    buyerName: buyer.name,
    buyerCreditCode: buyer.creditCode,
    buyerKind: buyer.kind,
    buyerRegionCode: buyer.regionCode,
    contractAmount: yuan(row.contractAmountFen),
    technologyAmount: yuan(row.technologyAmountFen),
    signedOn: row.signedOn,
    effectiveOn: row.effectiveOn,
    endsOn: row.endsOn ?? '',
    registeredOn: row.registeredOn,
    technicalField: row.technicalField,
    planIndustry: row.planIndustry,
    ipKind: row.ipKind,
    planSource: row.planSource,
    socioEconomicObjective: row.socioEconomicObjective ?? '',
    paymentMethod: row.paymentMethod,
    relatedParties: row.relatedParties ? '是' : '否',
    status: row.status,
    industryClass: row.industryClass ?? '',
    currency: row.currency,
    currencyAmount: yuanOrEmpty(row.currencyAmountCents),
    exchangeRate: row.exchangeRate ?? '',
    exchangeRateOn: row.exchangeRateOn ?? '',
    nonTechnicalItems: writeItems(row.nonTechnicalItems),
    carrierSets: row.carrierSets === null ? '' : String(row.carrierSets),
    addedInput: yuanOrEmpty(row.addedInputFen),
    addedOutput: yuanOrEmpty(row.addedOutputFen),
    ...partyOf('seller', row),
    ...partyOf('buyer', row),
  }
}

/** The head of a sheet, as template and export have it. */
export const importHeader = (): string[] => IMPORT_COLUMNS.map(({ zh }) => zh)

/** One contract in the columns of the import, codes by their Chinese names; reading it gives the same contract. */
export const writeImportRow = (row: ImportRow): string[] => {
  const values = valuesOf(row)
  return IMPORT_COLUMNS.map((column) => {
    const codes: CodeList | null = 'codes' in column ? column.codes : null
    const value = values[column.key] ?? ''
    return protectText(codes === null || value === '' ? value : labelOf(codes, value, 'zh-CN'))
  })
}
