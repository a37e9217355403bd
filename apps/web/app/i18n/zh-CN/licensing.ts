/** Texts of app/features and app/routes/workspace for this capability. */
export const licensing = {} as const
