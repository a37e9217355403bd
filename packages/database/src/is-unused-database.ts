import postgres from 'postgres'

/**
 * Whether nobody is registered in a database yet: it has no tables, or a first start broke off before anybody could
 * use them.
 */
export const isUnusedDatabase = async (url: string): Promise<boolean> => {
  const sql = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 10 })
  try {
    const [table] = await sql`select to_regclass('public.users') is not null as exists`
    if (!table?.exists) return true
    const [users] = await sql`select exists (select from users) as any`
    return !users?.any
  } finally {
    await sql.end()
  }
}
