import type { Confidentiality, ConfidentialOpening, NdaSummary } from '@market/contracts/licensing'
import type { ConfidentialityRecord, NdaSummaryRecord, OpeningRecord } from '@market/services/licensing'
import { presentOrganizationSummary } from '../organizations/presenter.ts'

type AgreementRecord = NdaSummaryRecord['agreement']

const presentAgreement = (agreement: AgreementRecord) => {
  const { id, standing, signatoryName, acceptedAt, expiresOn, sha256 } = agreement
  const { withdrawnAt, withdrawnFor, withdrawReason } = agreement
  return {
    id,
    standing,
    signatoryName,
    acceptedAt: acceptedAt.toISOString(),
    expiresOn,
    sha256,
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
    withdrawnFor,
    withdrawReason,
  }
}

export const presentConfidentiality = (record: ConfidentialityRecord): Confidentiality => {
  const { listing, owner, fileCount, files, text, months, ownWords, agreement, actions } = record
  return {
    listing: { id: listing.id, titleZh: listing.titleZh, titleEn: listing.titleEn },
    owner: presentOrganizationSummary(owner),
    fileCount,
    files: files.map(({ storageKey: _, ...file }) => file),
    text,
    months,
    ownWords,
    agreement: agreement && {
      ...presentAgreement(agreement),
      bodyZh: agreement.bodyZh,
      bodyEn: agreement.bodyEn,
    },
    actions,
  }
}

export const presentNdaSummary = ({ agreement, owner, reader, ...rest }: NdaSummaryRecord): NdaSummary => ({
  ...rest,
  agreement: presentAgreement(agreement),
  owner: presentOrganizationSummary(owner),
  reader: presentOrganizationSummary(reader),
})

export const presentOpening = ({ openedAt, reader, ...rest }: OpeningRecord): ConfidentialOpening => ({
  ...rest,
  openedAt: openedAt.toISOString(),
  reader: presentOrganizationSummary(reader),
})
