/** Characters of a query; of a text pasted whole its beginning is searched for. */
export const MOST_SEARCHED = 400
