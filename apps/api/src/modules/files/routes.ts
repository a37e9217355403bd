import multipart from '@fastify/multipart'
import { IdParams, problems } from '@market/contracts'
import {
  FileBytes,
  FilePurpose,
  MAX_VIDEO_BYTES,
  PictureParams,
  RangeHeaders,
  StoredFile,
  UploadForm,
} from '@market/contracts/files'
import { refuseFields } from '@market/domain'
import { requireMember } from '@market/services'
import { findFile, openFile, openPart, openRendition, storeFile } from '@market/services/files'
import { errorCodes, type FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { downloadHeaders, pictureHeaders, presentFile, rangeOf } from './presenter.ts'

const tags = ['files']

// One byte more than allowed still arrives, so that the use-case itself says what is too large.
const LIMITS = { fileSize: MAX_VIDEO_BYTES + 1, files: 1, fields: 5, parts: 6, fieldSize: 1000 }

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
  const { storage, pictures, videos } = app.dependencies

  app.post(
    '/api/files',
    {
      // The schema describes the form; its parts are read as they arrive.
      validatorCompiler: () => () => true,
      config: { rateLimit: { max: 60, timeWindow: '1 minute' } },
      schema: {
        operationId: 'uploadFile',
        summary: 'Upload a file of at most 20 MiB (a video 100 MiB); its type is judged by its content',
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
        const file = await storeFile(context, { storage, pictures, videos }, input)
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
        headers: RangeHeaders,
        produces: ['application/pdf', 'image/png', 'image/jpeg', 'image/webp', 'video/mp4', 'video/webm'],
        response: { 200: FileBytes, 206: FileBytes, 416: FileBytes, ...problems },
      },
    },
    async (request, reply) => {
      const context = request.serviceContext()
      const { id } = request.params
      if (request.headers.range === undefined) {
        const { file, content } = await openFile(context, storage, id)
        return reply.headers({ ...downloadHeaders(file), 'accept-ranges': 'bytes' }).send(content)
      }
      const file = await findFile(context, id)
      const range = rangeOf(request.headers.range, file.sizeBytes)
      if (range === 'unsatisfiable') {
        return reply.status(416).header('content-range', `bytes */${file.sizeBytes}`).send()
      }
      const { start, end } = range ?? { start: 0, end: file.sizeBytes - 1 }
      reply.headers({
        ...downloadHeaders(file),
        'accept-ranges': 'bytes',
        'content-length': String(end - start + 1),
      })
      if (range) reply.status(206).header('content-range', `bytes ${start}-${end}/${file.sizeBytes}`)
      return reply.send(await openPart(storage, file, { start, end }))
    },
  )

  app.get(
    '/api/files/:id/pictures/:size',
    {
      schema: {
        operationId: 'getPicture',
        summary: 'A smaller WebP of a picture, for whoever may read the picture',
        tags,
        params: PictureParams,
        produces: ['image/webp'],
        response: { 200: FileBytes, ...problems },
      },
    },
    async (request, reply) => {
      const { rendition, content } = await openRendition(request.serviceContext(), storage, request.params)
      return reply.headers(pictureHeaders(rendition.sizeBytes)).send(content)
    },
  )
}
