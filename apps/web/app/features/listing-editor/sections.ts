/** The parts of the editor in their order, with the wire fields each holds. */
export const SECTIONS = [
  { key: 'basics', fields: ['kind', 'titleZh', 'titleEn', 'regionCode'] },
  {
    key: 'texts',
    fields: [
      'summaryZh',
      'summaryEn',
      'problemZh',
      'problemEn',
      'advantageZh',
      'advantageEn',
      'applicationsZh',
      'applicationsEn',
    ],
  },
  { key: 'comparison', fields: ['leadingSolutionZh', 'leadingSolutionEn', 'comparison'] },
  { key: 'maturity', fields: ['maturityLevel', 'maturityEvidenceZh', 'maturityEvidenceEn'] },
  { key: 'classification', fields: ['technicalField', 'planIndustry', 'industryClass', 'ipcSymbols'] },
  { key: 'rights', fields: ['rights'] },
  { key: 'terms', fields: ['transferModes', 'priceMode', 'priceFen', 'priceMaxFen'] },
  { key: 'attachments', fields: [] },
] as const satisfies readonly { key: string; fields: readonly string[] }[]

export type SectionKey = (typeof SECTIONS)[number]['key']

const fieldOf = (path: string): string => path.split('.', 1)[0] ?? path

/** The problems that belong to one section. */
export function problemsOfSection<P extends { path: string }>(key: SectionKey, problems: readonly P[]): P[] {
  const section = SECTIONS.find((candidate) => candidate.key === key)
  const fields: readonly string[] = section?.fields ?? []
  return problems.filter(({ path }) => fields.includes(fieldOf(path)))
}
