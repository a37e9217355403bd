/** Texts of app/features and app/routes/workspace for this capability. */
export const editor = {} as const
