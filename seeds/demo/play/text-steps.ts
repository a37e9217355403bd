import type { ServiceContext } from '@market/services'
import {
  type ArticleInput,
  acceptText,
  editText,
  generateText,
  getText,
  signText,
  type TextRow,
  textDocument,
} from '@market/services/contracts'
import type { Stage, Step } from './stage.ts'

const lastText = async (context: ServiceContext, id: string): Promise<TextRow> => {
  const { shown } = await getText(context, { id })
  if (!shown) throw new Error(`${id} has no text yet.`)
  return shown
}

/** What the buyer says otherwise: one article goes on, and one is the parties' own. */
const OWN_ARTICLE: ArticleInput = {
  clauseId: null,
  headingZh: '现场支持',
  headingEn: 'Support on site',
  zh: '许可方在合同生效后六个月内派员到被许可方现场支持两次，每次不少于三个工作日，差旅费由被许可方承担。',
  en: 'Within six months of the effective date the licensor sends staff to the licensee’s site twice, for at least three working days each time; the licensee bears the travel costs.',
}
const MORE_SECRECY = {
  zh: '双方指定专人保管技术资料，并每年互相通报保管情况。',
  en: ' Each party names a keeper of the technical documents, and each reports once a year how they are kept.',
}

const amended = (article: ArticleInput): ArticleInput =>
  article.clauseId === 'confidentiality'
    ? { ...article, zh: article.zh + MORE_SECRECY.zh, en: article.en + MORE_SECRECY.en }
    : article

/** The seller has the text written out of the terms; the buyer puts a second version forward. */
const writeText = async (seller: ServiceContext, buyer: ServiceContext, id: string): Promise<void> => {
  await generateText(seller, { id, base: null })
  const { version, articles } = await lastText(buyer, id)
  await editText(buyer, {
    id,
    base: version,
    articles: [...articles.map(amended), OWN_ARTICLE],
    bringBack: [],
    note: '增加现场支持，明确资料保管。',
  })
}

/** Both write, and the seller takes what the buyer put forward. */
export const agreeOnText = async (
  seller: ServiceContext,
  buyer: ServiceContext,
  id: string,
): Promise<void> => {
  await writeText(seller, buyer, id)
  const { sha256 } = await lastText(seller, id)
  await acceptText(seller, { id, sha256 })
}

/** One side signs the agreed text on the market; the first has it printed. */
export const signHere = async (stage: Stage, context: ServiceContext, id: string): Promise<void> => {
  const print = async (text: TextRow) => {
    const { contract } = await getText(context, { id })
    return stage.printPages(textDocument({ ...text, title: contract.title, sample: true }, { draft: false }))
  }
  const { sha256 } = await lastText(context, id)
  await signText(context, { storage: stage.files.storage, print }, { id, sha256 })
}

/** The deal whose text is still being written: the seller has the buyer's version before it. */
const WRITTEN_DEAL = 'desk-14'

/** A text with two versions, so that there is something to compare and to answer. */
export const textSteps = (stage: Stage): Step[] => [
  {
    on: '2026-11-20',
    minute: 300,
    run: () =>
      writeText(
        stage.member('qinglan', 'negotiator'),
        stage.member('guihai', 'negotiator'),
        stage.idOf(`contract ${WRITTEN_DEAL}`),
      ),
  },
]
