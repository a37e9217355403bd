/** Addresses that public pages link to behind the log-in; one place, so that both sides agree. */
export const paths = {
  newListing: '/workspace/listings/new',
  newRequest: (listingId: string) => `/listings/${listingId}/request`,
  workspace: '/workspace',
  requests: '/workspace/requests',
  request: (id: string) => `/workspace/requests/${id}`,
  contracts: '/workspace/contracts',
  contract: (id: string) => `/workspace/contracts/${id}`,
  registrations: '/workspace/registrations',
  registration: (id: string) => `/workspace/registrations/${id}`,
  desk: '/workspace/registrations/desk',
  deskRecord: (id: string) => `/workspace/registrations/desk/${id}`,
  /** The bytes of a file, to be kept. */
  file: (id: string) => `/api/files/${id}`,
  /** A PDF to be read in place. */
  filePreview: (id: string) => `/workspace/files/${id}`,
  certificatePdf: (registrationId: string) => `/api/registrations/${registrationId}/certificate.pdf`,
  publicCertificatePdf: (number: string, code: string) =>
    `/api/certificates/${encodeURIComponent(number)}/certificate.pdf?${new URLSearchParams({ code })}`,
  receipts: (registrationId: string) => `/workspace/registrations/${registrationId}/receipts`,
  taxSheets: (sellerId: string) => `/workspace/tax-sheets?${new URLSearchParams({ sellerId })}`,
  taxSheetPdf: (sellerId: string, year: number) =>
    `/api/tax-evidence.pdf?${new URLSearchParams({ sellerId, year: String(year) })}`,
  listingImports: '/workspace/listing-imports',
  listingImport: (id: string) => `/workspace/listing-imports/${id}`,
  listingImportTemplate: (format: 'csv' | 'xlsx') => `/api/listing-imports/template.${format}`,
  listingImportReport: (id: string, format: 'csv' | 'xlsx') => `/api/listing-imports/${id}/report.${format}`,
  imports: '/workspace/imports',
  import: (id: string) => `/workspace/imports/${id}`,
  importTemplate: (format: 'csv' | 'xlsx') => `/api/registration-imports/template.${format}`,
  registrationsExport: (format: 'csv' | 'xlsx') => `/api/registrations/export.${format}`,
  batchLists: '/workspace/batch-lists',
  batchList: (id: string) => `/workspace/batch-lists/${id}`,
  batchListPdf: (id: string) => `/api/batch-lists/${id}/list.pdf`,
  audit: '/workspace/audit',
  newOrganization: '/workspace/organizations/new',
  listing: (id: string) => `/listings/${id}`,
  organization: (id: string) => `/organizations/${id}`,
  certificate: (number: string, code: string) =>
    `/certificates/${encodeURIComponent(number)}?code=${encodeURIComponent(code)}`,
  searchBy: (name: string, value: string) => `/search?${new URLSearchParams({ [name]: value })}`,
  turnoverContracts: (query: string) => `/turnover?${query}`,
} as const
