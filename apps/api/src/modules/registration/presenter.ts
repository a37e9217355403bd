import type { Certificate, Registration, RegistrationSummary } from '@market/contracts/registration'
import { shanghaiDateOf } from '@market/domain'
import type { Regime } from '@market/domain/regimes'
import type { RegisterGap } from '@market/services/contracts'
import {
  type CertificateRecord,
  formOf,
  type RegistrationDetails,
  type RegistrationRecord,
  type RegistrationSummaryRecord,
} from '@market/services/registration'
import { presentFlag, presentSimilar } from './comparison-presenter.ts'
import { presentFindings, presentPrecheck } from './precheck-presenter.ts'

const instant = (at: Date | null): string | null => at?.toISOString() ?? null

export const presentRegistrationSummary = (summary: RegistrationSummaryRecord): RegistrationSummary => {
  const { record, agency, seller, buyer, waitingDays, clock, assignee, mine } = summary
  const { id, contractId, title, state, status, type, contractAmountFen, technologyAmountFen } = record
  return {
    id,
    contractId,
    title,
    agency,
    seller,
    buyer,
    state,
    status,
    type,
    contractAmountFen,
    technologyAmountFen,
    number: record.number,
    registeredOn: record.registeredOn,
    submittedAt: instant(record.submittedAt),
    waitingDays,
    dueOn: clock?.dueOn ?? null,
    daysLeft: clock?.daysLeft ?? null,
    daysKind: clock?.daysKind ?? null,
    overdue: clock?.overdue ?? false,
    assignedTo: assignee,
    mine,
    updatedAt: record.updatedAt.toISOString(),
  }
}

/** Verified only when every rule of procedure in it has been read in its own text. */
const presentRegime = (regime: Regime): Registration['regime'] => {
  const { key, name, refusals, decision, largeContracts, application } = regime
  return {
    key,
    nameZh: name.zh,
    nameEn: name.en,
    verified: [refusals, decision, largeContracts, application].every(({ verified }) => verified),
    refusalReasons: refusals.reasons.map(({ code, zh, en }) => ({ code, zh, en })),
  }
}

/** The address printed on the certificate and carried by its QR code. */
export const certificateUrl = (publicUrl: string, number: string, code: string): string =>
  `${publicUrl}/certificates/${number}?code=${code}`

const presentCertificateLink = (
  { number, verificationCode: code }: RegistrationRecord,
  publicUrl: string,
): Registration['certificate'] =>
  number === null || code === null ? null : { number, code, url: certificateUrl(publicUrl, number, code) }

const presentChangeDue = ({ number, title, fileId, figures }: RegisterGap) => ({
  number,
  title,
  fileId,
  figures,
})

export const presentRegistration = (details: RegistrationDetails, publicUrl: string): Registration => {
  const {
    record,
    filer,
    regime,
    secondReviewNeeded,
    applicantSide,
    problems,
    findings,
    prechecks,
    checklist,
    similar,
    patentNumbers,
    flags,
    versions,
    documents,
    actions,
    changeDue,
  } = details
  return {
    ...presentRegistrationSummary(details),
    form: formOf(record),
    revision: record.revision,
    version: record.version,
    regime: presentRegime(regime),
    filedBy: filer,
    createdAt: record.createdAt.toISOString(),
    acceptedAt: instant(record.acceptedAt),
    decidedAt: instant(record.decidedAt),
    secondReviewNeeded,
    applicantSide,
    correctionComments: (record.correctionComments ?? []) as Registration['correctionComments'],
    refusalReasons: record.refusalReasons ?? [],
    problems,
    findings: presentFindings(findings),
    prechecks: prechecks.map(presentPrecheck),
    checklist: checklist.map(({ tickedAt, ...tick }) => ({ ...tick, tickedAt: tickedAt.toISOString() })),
    similar: similar.map(presentSimilar),
    patentNumbers,
    flags: flags.map(presentFlag),
    versions: versions.map(({ version, entry, reason, recordedAt }) => ({
      version,
      entry,
      reason,
      recordedAt: recordedAt.toISOString(),
    })),
    documents: documents.map(({ fileId, organizationId, fileName, sizeBytes, sha256 }) => ({
      fileId,
      organizationId,
      fileName,
      sizeBytes,
      sha256,
    })),
    certificate: presentCertificateLink(record, publicUrl),
    actions,
    changeDue: changeDue && presentChangeDue(changeDue),
  }
}

/** What the newest version of the register states, in the public columns. */
export const presentCertificate = ({ record, versions, sample }: CertificateRecord): Certificate => {
  const [first] = versions
  const { content } = versions.at(-1) ?? first
  const name = ({ nameZh, nameEn }: typeof content.seller) => ({ nameZh, nameEn })
  return {
    number: record.number ?? '',
    status: record.status ?? 'valid',
    title: content.title,
    type: content.type,
    subType: content.subType,
    seller: name(content.seller),
    buyer: name(content.buyer),
    agency: name(content.agency),
    contractAmountFen: content.contractAmountFen,
    technologyAmountFen: content.technologyAmountFen,
    signedOn: content.signedOn,
    effectiveOn: content.effectiveOn,
    endsOn: content.endsOn,
    registeredOn: record.registeredOn ?? shanghaiDateOf(first.recordedAt),
    regimeKey: content.regimeKey,
    history: versions.map(({ version, entry, recordedAt }) => ({
      version,
      entry,
      on: shanghaiDateOf(recordedAt),
    })),
    sample,
  }
}
