/**
 * Tells one after another; one whose mail cannot be sent does not keep the others from theirs, and then the whole fails,
 * to be repeated. Returns how many were told.
 */
export const tellEach = async <One>(
  due: readonly One[],
  tell: (one: One) => Promise<boolean>,
): Promise<number> => {
  let told = 0
  const failures: unknown[] = []
  for (const one of due) {
    try {
      if (await tell(one)) told += 1
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of ${due.length} not told`)
  return told
}
