/** Where the person behind the session proves to be there, and comes back from. */
export const confirmPath = (next: string): string => `/confirm?${new URLSearchParams({ next })}`
