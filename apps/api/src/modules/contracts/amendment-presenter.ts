import type { Amendment, ContractAmendments } from '@market/contracts/contracts'
import { type Article, amendedBy } from '@market/domain/contracts'
import type { AmendmentRecord, AmendmentsRecord, ContractRecord } from '@market/services/contracts'
import { presentOrganizationSummary } from '../organizations/presenter.ts'

const wordsOf = ({ headingZh, headingEn, zh, en }: Article) => ({ headingZh, headingEn, zh, en })

const presentAmendment = ({
  amendment,
  proposer,
  clauses,
  signatures,
  actions,
  bar,
}: AmendmentRecord): Amendment => {
  const { number, state, title, organizationId, effectiveOn, sha256, reason } = amendment
  const before = {
    contractAmountFen: amendment.contractAmountBeforeFen,
    technologyAmountFen: amendment.technologyAmountBeforeFen,
    endsOn: amendment.endedBefore,
  }
  return {
    ...{ number, state, title, organizationId, proposer, effectiveOn, sha256, reason },
    proposedAt: amendment.proposedAt.toISOString(),
    settledAt: amendment.settledAt?.toISOString() ?? null,
    articles: amendment.articles.map((article) => ({ ...wordsOf(article), clauseId: article.clauseId })),
    clauses: clauses.map(({ clause, zh, en }) => ({ ...clause, segmentsZh: zh, segmentsEn: en })),
    before,
    after: amendedBy(before, amendment),
    signatures: signatures.map(({ name, fileId, signedAt, ...signature }) => ({
      ...{ organizationId: signature.organizationId, name, fileId, sha256: signature.sha256 },
      at: signedAt.toISOString(),
    })),
    actions,
    bar,
  }
}

export const presentAmendments = (
  { contract, signed, standing, amended, amendments, ...record }: AmendmentsRecord,
  { seller, buyer }: Pick<ContractRecord, 'seller' | 'buyer'>,
): ContractAmendments => ({
  contractId: contract.id,
  title: contract.title,
  state: contract.state,
  seller: presentOrganizationSummary(seller),
  buyer: presentOrganizationSummary(buyer),
  signed: signed?.map(wordsOf) ?? null,
  standing,
  amended,
  amendments: amendments.map(presentAmendment),
  mayPropose: record.mayPropose,
  registrationToChange: record.registrationToChange,
})
