import multipart from '@fastify/multipart'
import { IdParams, PageQuery, problems } from '@market/contracts'
import {
  ExportQuery,
  ImportProblemPage,
  ImportUpload,
  RegistrationImportDetails,
  RegistrationImportPage,
  SheetBytes,
  SheetParams,
} from '@market/contracts/registration'
import { refuseFields } from '@market/domain'
import { importHeader } from '@market/domain/registration'
import type { ServiceContext } from '@market/services'
import {
  cancelImport,
  commitImport,
  createImport,
  exportRegistrations,
  getImport,
  type ImportRecord,
  listImportProblems,
  listImports,
  MAX_IMPORT_BYTES,
} from '@market/services/registration'
import { errorCodes, type FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { SHEET_MEDIA_TYPES, sendSheet } from '../files/send-sheet.ts'
import { presentImport, presentImportDetails, presentImportProblem } from './import-presenter.ts'

const tags = ['registration']
// One byte more than allowed still arrives, so that the use-case itself says what is too large.
const LIMITS = { fileSize: MAX_IMPORT_BYTES + 1, files: 1, fields: 5, parts: 6, fieldSize: 1000 }

type Step = (context: ServiceContext, id: string) => Promise<ImportRecord>

const STEPS: [command: string, operationId: string, summary: string, step: Step][] = [
  ['commit', 'commitImport', 'Enter all rows of a checked file, or none; the worker does it', commitImport],
  ['cancel', 'cancelImport', 'Give a file up; what is running stops and leaves nothing', cancelImport],
]

const readUpload = async (request: FastifyRequest) => {
  if (!request.isMultipart()) throw new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE()
  const part = await request.file({ limits: LIMITS, throwFileSizeLimit: false })
  if (!part) throw refuseFields('request.invalid', [{ path: 'file', code: 'field.required' }])
  const content = await part.toBuffer()
  const field = part.fields.source
  const source = field && 'value' in field && typeof field.value === 'string' ? field.value.trim() : ''
  return { fileName: part.filename.slice(0, 200), content, source: source.slice(0, 200) }
}

async function* templateRows() {
  yield importHeader()
}

export const importRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(multipart)
  const { tables } = app.dependencies

  app.get(
    '/api/registration-imports/template.:format',
    {
      schema: {
        operationId: 'downloadImportTemplate',
        summary: 'An empty sheet with the columns of import and export',
        tags,
        produces: SHEET_MEDIA_TYPES,
        params: SheetParams,
        response: { 200: SheetBytes, ...problems },
      },
    },
    async (request, reply) => sendSheet(reply, tables, request.params.format, '登记导入模板', templateRows()),
  )

  app.get(
    '/api/registrations/export.:format',
    {
      schema: {
        operationId: 'exportRegistrations',
        summary: 'What one’s agency registered, in the columns of the import, as it is read',
        tags,
        produces: SHEET_MEDIA_TYPES,
        params: SheetParams,
        querystring: ExportQuery,
        response: { 200: SheetBytes, ...problems },
      },
    },
    async (request, reply) => {
      const rows = exportRegistrations(request.serviceContext(), request.query)
      return sendSheet(reply, tables, request.params.format, '合同登记', rows)
    },
  )

  app.post(
    '/api/registration-imports',
    {
      // The schema describes the form; its parts are read as they arrive.
      validatorCompiler: () => () => true,
      config: { rateLimit: { max: 20, timeWindow: '1 minute' } },
      schema: {
        operationId: 'createImport',
        summary: 'Upload a CSV or XLSX file of at most 20 MiB; the worker checks it and enters nothing yet',
        tags,
        consumes: ['multipart/form-data'],
        body: ImportUpload,
        response: { 201: RegistrationImportDetails, ...problems },
      },
    },
    async (request, reply) => {
      const context = request.serviceContext()
      // Asked before the bytes are read: a stranger's upload is not worth receiving.
      await listImports(context, { limit: 1 })
      const upload = await readUpload(request)
      const { id } = await createImport(context, { ...upload, format: tables.formatOf(upload.content) })
      reply.status(201)
      return presentImportDetails(await getImport(context, id))
    },
  )

  app.get(
    '/api/registration-imports',
    {
      schema: {
        operationId: 'listImports',
        summary: 'The agency’s imports, newest first',
        tags,
        querystring: PageQuery,
        response: { 200: RegistrationImportPage, ...problems },
      },
    },
    async (request) => {
      const page = await listImports(request.serviceContext(), request.query)
      return { ...page, items: page.items.map(presentImport) }
    },
  )

  app.get(
    '/api/registration-imports/:id',
    {
      schema: {
        operationId: 'getImport',
        summary: 'One import: its state, its counts and how far it is',
        tags,
        params: IdParams,
        response: { 200: RegistrationImportDetails, ...problems },
      },
    },
    async (request) => presentImportDetails(await getImport(request.serviceContext(), request.params.id)),
  )

  app.get(
    '/api/registration-imports/:id/problems',
    {
      schema: {
        operationId: 'listImportProblems',
        summary: 'What the check found, row by row; the first five thousand are kept',
        tags,
        params: IdParams,
        querystring: PageQuery,
        response: { 200: ImportProblemPage, ...problems },
      },
    },
    async (request) => {
      const page = await listImportProblems(request.serviceContext(), request.params.id, request.query)
      return { ...page, items: page.items.map(presentImportProblem) }
    },
  )

  for (const [command, operationId, summary, step] of STEPS) {
    app.post(
      `/api/registration-imports/:id/${command}`,
      {
        schema: {
          operationId,
          summary,
          tags,
          params: IdParams,
          response: { 200: RegistrationImportDetails, ...problems },
        },
      },
      async (request) => {
        const context = request.serviceContext()
        const { id } = await step(context, request.params.id)
        return presentImportDetails(await getImport(context, id))
      },
    )
  }
}
