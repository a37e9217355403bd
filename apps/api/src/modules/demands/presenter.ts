import type {
  Answer,
  ListingMatch,
  Need,
  NeedEditing,
  NeedMatch,
  NeedQueryFacet,
  NeedSearchPage,
  NeedSummary,
} from '@market/contracts/demands'
import {
  COOPERATION_MODES,
  type CodeItem,
  findCode,
  findRegion,
  NEED_TYPES,
  PLAN_INDUSTRIES,
  TECHNICAL_FIELDS,
} from '@market/domain/codes'
import type {
  AnswerRecord,
  FacetValue,
  ListedNeed,
  NeedFacet,
  NeedSearch,
  NeedView,
  ListingMatch as ScoredListing,
  NeedMatch as ScoredNeed,
} from '@market/services/demands'
import { presentDealListing } from '../licensing/deal-presenter.ts'
import { presentOrganizationSummary } from '../organizations/presenter.ts'

const iso = (instant: Date | null): string | null => instant?.toISOString() ?? null

const presentEditing = ({ need, editing }: NeedView): NeedEditing | null => {
  if (!editing) return null
  const { revision, changesState, reviewReasons, updatedAt } = need
  return { ...editing, revision, changes: changesState, reviewReasons, updatedAt: updatedAt.toISOString() }
}

const NO_CONTACT = { contactName: '', contactPhone: '', contactEmail: '' }

export const presentNeed = (view: NeedView, organizationId: string | null): Need => {
  const { need, content, attachments, organization, contact, mayAnswer } = view
  const { invitedIds, ...text } = content
  const own = need.organizationId === organizationId
  return {
    ...text,
    attachments,
    ...(contact ? {} : NO_CONTACT),
    // Who else was invited is nobody's business.
    invitedIds: view.editing === null && !own ? [] : invitedIds,
    id: need.id,
    organization: organization && presentOrganizationSummary(organization),
    state: need.state,
    contactShown: contact,
    version: need.version,
    publishedAt: iso(need.publishedAt),
    closedAt: iso(need.closedAt),
    mayAnswer,
    own,
    editing: presentEditing(view),
  }
}

export const presentNeedSummary = ({ need, content, organization }: ListedNeed): NeedSummary => {
  const { titleZh, titleEn, goalZh, goalEn, type, technicalField, planIndustry, cooperationModes } = content
  const { budgetMode, budgetMinFen, budgetMaxFen, deadlineOn, regionCode } = content
  return {
    ...{ titleZh, titleEn, goalZh, goalEn, type, technicalField, planIndustry, cooperationModes },
    ...{ budgetMode, budgetMinFen, budgetMaxFen, deadlineOn, regionCode },
    id: need.id,
    organization: organization && presentOrganizationSummary(organization),
    state: need.state,
    publishedAt: iso(need.publishedAt),
    changes: need.changesState,
    returned: need.reviewReasons !== null,
    submittedAt: iso(need.submittedAt),
    updatedAt: need.updatedAt.toISOString(),
  }
}

const FACET_OF: Readonly<Record<NeedQueryFacet, NeedFacet>> = {
  type: 'type',
  field: 'technicalField',
  planIndustry: 'planIndustry',
  region: 'regionCode',
  mode: 'cooperationModes',
}

const LISTS: Partial<Record<NeedQueryFacet, readonly CodeItem[]>> = {
  type: NEED_TYPES,
  field: TECHNICAL_FIELDS,
  planIndustry: PLAN_INDUSTRIES,
  mode: COOPERATION_MODES,
}

const named = (facet: NeedQueryFacet, { value, count, chosen }: FacetValue) => {
  const list = LISTS[facet]
  const item = list ? findCode(list, value) : findRegion(value)
  return { value, count, chosen, nameZh: item?.zh ?? value, nameEn: item?.en ?? value }
}

export const presentNeedSearch = ({ items, nextCursor, facets }: NeedSearch): NeedSearchPage => {
  const names = Object.keys(FACET_OF) as NeedQueryFacet[]
  const counted = names.map(
    (name) => [name, facets[FACET_OF[name]].map((value) => named(name, value))] as const,
  )
  return {
    items: items.map(presentNeedSummary),
    nextCursor,
    facets: Object.fromEntries(counted) as NeedSearchPage['facets'],
  }
}

export const presentAnswer = (record: AnswerRecord): Answer => {
  const { answer, about, organization, listing, requestId, actions } = record
  const { id, state, proposal, message, declineReason, declineWords, createdAt, updatedAt } = answer
  return {
    id,
    need: { id: about.id, titleZh: about.titleZh, titleEn: about.titleEn },
    organization: presentOrganizationSummary(organization),
    state,
    listing: listing && presentDealListing(listing),
    transferModes: listing?.transferModes ?? [],
    proposal: proposal && withoutAttachments(proposal),
    message,
    declineReason,
    declineWords,
    requestId,
    actions,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  }
}

const withoutAttachments = ({
  attachments: _attachments,
  ...proposal
}: NonNullable<AnswerRecord['answer']['proposal']>) => proposal

const presentJudgement = (judgement: ScoredListing['judgement']) =>
  judgement && { fits: judgement.fits, reason: judgement.reason }

export const presentListingMatch = ({
  listing,
  organization,
  match,
  judgement,
}: ScoredListing): ListingMatch => ({
  ...match,
  judgement: presentJudgement(judgement),
  listing: presentDealListing(listing),
  organization: presentOrganizationSummary(organization),
})

export const presentNeedMatch = ({ need, content, listing, match, judgement }: ScoredNeed): NeedMatch => ({
  ...match,
  judgement: presentJudgement(judgement),
  need: { id: need.id, titleZh: content.titleZh, titleEn: content.titleEn },
  listing: presentDealListing(listing),
  deadlineOn: content.deadlineOn,
})
