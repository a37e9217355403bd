/** Title, keywords and abstract that somebody put into one column, labelled or divided by marks. */
export interface LabelledText {
  title: string
  summary: string
}

const DIVIDER = '[SEP]'
const LABELS = {
  title: /^(?:title|标题|名称|题名)\s*[:：]/i,
  keywords: /^(?:keywords?|关键词)\s*[:：]/i,
  summary: /^(?:abstract|摘要|简介)\s*[:：]/i,
} as const
type Part = keyof typeof LABELS

export const isLabelledText = (text: string): boolean =>
  text.includes(DIVIDER) || LABELS.title.test(text.trim())

const byLabels = (text: string): LabelledText => {
  const parts: Record<Part, string[]> = { title: [], keywords: [], summary: [] }
  let part: Part = 'title'
  for (const line of text.split(/\r?\n/)) {
    const trimmed = line.trim()
    const labelled = (Object.keys(LABELS) as Part[]).find((name) => LABELS[name].test(trimmed))
    part = labelled ?? part
    parts[part].push(labelled ? trimmed.replace(LABELS[labelled], '').trim() : trimmed)
  }
  return { title: parts.title.join(' ').trim(), summary: parts.summary.join('\n').trim() }
}

/** Takes such a column apart; what carries no label is all title. */
export const splitLabelledText = (text: string): LabelledText => {
  if (!text.includes(DIVIDER)) return byLabels(text)
  const parts = text.split(DIVIDER)
  return { title: (parts[0] ?? '').trim(), summary: parts.length > 1 ? (parts.at(-1) ?? '').trim() : '' }
}
