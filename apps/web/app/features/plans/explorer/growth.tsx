/** Change against the year before, with its sign; a dash where there was nothing to compare with. */
export function Growth({ of }: { of: number | null }) {
  if (of === null) return <>–</>
  const sign = of > 0 ? '+' : of < 0 ? '−' : ''
  return (
    <>
      {sign}
      {Math.abs(of * 100).toFixed(1)} %
    </>
  )
}
