import type { Bilingual } from './regime.ts'

export interface LegalBasis {
  readonly basis: Bilingual
  /** False until somebody has read the text itself. */
  readonly verified: boolean
}

export const legalBasis = (zh: string, en: string, verified: boolean): LegalBasis => ({
  basis: { zh, en },
  verified,
})

/** Articles read in their own text. */
export const civilCode = (articles: string): LegalBasis =>
  legalBasis(`民法典第${articles}条`, `Civil Code art. ${articles}`, true)
export const courtInterpretation = (articles: string): LegalBasis =>
  legalBasis(
    `最高人民法院技术合同司法解释第${articles}条`,
    `Supreme Court interpretation on technology contracts, art. ${articles}`,
    true,
  )
export const patentLaw = (articles: string): LegalBasis =>
  legalBasis(`专利法第${articles}条`, `Patent Law art. ${articles}`, true)
export const patentRules = (articles: string): LegalBasis =>
  legalBasis(`专利法实施细则第${articles}条`, `Implementing rules of the Patent Law, art. ${articles}`, true)
export const conversionLaw = (articles: string): LegalBasis =>
  legalBasis(
    `促进科技成果转化法第${articles}条`,
    `Law on promoting the conversion of research results, art. ${articles}`,
    true,
  )

/** Known from extracts only. */
export const recognitionRules = (articles: string): LegalBasis =>
  legalBasis(
    `技术合同认定规则（2001年）第${articles}条（据摘录）`,
    `Recognition rules (2001), art. ${articles} (from extracts)`,
    false,
  )
