import { signedPdf } from './signed-pdf.ts'
import { expect, type Known, type People, type Step } from './step.ts'

interface Secrecy {
  text: { sha256: string }
  files: { fileId: string }[]
}

/** The owner's confidential file, before the listing is submitted. */
export const attachConfidentialFile = async ({ university }: People, { listing }: Known): Promise<void> => {
  const pdf = signedPdf(`Confidential test report ${listing}`)
  const file = await university.upload<{ id: string }>('listing_attachment', '检测报告.pdf', pdf)
  await university.post(`/api/listings/${listing}/attachments`, {
    fileId: file.id,
    titleZh: '第三方检测报告',
    titleEn: 'Third-party test report',
    visibility: 'confidential',
  })
}

/** Bound to secrecy first; only then the owner's confidential file opens, and each opening is on record. */
export const secrecySteps = (people: People, known: Known): Step[] => [
  {
    name: 'company: accept secrecy and open the confidential file',
    play: async () => {
      const { university, company } = people
      const path = `/api/listings/${known.listing}/confidentiality`
      const { text, files: before } = await company.get<Secrecy>(path)
      expect(before.length === 0, 'the files were named before secrecy was accepted')
      await company.confirm()
      await company.post(path, { sha256: text.sha256 })
      const { files } = await company.get<Secrecy>(path)
      const [file] = files
      expect(file !== undefined, 'secrecy was accepted and no file is named')
      const bytes = await company.getText(`/api/listings/${known.listing}/confidential-files/${file?.fileId}`)
      expect(bytes.startsWith('%PDF'), 'the confidential file did not open')
      const openings = await university.get<{ items: { listing: { id: string } }[] }>(
        '/api/confidential-openings',
      )
      const seen = openings.items.some(({ listing }) => listing.id === known.listing)
      expect(seen, 'the owner does not see who opened the file')
      return `agreement ${text.sha256.slice(0, 16)}…, opened under the eyes of the owner`
    },
  },
]
