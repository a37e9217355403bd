export * from './certificate.ts'
export * from './form.ts'
export * from './registration.ts'
