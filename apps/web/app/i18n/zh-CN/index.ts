import { account } from './account.ts'
import { amendments } from './amendments.ts'
import { attachments } from './attachments.ts'
import { batchLists } from './batch-lists.ts'
import { bulk } from './bulk.ts'
import { certificates } from './certificates.ts'
import { common } from './common.ts'
import { contractText } from './contract-text.ts'
import { contracts } from './contracts.ts'
import { desk } from './desk.ts'
import { directory } from './directory.ts'
import { editing } from './editing.ts'
import { editor } from './editor.ts'
import { errors } from './errors.ts'
import { figures } from './figures.ts'
import { help } from './help.ts'
import { home } from './home.ts'
import { imports } from './imports.ts'
import { licences } from './licences.ts'
import { licensing } from './licensing.ts'
import { listing } from './listing.ts'
import { listingImports } from './listing-imports.ts'
import { mails } from './mails.ts'
import { needs } from './needs.ts'
import { notices } from './notices.ts'
import { obligations } from './obligations.ts'
import { organizations } from './organizations.ts'
import { pages } from './pages.ts'
import { payments } from './payments.ts'
import { plans } from './plans.ts'
import { receipts } from './receipts.ts'
import { returning } from './returning.ts'
import { review } from './review.ts'
import { rewards } from './rewards.ts'
import { rights } from './rights.ts'
import { search } from './search.ts'
import { secrecy } from './secrecy.ts'
import { workspace } from './workspace.ts'

export const zhCN = {
  account,
  amendments,
  attachments,
  batchLists,
  bulk,
  certificates,
  common,
  contracts,
  contractText,
  desk,
  directory,
  editing,
  editor,
  errors,
  figures,
  help,
  home,
  imports,
  licensing,
  licences,
  listing,
  listingImports,
  mails,
  needs,
  notices,
  obligations,
  organizations,
  pages,
  payments,
  plans,
  receipts,
  returning,
  review,
  rewards,
  rights,
  search,
  secrecy,
  workspace,
} as const
