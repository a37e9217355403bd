import { MAX_NDA_CHARACTERS, NDA_STANDINGS } from '@market/domain/licensing'
import { z } from 'zod'
import { OrganizationSummary } from '../organizations/index.ts'
import { DateText, Id, Instant, PageQuery, Prose, pageOf } from '../shared/index.ts'

const ListingName = z.object({ id: Id, titleZh: z.string(), titleEn: z.string() })
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const Agreement = z.object({
  id: Id,
  standing: z.enum(NDA_STANDINGS),
  signatoryName: z.string(),
  acceptedAt: Instant,
  expiresOn: DateText,
  sha256: Sha256,
  withdrawnAt: Instant.nullable(),
  /** The organization that withdrew. */
  withdrawnFor: Id.nullable(),
  withdrawReason: z.string().nullable(),
})

/** A listing's confidential files as the acting organization may see them. */
export const Confidentiality = z
  .object({
    listing: ListingName,
    owner: OrganizationSummary,
    fileCount: z.int(),
    /** Named to those alone who are bound; `opens` is false for what cannot be marked with its reader. */
    files: z.array(
      z.object({
        fileId: Id,
        titleZh: z.string(),
        titleEn: z.string(),
        mediaType: z.string(),
        sizeBytes: z.int(),
        opens: z.boolean(),
      }),
    ),
    /** What is to be accepted; the Chinese text is authoritative. */
    text: z.object({ bodyZh: z.string(), bodyEn: z.string(), sha256: Sha256 }),
    months: z.int(),
    ownWords: z.boolean(),
    agreement: Agreement.extend({ bodyZh: z.string(), bodyEn: z.string() }).nullable(),
    actions: z.array(z.enum(['nda.accept', 'nda.withdraw', 'confidential_file.open'])),
  })
  .meta({ id: 'Confidentiality' })
export type Confidentiality = z.infer<typeof Confidentiality>

export const AcceptNdaInput = z.object({
  /** Of the text that was read. */
  sha256: Sha256,
})

export const WithdrawNdaInput = z.object({ reason: Prose(1000).min(1) })

export const NdaTemplate = z
  .object({
    /** 0: the market's own words. */
    version: z.int(),
    bodyZh: z.string(),
    bodyEn: z.string(),
    months: z.int(),
  })
  .meta({ id: 'NdaTemplate' })
export type NdaTemplate = z.infer<typeof NdaTemplate>

export const SaveNdaTemplateInput = z.object({
  version: z.int().nonnegative(),
  bodyZh: Prose(MAX_NDA_CHARACTERS),
  bodyEn: Prose(MAX_NDA_CHARACTERS),
  months: z.int(),
})

export const NdaQuery = PageQuery.extend({ side: z.enum(['owner', 'reader']).default('owner') })

export const NdaSummary = z
  .object({
    agreement: Agreement,
    listing: ListingName,
    owner: OrganizationSummary,
    reader: OrganizationSummary,
    openings: z.int(),
    mayWithdraw: z.boolean(),
  })
  .meta({ id: 'NdaSummary' })
export type NdaSummary = z.infer<typeof NdaSummary>
export const NdaPage = pageOf(NdaSummary)

/** Who opened which confidential file when. */
export const ConfidentialOpening = z
  .object({
    id: Id,
    openedAt: Instant,
    reader: OrganizationSummary,
    person: z.string(),
    listing: ListingName,
    fileId: Id,
    /** Empty once the file hangs on the listing no longer. */
    fileTitleZh: z.string(),
    fileTitleEn: z.string(),
  })
  .meta({ id: 'ConfidentialOpening' })
export type ConfidentialOpening = z.infer<typeof ConfidentialOpening>
export const ConfidentialOpeningPage = pageOf(ConfidentialOpening)

export const ConfidentialFileParams = z.object({ id: Id, fileId: Id })
