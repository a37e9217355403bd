import type { ContractText } from '@market/contracts/contracts'
import type { Clause } from '@market/domain/contracts'
import type {
  ArticleComparison,
  ContractRecord,
  ContractTextRecord,
  TextVersionRecord,
} from '@market/services/contracts'
import { presentOrganizationSummary } from '../organizations/presenter.ts'
import { presentFindings } from '../registration/precheck-presenter.ts'

const presentVersion = ({ text, author, acceptances }: TextVersionRecord) => ({
  version: text.version,
  organizationId: text.organizationId,
  author,
  note: text.note,
  sha256: text.sha256,
  createdAt: text.createdAt.toISOString(),
  acceptances: acceptances.map(({ at, ...who }) => ({ ...who, at: at.toISOString() })),
})

const presentArticle = ({ article, change, zh, en }: ArticleComparison) => ({
  ...article,
  change,
  segmentsZh: zh,
  segmentsEn: en,
})

const presentClause = ({ id, heading, mandatory, reason, basis, verified }: Clause) => ({
  id,
  headingZh: heading.zh,
  headingEn: heading.en,
  mandatory,
  reasonZh: reason.zh,
  reasonEn: reason.en,
  basisZh: basis.zh,
  basisEn: basis.en,
  verified,
})

export const presentContractText = (
  record: ContractTextRecord,
  { seller, buyer, findings }: ContractRecord,
): ContractText => ({
  contractId: record.contract.id,
  title: record.contract.title,
  state: record.contract.state,
  seller: presentOrganizationSummary(seller),
  buyer: presentOrganizationSummary(buyer),
  versions: record.versions.map(presentVersion),
  version: record.shown?.version ?? null,
  against: record.against?.version ?? null,
  articles: record.articles.map(presentArticle),
  clauses: record.clauses.map(presentClause),
  agreed: record.agreed,
  stale: record.stale,
  actions: record.actions,
  findings: presentFindings(findings),
})
