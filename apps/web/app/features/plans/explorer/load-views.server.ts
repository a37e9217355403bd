import { Turnover } from '@market/contracts/indicators'
import { shanghaiDateOf } from '@market/domain'
import {
  TURNOVER_BREAKDOWNS,
  TURNOVER_DEFINITION,
  TURNOVER_VIEWS,
  type TurnoverBreakdown,
} from '@market/domain/indicators'
import type { ApiClient } from '../../../lib/api/client.server.ts'
import { attempt, type Problem, problemResponse } from '../../../lib/api/problem.ts'
import type { Locale } from '../../../lib/i18n/locale.ts'
import { serverI18n } from '../../../lib/i18n/server-i18n.server.ts'
import type { Drawing } from '../../../lib/render-chart.server.ts'
import { drawItems } from './items-chart.server.ts'
import { apiQuery, csvPath, type Question, readQuestion } from './read-question.ts'

export interface Choice {
  code: string
  name: string
}

export interface Answer {
  turnover: Turnover
  /** Null where there is nothing to draw: one figure, or none above zero. */
  chart: Drawing | null
  /** The day the answer is known at, in Beijing. */
  knownOn: string
  downloads: { json: string; csv: string }
}

export interface Views {
  question: Question
  views: Choice[]
  breakdowns: Choice[]
  definition: string
  /** Null when the question was refused; `problem` says why. */
  answer: Answer | null
  problem: Problem | undefined
}

type Language = 'zh' | 'en'

const choicesOf = (list: readonly ({ code: string } & Record<Language, string>)[], language: Language) =>
  list.map((item) => ({ code: item.code, name: item[language] }))

/** Breakdowns that a reader may ask for: those on single respondents are for whoever reads every cell. */
function breakdownsFor(open: boolean, asked: string) {
  return TURNOVER_BREAKDOWNS.filter((item) => open || item.public || item.code === asked)
}

/** Only what can be mended in the form stays on the page; everything else is the error page's. */
const MENDABLE = new Set([400, 403, 422])

/** One question to the register, its answer drawn, and what else could be asked. */
export async function loadViews(api: ApiClient, params: URLSearchParams, locale: Locale): Promise<Views> {
  const language = locale === 'en' ? 'en' : 'zh'
  const question = readQuestion(params)
  const got = await attempt(() => api.get('/api/turnover', Turnover, apiQuery(question)))
  if (!got.ok && !MENDABLE.has(got.problem.status)) throw problemResponse(got.problem)
  const turnover = got.ok ? got.value : null
  const open = turnover?.smallestCell === null
  return {
    question,
    views: choicesOf(TURNOVER_VIEWS, language),
    breakdowns: choicesOf(breakdownsFor(open, question.by), language),
    definition: TURNOVER_DEFINITION[language],
    answer: turnover && answerOf(turnover, question, locale),
    problem: got.ok ? undefined : got.problem,
  }
}

const PERIODS: readonly TurnoverBreakdown[] = ['year', 'quarter', 'month']

function answerOf(turnover: Turnover, question: Question, locale: Locale): Answer {
  const t = serverI18n(locale).getFixedT(locale, 'figures')
  const given = Object.entries(apiQuery(question)).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  )
  const json = `/api/turnover?${new URLSearchParams(given)}`
  const inOrder = PERIODS.includes(turnover.by)
  return {
    turnover,
    chart: drawItems(turnover.items, { inOrder, t, locale }),
    knownOn: shanghaiDateOf(new Date(turnover.asKnownAt)),
    downloads: { json, csv: csvPath(question) },
  }
}
