import { problems } from '@market/contracts'
import {
  Assessment,
  AssessmentFileQuery,
  AssessmentParams,
  AssessmentPdf,
  AssessmentQuery,
  AssessmentXlsx,
} from '@market/contracts/indicators'
import { getAssessment } from '@market/services/indicators'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { contentDisposition } from '../files/presenter.ts'
import { XLSX } from '../files/send-sheet.ts'
import { assessmentDocument, assessmentSheets } from './assessment-document.ts'
import { presentAssessment } from './presenter.ts'

const tags = ['indicators']

/** A reader of every cell gets another report than the public: no cache shares them. */
const headersOf = ({ plan, kind, year }: Assessment, extension: string) => ({
  'content-disposition': contentDisposition(`${plan.key}-${kind}-${year}.${extension}`),
  'cache-control': 'private, no-cache',
})

/** A plan's assessments: every year, half way and at the end. */
export const assessmentRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/api/plans/:key/assessments/:kind',
    {
      schema: {
        operationId: 'getAssessment',
        summary: 'How the plan stands: yearly, mid-term or final',
        tags,
        params: AssessmentParams,
        querystring: AssessmentQuery,
        response: { 200: Assessment, ...problems },
      },
    },
    async (request) =>
      presentAssessment(
        await getAssessment(request.serviceContext(), { ...request.params, ...request.query }),
      ),
  )

  app.get(
    '/api/plans/:key/assessments/:kind/report.pdf',
    {
      schema: {
        operationId: 'printAssessment',
        summary: 'The assessment as PDF',
        tags,
        produces: ['application/pdf'],
        params: AssessmentParams,
        querystring: AssessmentFileQuery,
        response: { 200: AssessmentPdf, ...problems },
      },
    },
    async (request, reply) => {
      const { lang, year } = request.query
      const found = await getAssessment(request.serviceContext(), { ...request.params, year })
      const assessment = presentAssessment(found)
      const pdf = await app.dependencies.renderPdf(assessmentDocument(assessment, lang))
      return reply.headers(headersOf(assessment, 'pdf')).type('application/pdf').send(Buffer.from(pdf))
    },
  )

  app.get(
    '/api/plans/:key/assessments/:kind/report.xlsx',
    {
      schema: {
        operationId: 'exportAssessment',
        summary: 'The assessment as a workbook',
        tags,
        produces: [XLSX],
        params: AssessmentParams,
        querystring: AssessmentFileQuery,
        response: { 200: AssessmentXlsx, ...problems },
      },
    },
    async (request, reply) => {
      const { lang, year } = request.query
      const found = await getAssessment(request.serviceContext(), { ...request.params, year })
      const assessment = presentAssessment(found)
      const workbook = await app.dependencies.writeWorkbook(assessmentSheets(assessment, lang))
      return reply.headers(headersOf(assessment, 'xlsx')).type(XLSX).send(Buffer.from(workbook))
    },
  )
}
