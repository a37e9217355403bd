import type { Contract, ContractSignature, ContractSummary } from '@market/contracts/contracts'
import type {
  ConsentRecord,
  ContractRecord,
  ContractSummaryRecord,
  SignatureRecord,
} from '@market/services/contracts'
import { presentDealListing, presentDealNeed } from '../licensing/deal-presenter.ts'
import { presentTimelineEntry } from '../licensing/presenter.ts'
import { presentOrganizationSummary } from '../organizations/presenter.ts'
import { presentFindings } from '../registration/precheck-presenter.ts'

const presentSignature = (signature: SignatureRecord): ContractSignature => {
  const { organizationId, fileId, fileName, sizeBytes, sha256, method, attachedAt, confirmedAt, signedBy } =
    signature
  return {
    organizationId,
    fileId,
    fileName,
    sizeBytes,
    sha256,
    method,
    signedBy,
    attachedAt: attachedAt.toISOString(),
    confirmedAt: confirmedAt?.toISOString() ?? null,
  }
}

export const presentContractSummary = (record: ContractSummaryRecord): ContractSummary => {
  const { id, state, title, type, subType, contractAmountFen, technologyAmountFen, signedOn } =
    record.contract
  const { createdAt, updatedAt } = record.contract
  return {
    id,
    state,
    title,
    type,
    subType,
    seller: presentOrganizationSummary(record.seller),
    buyer: presentOrganizationSummary(record.buyer),
    agency: record.agency && presentOrganizationSummary(record.agency),
    contractAmountFen,
    technologyAmountFen,
    signedOn,
    waitingForMe: record.waitingForMe,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  }
}

const presentConsent = ({ rightId, right, kind, party, given }: ConsentRecord) => ({
  rightId,
  right: right.number ?? right.title,
  kind,
  party,
  givenOn: given?.givenOn ?? null,
  reference: given?.reference ?? null,
})

export const presentContract = (record: ContractRecord): Contract => {
  const { requestId, offerId, terms, effectiveOn, endsOn, revision, signedAt } = record.contract
  return {
    ...presentContractSummary(record),
    requestId,
    offerId,
    listing: record.listing && presentDealListing(record.listing),
    need: record.need && presentDealNeed(record.need),
    terms,
    effectiveOn,
    endsOn,
    rightsExpireOn: record.rightsExpireOn,
    revision,
    signedAt: signedAt?.toISOString() ?? null,
    side: record.side,
    actions: record.actions,
    findings: presentFindings(record.findings),
    consents: record.consents.map(presentConsent),
    signatures: record.signatures.map(presentSignature),
    signingOrder: record.contract.signingOrder,
    signing: record.signing,
    filing: record.filing,
    timeline: record.timeline.map(presentTimelineEntry),
  }
}
