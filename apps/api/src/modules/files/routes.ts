import multipart from '@fastify/multipart'
import { IdParams, problems } from '@market/contracts'
import { FileBytes, FilePurpose, MAX_FILE_BYTES, StoredFile, UploadForm } from '@market/contracts/files'
import { refuseFields } from '@market/domain'
import { requireMember } from '@market/services'
import { openFile, storeFile } from '@market/services/files'
import { errorCodes, type FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { downloadHeaders, presentFile } from './presenter.ts'

const tags = ['files']

// One byte more than allowed still arrives, so that the use-case itself says what is too large.
const LIMITS = { fileSize: MAX_FILE_BYTES + 1, files: 1, fields: 5, parts: 6, fieldSize: 1000 }

/** The form parser throws plain errors at a form that is cut short or has no boundary: the sender's doing. */
const asUnreadable = (error: unknown): never => {
  if (!(error instanceof Error) || 'statusCode' in error) throw error
  throw Object.assign(error, { statusCode: 400 })
}

async function* received(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* content
  } catch (error) {
    asUnreadable(error)
  }
}

const readUpload = async (request: FastifyRequest) => {
  if (!request.isMultipart()) throw new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE()
  const part = await request.file({ limits: LIMITS, throwFileSizeLimit: false }).catch(asUnreadable)
  if (!part) throw refuseFields('request.invalid', [{ path: 'file', code: 'field.required' }])
  const field = part.fields.purpose
  const value = field && 'value' in field ? field.value : undefined
  const purpose = FilePurpose.safeParse(value)
  return { part, purpose: purpose.success ? purpose.data : null }
}

export const fileRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(multipart)
  const { storage } = app.dependencies

  app.post(
    '/api/files',
    {
      // The schema describes the form; its parts are read as they arrive.
      validatorCompiler: () => () => true,
      config: { rateLimit: { max: 60, timeWindow: '1 minute' } },
      schema: {
        operationId: 'uploadFile',
        summary: 'Upload a file of at most 20 MiB; its type is judged by its content',
        tags,
        consumes: ['multipart/form-data'],
        body: UploadForm,
        response: { 201: StoredFile, ...problems },
      },
    },
    async (request, reply) => {
      const context = request.serviceContext()
      // Asked before the bytes are read: a stranger's upload is not worth receiving.
      requireMember(context)
      const { part, purpose } = await readUpload(request)
      try {
        if (!purpose) throw refuseFields('request.invalid', [{ path: 'purpose', code: 'field.required' }])
        // Not destroyed when it is given up: a form parser in the middle of a part must be read to the end.
        const content = part.file.iterator({ destroyOnReturn: false })
        const input = { name: part.filename, purpose, content: received(content) }
        const file = await storeFile(context, storage, input)
        reply.status(201)
        return presentFile(file)
      } finally {
        part.file.resume()
      }
    },
  )

  app.get(
    '/api/files/:id',
    {
      schema: {
        operationId: 'downloadFile',
        summary: 'The bytes of a file, for whoever may read what it belongs to',
        tags,
        params: IdParams,
        produces: ['application/pdf', 'image/png', 'image/jpeg', 'image/webp'],
        response: { 200: FileBytes, ...problems },
      },
    },
    async (request, reply) => {
      const { file, content } = await openFile(request.serviceContext(), storage, request.params.id)
      return reply.headers(downloadHeaders(file)).send(content)
    },
  )
}
