/** The LIKE pattern of what has this text somewhere in it; signs that mean something in a pattern stand for themselves. */
export const containing = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`
