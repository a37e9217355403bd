import type { NeedContent } from '@market/database/schema'
import { refuseFields } from '@market/domain'
import { needSlips } from '@market/domain/demands'
import { plainClassesAndRegion } from '@market/domain/identifiers'
import { matchTerms } from '@market/search/match-terms'
import type { Changes } from '../index.ts'

export type { NeedContent, Proposal } from '@market/database/schema'

/** Only what changed; lists are replaced whole. */
export type NeedEdit = Changes<Omit<NeedContent, 'attachments'>>

export const emptyNeed = (regionCode: string): NeedContent => ({
  titleZh: '',
  titleEn: '',
  problemZh: '',
  problemEn: '',
  goalZh: '',
  goalEn: '',
  indicators: [],
  deadlineOn: null,
  type: null,
  cooperationModes: [],
  ipWish: null,
  budgetMode: null,
  budgetMinFen: null,
  budgetMaxFen: null,
  solverShareFen: null,
  conditionsZh: '',
  conditionsEn: '',
  necessityZh: '',
  necessityEn: '',
  benchmarkZh: '',
  benchmarkEn: '',
  technicalField: null,
  planIndustry: null,
  industryClass: null,
  ipcSymbols: [],
  maturityLevel: null,
  regionCode,
  visibility: 'public',
  invitedIds: [],
  contactName: '',
  contactPhone: '',
  contactEmail: '',
  contactVisibility: 'verified',
  attachments: [],
})

const inPlainForm = (content: NeedContent): NeedContent => ({
  ...content,
  ...plainClassesAndRegion(content),
  cooperationModes: [...new Set(content.cooperationModes)],
  invitedIds: [...new Set(content.invitedIds)],
})

/** The text after an edit; a draft may lack anything, but what is there must be readable (`request.invalid`). */
export const editNeedContent = (content: NeedContent, edit: NeedEdit): NeedContent => {
  const written = Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined))
  const edited: NeedContent = { ...content, ...written }
  const problems = needSlips(edited)
  if (problems.length > 0) throw refuseFields('request.invalid', problems)
  return inPlainForm(edited)
}

/** The fields that an edit changed, as they were and as they are. */
export const differences = (before: NeedContent, after: NeedContent) => {
  const names = (Object.keys(after) as (keyof NeedContent)[]).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  )
  const only = (content: NeedContent) => Object.fromEntries(names.map((name) => [name, content[name]]))
  return { before: only(before), after: only(after) }
}

const MOST_TERMS = 400

/** Words a need can be matched by. */
export const termsOfNeed = (content: NeedContent): string[] =>
  matchTerms([
    content.titleZh,
    content.titleEn,
    content.problemZh,
    content.problemEn,
    content.goalZh,
    content.goalEn,
    content.benchmarkZh,
    content.benchmarkEn,
    ...content.indicators.flatMap(({ nameZh, nameEn }) => [nameZh, nameEn]),
  ]).slice(0, MOST_TERMS)

/** The columns that lists and matching ask, taken from a text as it is published. */
export const columnsOfNeed = (content: NeedContent) => {
  const { type, visibility, technicalField, planIndustry, regionCode, cooperationModes } = content
  const { budgetMaxFen, deadlineOn } = content
  return {
    ...{
      type,
      visibility,
      technicalField,
      planIndustry,
      regionCode,
      cooperationModes,
      budgetMaxFen,
      deadlineOn,
    },
    terms: termsOfNeed(content),
  }
}
