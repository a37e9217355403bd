import multipart from '@fastify/multipart'
import { IdParams, PageQuery, problems } from '@market/contracts'
import {
  DecideRepairsInput,
  ListingImportDetails,
  ListingImportMapping,
  ListingImportPage,
  ListingImportProblemPage,
  ListingImportProblemQuery,
  ListingImportReportParams,
  ListingImportSheetParams,
  ListingImportUpload,
} from '@market/contracts/listings'
import { SheetBytes } from '@market/contracts/registration'
import { refuseFields } from '@market/domain'
import { LISTING_IMPORT_FIELDS, MAX_LISTING_IMPORT_BYTES } from '@market/domain/listings'
import type { ServiceContext } from '@market/services'
import {
  cancelListingImport,
  commitListingImport,
  createListingImport,
  decideRepairs,
  getListingImport,
  type ListingImportRecord,
  listListingImportProblems,
  listListingImports,
  mapListingImport,
  reportListingImport,
  requireImporter,
} from '@market/services/listings'
import { errorCodes, type FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { SHEET_MEDIA_TYPES, sendSheet } from '../files/send-sheet.ts'
import {
  presentListingImport,
  presentListingImportDetails,
  presentListingImportProblem,
} from './import-presenter.ts'

const tags = ['listings']
// One byte more than allowed still arrives, so that the use-case itself says what is too large.
const LIMITS = { fileSize: MAX_LISTING_IMPORT_BYTES + 1, files: 1, fields: 5, parts: 6, fieldSize: 1000 }

type Step = (context: ServiceContext, id: string) => Promise<ListingImportRecord>

const STEPS: [command: string, operationId: string, summary: string, step: Step][] = [
  [
    'commit',
    'commitListingImport',
    'Make a draft of every sound row; the worker does it',
    commitListingImport,
  ],
  ['cancel', 'cancelListingImport', 'Give a file up; untouched drafts of it go', cancelListingImport],
]

/** The form parser throws plain errors at a form that is cut short or has no boundary: the sender's doing. */
const asUnreadable = (error: unknown): never => {
  if (!(error instanceof Error) || 'statusCode' in error || 'kind' in error) throw error
  throw Object.assign(error, { statusCode: 400 })
}

const readUpload = async (request: FastifyRequest) => {
  if (!request.isMultipart()) throw new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE()
  const part = await request.file({ limits: LIMITS, throwFileSizeLimit: false }).catch(asUnreadable)
  if (!part) throw refuseFields('request.invalid', [{ path: 'file', code: 'field.required' }])
  return part
}

const templateOf = async function* (english: boolean) {
  yield LISTING_IMPORT_FIELDS.filter(({ key }) => key !== 'labelledText').map(({ zh, en }) =>
    english ? en : zh,
  )
}

export const listingImportRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(multipart)
  const { tables, storage, records } = app.dependencies

  const answer = async (context: ServiceContext, id: string) =>
    presentListingImportDetails(await getListingImport(context, id))

  app.get(
    '/api/listing-imports/template.:format',
    {
      schema: {
        operationId: 'downloadListingImportTemplate',
        summary: 'An empty sheet with every column the import knows',
        tags,
        produces: SHEET_MEDIA_TYPES,
        params: ListingImportSheetParams,
        response: { 200: SheetBytes, ...problems },
      },
    },
    async (request, reply) => {
      const { locale } = request.serviceContext()
      const english = locale === 'en'
      const name = english ? 'listings-template' : '成果导入模板'
      return sendSheet(reply, tables, request.params.format, name, templateOf(english))
    },
  )

  app.post(
    '/api/listing-imports',
    {
      // The schema describes the form; its parts are read as they arrive.
      validatorCompiler: () => () => true,
      config: { rateLimit: { max: 20, timeWindow: '1 minute' } },
      schema: {
        operationId: 'createListingImport',
        summary: 'Upload a file of results of at most 64 MiB; its format is judged by its content',
        tags,
        consumes: ['multipart/form-data'],
        body: ListingImportUpload,
        response: { 201: ListingImportDetails, ...problems },
      },
    },
    async (request, reply) => {
      const context = request.serviceContext()
      requireImporter(context)
      const part = await readUpload(request)
      try {
        // Not destroyed when it is given up: a form parser in the middle of a part must be read to the end.
        const content = part.file.iterator({ destroyOnReturn: false })
        const input = { fileName: part.filename, content }
        const { id } = await createListingImport(context, { storage, records }, input).catch(asUnreadable)
        reply.status(201)
        return await answer(context, id)
      } finally {
        part.file.resume()
      }
    },
  )

  app.get(
    '/api/listing-imports',
    {
      schema: {
        operationId: 'listListingImports',
        summary: 'The acting organization’s imports of listings, newest first',
        tags,
        querystring: PageQuery,
        response: { 200: ListingImportPage, ...problems },
      },
    },
    async (request) => {
      const page = await listListingImports(request.serviceContext(), request.query)
      return { ...page, items: page.items.map(presentListingImport) }
    },
  )

  app.get(
    '/api/listing-imports/:id',
    {
      schema: {
        operationId: 'getListingImport',
        summary: 'One import: its columns, what was found in it, how far it is',
        tags,
        params: IdParams,
        response: { 200: ListingImportDetails, ...problems },
      },
    },
    (request) => answer(request.serviceContext(), request.params.id),
  )

  app.put(
    '/api/listing-imports/:id/mapping',
    {
      schema: {
        operationId: 'mapListingImport',
        summary: 'Say which column is what, and have the rows checked',
        tags,
        params: IdParams,
        body: ListingImportMapping,
        response: { 200: ListingImportDetails, ...problems },
      },
    },
    async (request) => {
      const context = request.serviceContext()
      const { id } = request.params
      await mapListingImport(context, { id, mapping: request.body })
      return answer(context, id)
    },
  )

  app.get(
    '/api/listing-imports/:id/problems',
    {
      schema: {
        operationId: 'listListingImportProblems',
        summary: 'What the check found, in the order of the file, of one kind or all',
        tags,
        params: IdParams,
        querystring: ListingImportProblemQuery,
        response: { 200: ListingImportProblemPage, ...problems },
      },
    },
    async (request) => {
      const input = { id: request.params.id, ...request.query }
      const page = await listListingImportProblems(request.serviceContext(), input)
      return { ...page, items: page.items.map(presentListingImportProblem) }
    },
  )

  app.post(
    '/api/listing-imports/:id/repairs',
    {
      schema: {
        operationId: 'decideListingImportRepairs',
        summary: 'Accept or refuse suggested repairs of one row or of all of a kind',
        tags,
        params: IdParams,
        body: DecideRepairsInput,
        response: { 200: ListingImportDetails, ...problems },
      },
    },
    async (request) => {
      const context = request.serviceContext()
      const { id } = request.params
      await decideRepairs(context, { id, ...request.body })
      return answer(context, id)
    },
  )

  app.get(
    '/api/listing-imports/:id/report.:format',
    {
      schema: {
        operationId: 'downloadListingImportReport',
        summary: 'The whole report as a sheet: every row that is left out, and why',
        tags,
        produces: SHEET_MEDIA_TYPES,
        params: ListingImportReportParams,
        response: { 200: SheetBytes, ...problems },
      },
    },
    async (request, reply) => {
      const context = request.serviceContext()
      const { id, format } = request.params
      // Asked first: once the sheet has begun, no refusal can be told any more.
      await getListingImport(context, id)
      const name = context.locale === 'en' ? 'import-report' : '导入报告'
      return sendSheet(reply, tables, format, name, reportListingImport(context, id))
    },
  )

  for (const [command, operationId, summary, step] of STEPS) {
    app.post(
      `/api/listing-imports/:id/${command}`,
      {
        schema: {
          operationId,
          summary,
          tags,
          params: IdParams,
          response: { 200: ListingImportDetails, ...problems },
        },
      },
      async (request) => {
        const context = request.serviceContext()
        const { id } = await step(context, request.params.id)
        return answer(context, id)
      },
    )
  }
}
