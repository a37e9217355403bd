import { createWatermarker } from '@market/adapters/watermarks'
import { acceptNda, getConfidentiality, openConfidentialFile } from '@market/services/licensing'
import type { Stage, Step } from './stage.ts'

/** Whoever talks about it reads the test records under secrecy. */
const LISTING = 'slag-cement'
const READER = 'guihai'

const accept = async (stage: Stage): Promise<void> => {
  const reader = stage.member(READER, 'signatory')
  const listingId = stage.idOf(`listing ${LISTING}`)
  const { text } = await getConfidentiality(reader, listingId)
  await acceptNda(reader, { listingId, sha256: text.sha256 })
}

const open = async (stage: Stage): Promise<void> => {
  const reader = stage.member(READER, 'negotiator')
  const listingId = stage.idOf(`listing ${LISTING}`)
  const { files } = await getConfidentiality(reader, listingId)
  const tools = { storage: stage.files.storage, watermarker: createWatermarker() }
  for (const { fileId } of files) await openConfidentialFile(reader, tools, { listingId, fileId })
}

/** A company binds itself to secrecy and opens what it may then read. */
export const secrecySteps = (stage: Stage): Step[] => [
  { on: '2026-10-09', minute: 520, run: () => accept(stage) },
  { on: '2026-10-12', minute: 60, run: () => open(stage) },
]
