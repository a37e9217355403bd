/** What stands in bibliographic data of patent offices, by the local names on the way to it, joined by '/'. */
interface Rule {
  field: string
  path: RegExp
  /** Several are joined: names and symbols. */
  many?: boolean
}

const PUBLICATION = '(publicationreference|patentpublicationidentification|patentgrantidentification)'
const APPLICATION = '(applicationreference|applicationidentification)'
const GRANT = '(grantreference|datesofpublicavailability/(not)?printedwithgrant|patentgrantpublication)'
const ID = '(/documentid)?'

/** Office, ST.36 (document-id, doc-number), ST.96 (…Identification, …Text) and the bulk data of CNIPA alike. */
const RULES: readonly Rule[] = [
  {
    field: 'publication.country',
    path: new RegExp(`${PUBLICATION}${ID}/(country|wipost3code|ipofficecode)$`),
  },
  {
    field: 'publication.number',
    path: new RegExp(`${PUBLICATION}${ID}/(docnumber|publicationnumber|patentnumber)$`),
  },
  { field: 'publication.kind', path: new RegExp(`${PUBLICATION}${ID}/(kind|patentdocumentkindcode)$`) },
  { field: '公开日', path: new RegExp(`${PUBLICATION}${ID}/(date|publicationdate)$`) },
  {
    field: '申请号',
    path: new RegExp(`${APPLICATION}${ID}/(docnumber|applicationnumber(/applicationnumbertext)?)$`),
  },
  { field: '申请日', path: new RegExp(`(${APPLICATION}${ID}/(date|filingdate)|/filingdate)$`) },
  { field: '授权日', path: new RegExp(`${GRANT}${ID}/(date|grantdate)$|/grantdate$`) },
  { field: '名称', path: /(^|\/)inventiontitle$/ },
  { field: '摘要', path: /(^|\/)abstract(\/|$)/ },
  {
    field: 'IPC分类号',
    path: /(ipcr?details|classificationsipcr?|classificationipcr?|ipcrclassificationbag|ipcrclassification)(\/.*)?\/(text|mainclassification|furtherclassification|patentclassificationtext|ipcrclassificationtext)$/,
    many: true,
  },
  {
    field: '申请人',
    path: /(^|\/)((?:cn)?applicants?|applicantbag|applicantdetails)\/.*(name|orgname|organizationname|organizationstandardname|personfullname|lastname)$/,
    many: true,
  },
  {
    field: '权利人',
    path: /(^|\/)((?:cn)?assignees?|assigneebag|granteebag|assigneedetails|patentowner)\/.*(name|orgname|organizationstandardname|personfullname)$/,
    many: true,
  },
  {
    field: '发明人',
    path: /(^|\/)((?:cn)?inventors?|inventorbag|inventordetails)\/.*(name|personfullname|lastname)$/,
    many: true,
  },
]

const SECTION_PARTS = ['section', 'class', 'subclass', 'maingroup', 'subgroup'] as const
type SectionPart = (typeof SECTION_PARTS)[number]

const isPart = (name: string): name is SectionPart => SECTION_PARTS.some((part) => part === name)

/** Local name as the rules have it: 'business:Publication-Reference' → 'publicationreference'. */
export const ruleName = (name: string): string =>
  name
    .slice(name.indexOf(':') + 1)
    .toLowerCase()
    .replaceAll(/[-_.]/g, '')

/** Gathers the leaves of one patent's data. */
export class PatentRecord {
  readonly #values = new Map<string, string[]>()
  #symbol: Partial<Record<SectionPart, string>> = {}

  /** `path` leads from below the record to the leaf, `language` is the nearest one stated. */
  add(path: readonly string[], text: string, language: string | null): void {
    const leaf = path.at(-1) ?? ''
    if (isPart(leaf) && /ipcr?/.test(path.join('/'))) this.#part(leaf, text)
    const joined = path.join('/')
    const rule = RULES.find((known) => known.path.test(joined))
    if (!rule) return
    const foreign = language !== null && !/^(zh|chi)/i.test(language)
    const titled = rule.field === '名称' || rule.field === '摘要'
    const field = titled && foreign ? `英文${rule.field === '名称' ? '名称' : '摘要'}` : rule.field
    const values = this.#values.get(field) ?? []
    if (rule.many && !values.includes(text)) values.push(text)
    else if (rule.field === '摘要') values.push(text)
    else if (values.length === 0) values.push(text)
    this.#values.set(field, values)
  }

  /** Symbols in pieces: section, class, subclass, main group, subgroup. */
  #part(part: SectionPart, text: string): void {
    if (part === 'section') this.#symbol = {}
    this.#symbol[part] = text
    if (part !== 'subgroup') return
    const { section = '', class: number = '', subclass = '', maingroup = '' } = this.#symbol
    const symbol = `${section}${number.padStart(2, '0')}${subclass} ${maingroup}/${text}`
    const symbols = this.#values.get('IPC分类号') ?? []
    if (!symbols.includes(symbol)) symbols.push(symbol)
    this.#values.set('IPC分类号', symbols)
  }

  /** The record under the names people know; empty when nothing of it was understood. */
  values(): Record<string, string> {
    const one = (field: string): string => this.#values.get(field)?.[0] ?? ''
    const number = one('publication.number')
    const kind = one('publication.kind')
    const country = /^[A-Z]{2}/.test(number) ? '' : one('publication.country')
    const row: Record<string, string> = {}
    if (number !== '') row.公开号 = `${country}${number}${/[A-Z]\d?$/.test(number) ? '' : kind}`
    for (const [field, values] of this.#values) {
      if (field.startsWith('publication.')) continue
      row[field] = values.join(field.endsWith('摘要') ? '\n' : '; ')
    }
    // Of a granted patent the day of its publication is the day of its grant.
    const granted = /^[BCUSYD]/.test(kind) && row.授权日 === undefined
    if (granted && row.公开日 !== undefined) row.授权日 = row.公开日
    return row
  }
}
