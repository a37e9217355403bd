import { addDays } from '@market/domain'
import {
  attachFile,
  createListing,
  publishListing,
  returnListing,
  submitListing,
  withdrawListing,
} from '@market/services/listings'
import { DEMO_COMPARISONS } from '../listings/comparisons.ts'
import { DEMO_LISTINGS, type DemoListing, type DemoRight } from '../listings/index.ts'
import { DEMO_OPERATOR, DEMO_ORGANIZATIONS } from '../organizations.ts'
import { onWorkday } from './calendar.ts'
import { samplePicture } from './sample-picture.ts'
import type { Stage, Step } from './stage.ts'

const FEN_PER_WAN = 1_000_000

/** 万元 as fen. */
export const fenOf = (wan: number): number => Math.round(wan * FEN_PER_WAN)

const ownerOf = ({ owner }: DemoListing) => {
  const organization = DEMO_ORGANIZATIONS.find(({ key }) => key === owner)
  if (!organization) throw new Error(`There is no organization ${owner}.`)
  return organization
}

const rightOf = (listing: DemoListing, right: DemoRight) => ({
  ...right,
  title: listing.zh.title,
  ownerNames: [ownerOf(listing).nameZh],
  inventorNames: [...right.inventorNames],
  legalStatus: right.kind === 'patent_application' ? ('pending' as const) : ('in_force' as const),
})

const textOf = ({ zh, en }: DemoListing) => ({
  titleZh: zh.title,
  titleEn: en.title,
  summaryZh: zh.summary,
  summaryEn: en.summary,
  problemZh: zh.problem,
  problemEn: en.problem,
  advantageZh: zh.advantage,
  advantageEn: en.advantage,
  applicationsZh: zh.applications,
  applicationsEn: en.applications,
  maturityEvidenceZh: zh.evidence,
  maturityEvidenceEn: en.evidence,
})

const comparisonOf = ({ key }: DemoListing) => {
  const { leading, rows } = DEMO_COMPARISONS[key] ?? { leading: { zh: '', en: '' }, rows: [] }
  return { leadingSolutionZh: leading.zh, leadingSolutionEn: leading.en, comparison: [...rows] }
}

/** A listing as the form hands it in. */
export const formOf = (listing: DemoListing) => ({
  ...textOf(listing),
  ...comparisonOf(listing),
  kind: listing.kind,
  maturityLevel: listing.maturity,
  ipcSymbols: [...listing.ipc],
  technicalField: listing.field,
  planIndustry: listing.industry,
  industryClass: listing.industryClass,
  transferModes: [...listing.modes],
  priceMode: listing.priceMode,
  priceFen: listing.priceWan === undefined ? null : fenOf(listing.priceWan),
  priceMaxFen: listing.priceMaxWan === undefined ? null : fenOf(listing.priceMaxWan),
  regionCode: ownerOf(listing).regionCode,
  rights: listing.rights.map((right) => rightOf(listing, right)),
})

/** Patents that are ready for the market come with a data sheet. */
const hasDataSheet = ({ kind, maturity }: DemoListing): boolean => kind === 'granted_patent' && maturity >= 8

/** Whoever compares also shows how it works. */
const addPicture = async (stage: Stage, listing: DemoListing, listingId: string): Promise<void> => {
  const editor = stage.member(listing.owner, 'editor')
  const serial = Object.keys(DEMO_COMPARISONS).indexOf(listing.key)
  const file = await stage.uploadBytes(editor, `${listing.key}-process.png`, await samplePicture(serial))
  await attachFile(editor, {
    listingId,
    fileId: file.id,
    titleZh: '工艺示意图（示例）',
    titleEn: 'Process drawing (sample)',
    altZh: `${listing.zh.title}的工艺示意图：四个工序依次相连。`,
    altEn: `Process drawing: four stages joined in a row. ${listing.en.title}`,
    visibility: 'public',
  })
}

/** Whose test records are shown to those alone who have promised secrecy. */
const CONFIDENTIAL = ['slag-cement', 'pantograph-arc', 'lithium-electrolyte']

const addConfidential = async (stage: Stage, listing: DemoListing, listingId: string): Promise<void> => {
  const editor = stage.member(listing.owner, 'editor')
  const name = `${listing.key}-test-records.pdf`
  const file = await stage.upload(
    editor,
    name,
    'listing_attachment',
    `Test records (sample): ${listing.en.title}`,
  )
  await attachFile(editor, {
    listingId,
    fileId: file.id,
    titleZh: '试验原始记录（示例）',
    titleEn: 'Test records (sample)',
    visibility: 'confidential',
  })
}

const write = async (stage: Stage, listing: DemoListing): Promise<void> => {
  const editor = stage.member(listing.owner, 'editor')
  const { listing: row } = await createListing(editor, formOf(listing))
  stage.remember(`listing ${listing.key}`, row.id)
  if (DEMO_COMPARISONS[listing.key]) await addPicture(stage, listing, row.id)
  if (CONFIDENTIAL.includes(listing.key)) await addConfidential(stage, listing, row.id)
  if (!hasDataSheet(listing)) return
  const file = await stage.upload(
    editor,
    `${listing.key}-data-sheet.pdf`,
    'listing_attachment',
    `Data sheet (sample): ${listing.en.title}`,
  )
  await attachFile(editor, {
    listingId: row.id,
    fileId: file.id,
    titleZh: '技术资料（示例）',
    titleEn: 'Data sheet (sample)',
    visibility: 'public',
  })
}

const stepsOf = (stage: Stage, listing: DemoListing, minute: number): Step[] => {
  const { owner, postedOn, outcome } = listing
  const id = () => stage.idOf(`listing ${listing.key}`)
  const editor = () => stage.member(owner, 'editor')
  const reviewer = () => stage.member(DEMO_OPERATOR.key, 'reviewer')
  const writing: Step = { on: onWorkday(addDays(postedOn, -3)), minute, run: () => write(stage, listing) }
  const submitting: Step = {
    on: onWorkday(addDays(postedOn, -2)),
    minute: minute + 200,
    run: () => submitListing(editor(), id()),
  }
  const publishing: Step = { on: postedOn, minute, run: () => publishListing(reviewer(), { id: id() }) }
  if (outcome.to === 'draft') return [writing]
  if (outcome.to === 'submitted') return [writing, submitting]
  if (outcome.to === 'returned') {
    const reasons = [{ code: outcome.reason, words: outcome.words }]
    const returning = { on: postedOn, minute, run: () => returnListing(reviewer(), { id: id(), reasons }) }
    return [writing, submitting, returning]
  }
  if (outcome.to === 'published') return [writing, submitting, publishing]
  const withdrawing: Step = {
    on: outcome.on,
    minute,
    run: () => withdrawListing(editor(), { id: id(), reason: '权利人调整转化安排。' }),
  }
  return [writing, submitting, publishing, withdrawing]
}

/** Editors write and submit, the operator's reviewer publishes or returns. */
export const listingSteps = (stage: Stage): Step[] =>
  DEMO_LISTINGS.flatMap((listing, index) => stepsOf(stage, listing, (index * 7) % 180))
