import type { FastifyPluginAsync } from 'fastify'
import { auditRoutes } from './audit/routes.ts'
import { amendmentRoutes } from './contracts/amendment-routes.ts'
import { contractCommandRoutes } from './contracts/command-routes.ts'
import { licenceOfferRoutes } from './contracts/licence-offer-routes.ts'
import { noticeRoutes } from './contracts/notice-routes.ts'
import { contractPerformanceRoutes } from './contracts/performance-routes.ts'
import { contractRoutes } from './contracts/routes.ts'
import { contractTextRoutes } from './contracts/text-routes.ts'
import { answerRoutes } from './demands/answer-routes.ts'
import { needCommandRoutes } from './demands/command-routes.ts'
import { needFileRoutes } from './demands/file-routes.ts'
import { matchRoutes } from './demands/match-routes.ts'
import { needRoutes } from './demands/routes.ts'
import { attentionRoutes } from './discovery/attention-routes.ts'
import { favouriteRoutes } from './discovery/favourite-routes.ts'
import { fieldMapRoutes } from './discovery/field-map-routes.ts'
import { discoveryRoutes } from './discovery/routes.ts'
import { savedSearchRoutes } from './discovery/saved-search-routes.ts'
import { feedRoutes } from './feeds/routes.ts'
import { fileRoutes } from './files/routes.ts'
import { healthRoutes } from './health/routes.ts'
import { identityRoutes } from './identity/routes.ts'
import { securityRoutes } from './identity/security-routes.ts'
import { assessmentRoutes } from './indicators/assessment-routes.ts'
import { indicatorAuthorityRoutes } from './indicators/authority-routes.ts'
import { openDataRoutes } from './indicators/open-data-routes.ts'
import { indicatorRoutes } from './indicators/routes.ts'
import { statisticsRoutes } from './indicators/statistics-routes.ts'
import { brokerageRoutes } from './licensing/brokerage-routes.ts'
import { requestDraftRoutes } from './licensing/draft-routes.ts'
import { offerRoutes } from './licensing/offer-routes.ts'
import { requestRoutes } from './licensing/routes.ts'
import { secrecyRoutes } from './licensing/secrecy-routes.ts'
import { bulkRoutes } from './listings/bulk-routes.ts'
import { listingCommandRoutes } from './listings/command-routes.ts'
import { listingImportRoutes } from './listings/import-routes.ts'
import { listingRoutes } from './listings/routes.ts'
import { listingTermRoutes } from './listings/term-routes.ts'
import { mailPreferenceRoutes } from './notifications/mail-preference-routes.ts'
import { notificationRoutes } from './notifications/routes.ts'
import { contactRoutes } from './organizations/contact-routes.ts'
import { memberRoutes } from './organizations/member-routes.ts'
import { organizationRoutes } from './organizations/routes.ts'
import { paymentCommandRoutes } from './payments/command-routes.ts'
import { rewardRoutes } from './payments/reward-routes.ts'
import { paymentRoutes } from './payments/routes.ts'
import { webhookRoutes } from './payments/webhook-routes.ts'
import { batchListRoutes } from './registration/batch-list-routes.ts'
import { certificateRoutes } from './registration/certificate-routes.ts'
import { registrationCommandRoutes } from './registration/command-routes.ts'
import { importRoutes } from './registration/import-routes.ts'
import { receiptRoutes } from './registration/receipt-routes.ts'
import { registrationRoutes } from './registration/routes.ts'
import { rightRoutes } from './rights/routes.ts'

/** Every capability's routes, in the order of the chain they serve. */
export const capabilityRoutes: FastifyPluginAsync = async (app) => {
  await app.register(healthRoutes)
  await app.register(identityRoutes)
  await app.register(securityRoutes)
  await app.register(organizationRoutes)
  await app.register(memberRoutes)
  await app.register(contactRoutes)
  await app.register(fileRoutes)
  await app.register(listingRoutes)
  await app.register(listingCommandRoutes)
  await app.register(listingImportRoutes)
  await app.register(rightRoutes)
  await app.register(listingTermRoutes)
  await app.register(bulkRoutes)
  await app.register(feedRoutes, { prefix: '/api/feeds' })
  await app.register(discoveryRoutes)
  await app.register(needRoutes)
  await app.register(needCommandRoutes)
  await app.register(needFileRoutes)
  await app.register(matchRoutes)
  await app.register(answerRoutes)
  await app.register(fieldMapRoutes)
  await app.register(savedSearchRoutes)
  await app.register(favouriteRoutes)
  await app.register(attentionRoutes)
  await app.register(notificationRoutes)
  await app.register(mailPreferenceRoutes)
  await app.register(requestRoutes)
  await app.register(requestDraftRoutes)
  await app.register(offerRoutes)
  await app.register(secrecyRoutes)
  await app.register(brokerageRoutes)
  await app.register(contractRoutes)
  await app.register(contractCommandRoutes)
  await app.register(licenceOfferRoutes)
  await app.register(contractTextRoutes)
  await app.register(noticeRoutes)
  await app.register(contractPerformanceRoutes)
  await app.register(amendmentRoutes)
  await app.register(registrationRoutes)
  await app.register(registrationCommandRoutes)
  await app.register(certificateRoutes)
  await app.register(batchListRoutes)
  await app.register(receiptRoutes)
  await app.register(paymentRoutes)
  await app.register(paymentCommandRoutes)
  await app.register(rewardRoutes)
  await app.register(webhookRoutes)
  await app.register(importRoutes)
  await app.register(indicatorRoutes)
  await app.register(indicatorAuthorityRoutes)
  await app.register(assessmentRoutes)
  await app.register(statisticsRoutes)
  await app.register(openDataRoutes, { prefix: '/api/open-data' })
  await app.register(auditRoutes)
}
