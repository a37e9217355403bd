import { IdParams, problems } from '@market/contracts'
import {
  Certificate,
  CertificateParams,
  CertificatePdfQuery,
  CertificateQrCode,
  CertificateQuery,
  PdfBytes,
  PublicCertificatePdfQuery,
} from '@market/contracts/registration'
import {
  type CertificateRecord,
  getCertificate,
  getRegistrationCertificate,
} from '@market/services/registration'
import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { toString as drawQrCode } from 'qrcode'
import { certificateDocument } from './documents/certificate-document.ts'
import { sendPdf } from './pdf-reply.ts'
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
  const print = async (reply: FastifyReply, certificate: CertificateRecord, version: number | undefined) => {
    const { number, verificationCode } = certificate.record
    const url = certificateUrl(app.settings.publicUrl, number ?? '', verificationCode ?? '')
    const pdf = await app.dependencies.renderPdf(certificateDocument({ certificate, url, version }))
    return sendPdf(reply, `登记证明-${number}.pdf`, pdf)
  }

  app.get(
    '/api/registrations/:id/certificate.pdf',
    {
      schema: {
        operationId: 'printCertificate',
        summary: 'The certificate as PDF, for whoever may read the registration',
        tags,
        produces: ['application/pdf'],
        params: IdParams,
        querystring: CertificatePdfQuery,
        response: { 200: PdfBytes, ...problems },
      },
    },
    async (request, reply) => {
      const certificate = await getRegistrationCertificate(request.serviceContext(), request.params.id)
      return print(reply, certificate, request.query.version)
    },
  )

  app.get(
    '/api/certificates/:number/certificate.pdf',
    {
      ...guarded,
      schema: {
        operationId: 'printPublicCertificate',
        summary: 'The certificate as PDF, for whoever holds its code',
        tags,
        produces: ['application/pdf'],
        params: CertificateParams,
        querystring: PublicCertificatePdfQuery,
        response: { 200: PdfBytes, ...problems },
      },
    },
    async (request, reply) => {
      const { code, version } = request.query
      const input = { number: request.params.number, code }
      return print(reply, await getCertificate(request.serviceContext(), input), version)
    },
  )

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
