import { problems } from '@market/contracts'
import {
  Certificate,
  CertificateParams,
  CertificateQrCode,
  CertificateQuery,
} from '@market/contracts/registration'
import { getCertificate } from '@market/services/registration'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { toString as drawQrCode } from 'qrcode'
import { certificateUrl, presentCertificate } from './presenter.ts'

const tags = ['registration']

const guarded = {
  // Codes have 80 bits; this keeps even their guessers from costing anything.
  config: { rateLimit: { max: 60, timeWindow: '1 minute' } },
  // The address carries the code, which does not belong into a log.
  logLevel: 'warn',
} as const

/** Neither a cache nor another page's referrer may keep the code. */
const PRIVATE = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' }

export const certificateRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/api/certificates/:number',
    {
      ...guarded,
      schema: {
        operationId: 'getCertificate',
        summary: 'Check a certificate by its number and code',
        description:
          'Without a code every number is answered alike: certificate.code_required. A wrong code and a number never given are the same certificate.not_found.',
        tags,
        params: CertificateParams,
        querystring: CertificateQuery,
        response: { 200: Certificate, ...problems },
      },
    },
    async (request, reply) => {
      const input = { number: request.params.number, code: request.query.code }
      const certificate = await getCertificate(request.serviceContext(), input)
      reply.headers(PRIVATE)
      return presentCertificate(certificate)
    },
  )

  app.get(
    '/api/certificates/:number/qr.svg',
    {
      ...guarded,
      schema: {
        operationId: 'getCertificateQrCode',
        summary: 'The QR code of the certificate’s public address, as SVG',
        tags,
        produces: ['image/svg+xml'],
        params: CertificateParams,
        querystring: CertificateQuery,
        response: { 200: CertificateQrCode, ...problems },
      },
    },
    async (request, reply) => {
      const input = { number: request.params.number, code: request.query.code }
      const { record } = await getCertificate(request.serviceContext(), input)
      const url = certificateUrl(app.settings.publicUrl, record.number ?? '', record.verificationCode ?? '')
      const svg = await drawQrCode(url, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 })
      return reply.headers(PRIVATE).type('image/svg+xml').send(Buffer.from(svg))
    },
  )
}
