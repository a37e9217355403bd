import { type Article, contractMachine, generateArticles } from '@market/domain/contracts'
import type { ServiceContext } from '../../index.ts'
import { changeContract } from '../change-contract.ts'
import type { ContractRow } from '../contract-records.ts'
import { putForward } from './put-forward.ts'
import { readClauseFacts } from './read-clause-facts.ts'
import { latestText, requireLatest } from './text-records.ts'

export type ArticleInput = Omit<Article, 'edited'>

export interface EditTextInput {
  id: string
  /** The version read. */
  base: number
  articles: ArticleInput[]
  /** Clauses of the library to be taken in again, in their own words. */
  bringBack: string[]
  note: string
}

const sameWords = (left: ArticleInput, right: ArticleInput): boolean =>
  (['headingZh', 'headingEn', 'zh', 'en'] as const).every((key) => left[key] === right[key])

/** An article of the library stays the library's as long as its words do. */
const marked = (article: ArticleInput, library: readonly Article[]): Article => {
  const { clauseId } = article
  const own = library.find((candidate) => candidate.clauseId === clauseId)
  return { ...article, edited: clauseId === null || !own || !sameWords(article, own) }
}

/** In the order of the library; what the parties added stands at the end. */
const inOrder = (articles: readonly Article[], library: readonly Article[]): Article[] => {
  const placeOf = ({ clauseId }: Article) => {
    const place = library.findIndex((candidate) => candidate.clauseId === clauseId)
    return clauseId === null || place < 0 ? library.length : place
  }
  return [...articles].sort((left, right) => placeOf(left) - placeOf(right))
}

/**
 * Puts another version forward: changed words, articles added, switched off or brought back. The other side has then to
 * accept it. Refuses with `contract.wrong_state`, `contract_text.changed_meanwhile`, `contract_text.unchanged` and
 * `contract_text.invalid` (an empty article, something unfilled, a clause the law wants missing).
 */
export const editText = (context: ServiceContext, input: EditTextInput): Promise<ContractRow> => {
  const { id, base, articles, bringBack, note } = input
  return changeContract(context, id, 'contract.write_text', async (work) => {
    const { unit, contract } = work
    contractMachine.transition(contract.state, 'edit')
    const before = await latestText(unit.tx, id)
    requireLatest(before, base)
    const facts = await readClauseFacts(unit.tx, contract)
    const library = generateArticles(facts)
    const there = new Set(articles.map(({ clauseId }) => clauseId))
    const back = library.filter(
      ({ clauseId }) => clauseId !== null && bringBack.includes(clauseId) && !there.has(clauseId),
    )
    const whole = inOrder([...articles.map((each) => marked(each, library)), ...back], library)
    return putForward(context, work, { articles: whole, note, facts, before })
  })
}
