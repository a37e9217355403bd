import { IdParams, problems } from '@market/contracts'
import {
  AssignRegistrationInput,
  ChangeRegistrationInput,
  RefuseRegistrationInput,
  Registration,
  RegistrationReasonInput,
  RequestCorrectionInput,
  TickChecklistInput,
} from '@market/contracts/registration'
import type { ServiceContext } from '@market/services'
import {
  acceptRegistration,
  assignRegistration,
  cancelRegistration,
  changeRegistration,
  getRegistration,
  type RegistrationRecord,
  refuseRegistration,
  registerContract,
  requestCorrection,
  revokeRegistration,
  sendToReview,
  submitRegistration,
  tickChecklist,
  unassignRegistration,
} from '@market/services/registration'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { presentRegistration } from './presenter.ts'

const tags = ['registration']
const response = { 200: Registration, ...problems }

type Step = (context: ServiceContext, id: string) => Promise<RegistrationRecord>

const STEPS: [command: string, operationId: string, summary: string, step: Step][] = [
  ['submit', 'submitRegistration', 'Hand the form, or its correction, to the registrars', submitRegistration],
  ['accept', 'acceptRegistration', 'Take it up for examination; the regime’s days run', acceptRegistration],
  ['send-to-review', 'sendToReview', 'Pass it to a second examiner', sendToReview],
  ['unassign', 'unassignRegistration', 'Put it back into everybody’s queue', unassignRegistration],
  ['register', 'registerContract', 'Enter it into the register and issue its number', registerContract],
]

type End = (context: ServiceContext, input: { registrationId: string; reason: string }) => ReturnType<Step>

const ENDS: [command: string, operationId: string, summary: string, end: End][] = [
  ['cancel', 'cancelRegistration', 'Cancel (注销) a rescinded contract, with the reason', cancelRegistration],
  ['revoke', 'revokeRegistration', 'Revoke (撤销) what fraud obtained, with the reason', revokeRegistration],
]

/** Every answer is the registration as it then stands. */
export const registrationCommandRoutes: FastifyPluginAsyncZod = async (app) => {
  const answer = async (context: ServiceContext, { id }: RegistrationRecord) =>
    presentRegistration(await getRegistration(context, id), app.settings.publicUrl)

  app.put(
    '/api/registrations/:id/checklist',
    {
      schema: {
        operationId: 'tickChecklist',
        summary: 'Keep which questions of the checklist the examiner has answered; the others stand open',
        tags,
        params: IdParams,
        body: TickChecklistInput,
        response,
      },
    },
    async (request) => {
      const context = request.serviceContext()
      const { id: registrationId } = request.params
      return answer(context, await tickChecklist(context, { registrationId, ...request.body }))
    },
  )

  for (const [command, operationId, summary, step] of STEPS) {
    app.post(
      `/api/registrations/:id/${command}`,
      { schema: { operationId, summary, tags, params: IdParams, response } },
      async (request) => {
        const context = request.serviceContext()
        return answer(context, await step(context, request.params.id))
      },
    )
  }

  for (const [command, operationId, summary, end] of ENDS) {
    app.post(
      `/api/registrations/:id/${command}`,
      { schema: { operationId, summary, tags, params: IdParams, body: RegistrationReasonInput, response } },
      async (request) => {
        const context = request.serviceContext()
        const input = { registrationId: request.params.id, ...request.body }
        return answer(context, await end(context, input))
      },
    )
  }

  app.post(
    '/api/registrations/:id/assign',
    {
      schema: {
        operationId: 'assignRegistration',
        summary: 'Put it on a registrar’s desk; others who may examine still can',
        tags,
        params: IdParams,
        body: AssignRegistrationInput,
        response,
      },
    },
    async (request) => {
      const context = request.serviceContext()
      const input = { registrationId: request.params.id, ...request.body }
      return answer(context, await assignRegistration(context, input))
    },
  )

  app.post(
    '/api/registrations/:id/request-correction',
    {
      schema: {
        operationId: 'requestCorrection',
        summary: 'Give the form back with a comment per field',
        tags,
        params: IdParams,
        body: RequestCorrectionInput,
        response,
      },
    },
    async (request) => {
      const context = request.serviceContext()
      const input = { registrationId: request.params.id, ...request.body }
      return answer(context, await requestCorrection(context, input))
    },
  )

  app.post(
    '/api/registrations/:id/refuse',
    {
      schema: {
        operationId: 'refuseRegistration',
        summary: 'Refuse for reasons the regime lists',
        tags,
        params: IdParams,
        body: RefuseRegistrationInput,
        response,
      },
    },
    async (request) => {
      const context = request.serviceContext()
      const input = { registrationId: request.params.id, ...request.body }
      return answer(context, await refuseRegistration(context, input))
    },
  )

  app.post(
    '/api/registrations/:id/change',
    {
      schema: {
        operationId: 'changeRegistration',
        summary: 'Enter changed facts as a new version; the turnover is booked anew on the old date',
        tags,
        params: IdParams,
        body: ChangeRegistrationInput,
        response,
      },
    },
    async (request) => {
      const context = request.serviceContext()
      const input = { registrationId: request.params.id, ...request.body }
      return answer(context, await changeRegistration(context, input))
    },
  )
}
