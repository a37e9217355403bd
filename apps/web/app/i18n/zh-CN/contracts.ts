/** Texts of app/features and app/routes/workspace for this capability. */
export const contracts = {} as const
