import type { SearchDocument } from '../../document.ts'
import { ipcClasses } from '../../ipc-nodes.ts'

/** What the server is given: the document, and what can be worked out of it but not by the server. */
export const storedDocument = (document: SearchDocument) => ({
  ...document,
  year: document.publishedAt.slice(0, 4),
  ipcClass: ipcClasses(document.ipcSymbols),
})
