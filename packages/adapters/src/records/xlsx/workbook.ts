import { isDateFormat } from 'hucre'
import { MAX_VALUE, UnreadableRecords } from '../record-files.ts'
import { type Archive, openArchive } from './archive.ts'
import { readWhole } from './read-parts.ts'

/** Texts that cells share; more characters than this are not gathered. */
const MAX_SHARED_CHARACTERS = 48 * 1024 * 1024
const RELATED_SHEET = /\/worksheet$/

export interface Workbook {
  /** Those a person sees, in their order. */
  sheets: { name: string; part: string }[]
  shared: string[]
  /** By number of a cell's style, whether it shows a day. */
  dateStyles: boolean[]
  epoch1904: boolean
  archive: Archive
  close(): void
}

const readRelations = async (archive: Archive): Promise<Map<string, string>> => {
  const sheets = new Map<string, string>()
  await readWhole(await archive.stream('xl/_rels/workbook.xml.rels'), {
    open: (name, { Id = '', Type = '', Target = '' }) => {
      if (name !== 'Relationship' || !RELATED_SHEET.test(Type)) return
      sheets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`)
    },
  })
  return sheets
}

const readBook = async (archive: Archive) => {
  const listed: { id: string; name: string; hidden: boolean }[] = []
  let epoch1904 = false
  await readWhole(await archive.stream('xl/workbook.xml'), {
    open: (name, attributes) => {
      if (name === 'workbookPr') epoch1904 = ['1', 'true'].includes(attributes.date1904 ?? '')
      if (name !== 'sheet') return
      const { name: title = '', state = 'visible', 'r:id': id = '' } = attributes
      listed.push({ id, name: title, hidden: state !== 'visible' })
    },
  })
  const visible = listed.filter(({ hidden }) => !hidden)
  return { listed: visible.length > 0 ? visible : listed, epoch1904 }
}

// Formats of days that every workbook knows without saying so.
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)

const readStyles = async (archive: Archive): Promise<boolean[]> => {
  const own = new Map<string, boolean>()
  const styles: boolean[] = []
  let inCells = false
  await readWhole(await archive.stream('xl/styles.xml'), {
    open: (name, { numFmtId = '', formatCode = '' }) => {
      if (name === 'numFmt') own.set(numFmtId, isDateFormat(formatCode))
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells) styles.push(own.get(numFmtId) ?? isBuiltInDate(Number(numFmtId)))
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
  })
  return styles
}

const readShared = async (archive: Archive): Promise<string[]> => {
  const shared: string[] = []
  let text: string | null = null
  let phonetic = false
  let inText = false
  let characters = 0
  await readWhole(await archive.stream('xl/sharedStrings.xml'), {
    open: (name) => {
      if (name === 'si') text = ''
      if (name === 'rPh') phonetic = true
      if (name === 't') inText = true
    },
    text: (piece) => {
      if (text !== null && inText && !phonetic && text.length < MAX_VALUE) text += piece
    },
    close: (name) => {
      if (name === 't') inText = false
      if (name === 'rPh') phonetic = false
      if (name !== 'si' || text === null) return
      characters += text.length
      if (characters > MAX_SHARED_CHARACTERS) throw new UnreadableRecords('too_large')
      shared.push(text)
      text = null
    },
  })
  return shared
}

/** Opens a workbook and reads what its cells refer to; the rows of its sheets stream later. */
export const openWorkbook = async (path: string): Promise<Workbook> => {
  const archive = await openArchive(path)
  try {
    const [relations, { listed, epoch1904 }] = [await readRelations(archive), await readBook(archive)]
    const sheets = listed.flatMap(({ id, name }) => {
      const part = relations.get(id)
      return part === undefined ? [] : [{ name, part }]
    })
    if (sheets.length === 0) throw new UnreadableRecords('damaged')
    const dateStyles = await readStyles(archive)
    const shared = await readShared(archive)
    return { sheets, shared, dateStyles, epoch1904, archive, close: () => archive.close() }
  } catch (error) {
    archive.close()
    throw error
  }
}
