/** A line of a long list: code, Chinese name, English name. */
export type CodeRow = readonly [code: string, zh: string, en: string]
