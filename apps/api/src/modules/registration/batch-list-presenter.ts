import type { BatchList, BatchListSummary, PublicBatchList } from '@market/contracts/registration'
import type { BatchListDetails, BatchListSummaryRecord } from '@market/services/registration'

/** The address printed on a list and carried by its QR code. */
export const batchListUrl = (publicUrl: string, code: string): string =>
  `${publicUrl}/batch-lists/verify?code=${code}`

const presentFacts = ({ list, void: isVoid }: Pick<BatchListDetails, 'list' | 'void'>) => {
  const { fromOn, toOn, contractCount, contractAmountFen, technologyAmountFen, sha256, createdAt } = list
  const amounts = { contractCount, contractAmountFen, technologyAmountFen }
  return { fromOn, toOn, ...amounts, sha256, createdAt: createdAt.toISOString(), void: isVoid }
}

const name = ({ nameZh, nameEn }: { nameZh: string; nameEn: string }) => ({ nameZh, nameEn })

const presentMember = (member: BatchListDetails['members'][number]): PublicBatchList['members'][number] => {
  const { position, number, content, registeredOn, version, currentVersion, currentStatus } = member
  const { title, seller, buyer, contractAmountFen, technologyAmountFen, signedOn } = content
  return {
    position,
    number,
    title,
    seller: name(seller),
    buyer: name(buyer),
    contractAmountFen,
    technologyAmountFen,
    signedOn,
    registeredOn,
    version,
    currentVersion,
    currentStatus,
  }
}

export const presentBatchListSummary = (summary: BatchListSummaryRecord): BatchListSummary => ({
  id: summary.list.id,
  agency: summary.agency,
  ...presentFacts(summary),
})

export const presentBatchList = (details: BatchListDetails, publicUrl: string): BatchList => {
  const { list, agency, members, intact } = details
  return {
    id: list.id,
    agency: { id: agency.id, ...name(agency) },
    ...presentFacts(details),
    intact,
    code: list.verificationCode,
    url: batchListUrl(publicUrl, list.verificationCode),
    members: members.map((member) => ({
      ...presentMember(member),
      registrationId: member.registrationId,
    })),
  }
}

export const presentPublicBatchList = (details: BatchListDetails): PublicBatchList => ({
  agency: name(details.agency),
  ...presentFacts(details),
  intact: details.intact,
  members: details.members.map(presentMember),
  sample: details.agency.sample,
})
