import {
  formatShare,
  type ListingEncumbrances,
  type Portfolio,
  type PortfolioSummary,
  type RightHistoryEntry,
  type RightRecord,
  type RightSummary,
} from '@market/contracts/rights'
import type {
  ListedPortfolio,
  ListedRight,
  PortfolioView,
  ListingEncumbrances as ReadEncumbrances,
  RightDossier,
  RightView,
} from '@market/services/rights'

export const presentRightSummary = (
  { right, standing }: RightDossier,
  listingCount: number | null = null,
): RightSummary => ({
  id: right.id,
  kind: right.kind,
  number: right.number,
  title: right.title,
  ownerNames: right.ownerNames,
  legalStatus: standing.legalStatus,
  filedOn: right.filedOn,
  expiresOn: standing.expiresOn,
  ending: standing.ending,
  nextFee: standing.nextFee,
  pledged: standing.pledges.length > 0,
  listingCount,
})

export const presentListedRight = (item: ListedRight): RightSummary =>
  presentRightSummary(item, item.listingCount)

const presentEvent =
  ({ enteredByNames }: RightView) =>
  (event: RightView['events'][number]): RightHistoryEntry => {
    const { rightId: _, enteredBy, enteredAt, ...facts } = event
    return {
      ...facts,
      enteredBy: enteredByNames.get(enteredBy) ?? '',
      enteredAt: enteredAt.toISOString(),
    }
  }

const shareOf = ({ shareNumerator, shareDenominator }: RightView['owners'][number]): string | null =>
  shareNumerator === null || shareDenominator === null
    ? null
    : formatShare({ numerator: shareNumerator, denominator: shareDenominator })

const presentLicence = ({ grant, contract, grantee }: RightView['licences'][number]) => ({
  contractId: contract.id,
  contractTitle: contract.title,
  grantee: { id: grantee.id, nameZh: grantee.nameZh, nameEn: grantee.nameEn },
  kind: grant.kind,
  territoryWords: grant.territoryWords,
  fieldWords: grant.fieldWords,
  startsOn: grant.startsOn,
  endsOn: grant.endsOn,
  endedOn: grant.endedOn,
  contested: grant.contested,
})

export const presentRight = (view: RightView): RightRecord => {
  const { right, standing } = view
  return {
    ...presentRightSummary(view, view.listings.length),
    owners: view.owners.map((owner) => ({
      name: owner.name,
      organizationId: owner.organizationId,
      share: shareOf(owner),
    })),
    inventorNames: right.inventorNames,
    grantedOn: standing.grantedOn,
    publicationNumber: right.publicationNumber,
    publishedOn: right.publishedOn,
    compensationDays: standing.compensationDays,
    publiclyFunded: right.publiclyFunded,
    fundingWords: right.fundingWords,
    checkedOn: right.checkedOn,
    checkedSource: right.checkedSource,
    kept: right.keptSince !== null,
    events: view.events.map(presentEvent(view)),
    encumbrances: view.encumbrances,
    listings: view.listings,
    licences: view.licences.map(presentLicence),
    portfolios: view.portfolios,
    alsoOfferedBy: view.alsoOfferedBy,
    actions: view.actions,
  }
}

export const presentEncumbrances = ({ listing, rights, frozenBy }: ReadEncumbrances): ListingEncumbrances => {
  const { frozenAt, frozenReason } = listing
  return {
    frozen:
      frozenAt && frozenReason
        ? { reason: frozenReason, since: frozenAt.toISOString(), right: frozenBy ?? '' }
        : null,
    rights: rights.map(({ dossier: { right, standing }, lines, alsoOfferedBy }) => ({
      id: right.id,
      kind: right.kind,
      number: right.number,
      title: right.title,
      legalStatus: standing.legalStatus,
      ending: standing.ending,
      grantedOn: standing.grantedOn,
      expiresOn: standing.expiresOn,
      lines,
      alsoOfferedBy,
    })),
  }
}

export const presentPortfolioSummary = ({ portfolio, rightCount }: ListedPortfolio): PortfolioSummary => ({
  id: portfolio.id,
  nameZh: portfolio.nameZh,
  nameEn: portfolio.nameEn,
  rightCount,
  updatedAt: portfolio.updatedAt.toISOString(),
})

export const presentPortfolio = ({ portfolio, rights, editable }: PortfolioView): Portfolio => ({
  ...presentPortfolioSummary({ portfolio, rightCount: rights.length }),
  description: portfolio.description,
  revision: portfolio.revision,
  rights: rights.map((dossier) => presentRightSummary(dossier)),
  editable,
})
